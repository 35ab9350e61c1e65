#include "adapters/sqlite/writer.hpp"

#include "adapters/sqlite/failures.hpp"
#include "adapters/sqlite/opening.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace viab::adapters::sqlite {
namespace {

// A page is 4 KiB: the log is copied into the file each 16 MiB.
constexpr int checkpoint_pages = 4000;
constexpr auto between_truncations = std::chrono::seconds(1);

extern "C" int note_log_size(void* pages, sqlite3*, char const*, int in_log) {
  *static_cast<int*>(pages) = in_log;
  return SQLITE_OK;
}

}  // namespace

// Brings a piece to the writer's thread and its answer back to the executor of who waits.
struct writer::submission {
  writer* to;

  template <class Handler>
  void operator()(Handler handler, work what) const {
    auto executor = boost::asio::prefer(boost::asio::get_associated_executor(handler),
                                        boost::asio::execution::outstanding_work.tracked);
    auto kept = std::make_shared<Handler>(std::move(handler));
    done resume = [kept](std::exception_ptr failure) {
      auto resumed = std::move(*kept);
      resumed(failure);
    };
    to->gather({std::move(what), std::move(resume), std::move(executor), nullptr});
  }
};

writer::writer(std::unique_ptr<connection> db)
    : gathered_(std::make_shared<gathering>(gathering{this, {}})),
      db_(std::move(db)),
      checkpoint_at_(checkpoint_pages),
      retry_(thread_.context()) {
  sqlite3_wal_hook(db_->handle(), note_log_size, &log_pages_);
}

writer::~writer() {
  hand_over(*gathered_);
  gathered_->to = nullptr;
  boost::asio::post(thread_.context(), [this] {
    closing_ = true;
    retry_.cancel();
  });
  thread_.finish();
  close();
}

boost::asio::awaitable<void> writer::write(work what) {
  constexpr boost::asio::use_awaitable_t<> token;
  submission start{this};
  auto pending = boost::asio::async_initiate<boost::asio::use_awaitable_t<> const,
                                             void(std::exception_ptr)>(start, token,
                                                                       std::move(what));
  co_await std::move(pending);
}

void writer::gather(piece one) {
  auto const home = one.home;
  gathered_->pieces.push_back(std::move(one));
  if (gathered_->pieces.size() > 1) return;
  // Behind all that this turn still brings: to wake the thread for each piece would cost more
  // than the piece, and would part what could share a transaction.
  boost::asio::post(home, [all = gathered_] { hand_over(*all); });
}

void writer::hand_over(gathering& all) {
  if (all.to == nullptr || all.pieces.empty()) return;
  boost::asio::post(all.to->thread_.context(),
                    [self = all.to, pieces = std::exchange(all.pieces, {})]() mutable {
                      self->take(std::move(pieces));
                    });
}

void writer::take(std::vector<piece> more) {
  waiting_.insert(waiting_.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
  if (std::exchange(commit_is_due_, true)) return;
  // Behind everything that was already on its way to this thread: that is how batches are joined.
  boost::asio::post(thread_.context(), [this] { commit_waiting(); });
}

void writer::commit_waiting() {
  commit_is_due_ = false;
  auto pieces = std::exchange(waiting_, {});
  auto const of_all = commit_all(pieces);
  tell(std::move(pieces), of_all);
  look_after_log();
}

// Who waits on the same executor is woken by one message, for the same reason.
void writer::tell(std::vector<piece> pieces, std::exception_ptr of_all) {
  while (!pieces.empty()) {
    auto const home = pieces.front().home;
    auto const others = std::stable_partition(
        pieces.begin(), pieces.end(), [&](piece const& one) { return one.home == home; });
    std::vector<piece> rest(std::make_move_iterator(others), std::make_move_iterator(pieces.end()));
    pieces.erase(others, pieces.end());
    boost::asio::post(home, [of_all, all = std::exchange(pieces, std::move(rest))] {
      for (auto const& one : all) one.resume(one.failure ? one.failure : of_all);
    });
  }
}

std::exception_ptr writer::commit_all(std::vector<piece>& pieces) {
  if (state_ == state::stopped) return as_failure(trouble::of_storage, stopped_why_);
  try {
    db_->run("begin immediate");
    for (auto& one : pieces) do_one(one);
    db_->run("commit");
  } catch (SQLite::Exception const& failure) {
    return give_up(failure);
  }
  if (state_ == state::full) spdlog::info("the database can be written again");
  state_ = state::writing;
  ++commits_;
  pieces_ += pieces.size();
  return nullptr;
}

void writer::do_one(piece& one) {
  write_scope scope{*db_};
  db_->run("savepoint one");
  try {
    one.what(scope);
    db_->run("release one");
    must_forget_ = must_forget_ || scope.forget;
    return;
  } catch (SQLite::Exception const& failure) {
    auto const kind = meaning_of(failure, sqlite3_system_errno(db_->handle()));
    // SQLite undoes the whole transaction after some errors; then nothing is left to go on with.
    if (kind != trouble::of_one || !db_->in_transaction()) throw;
    one.failure = as_failure(kind, failure.what());
  } catch (...) {
    one.failure = std::current_exception();
  }
  db_->run("rollback to one");
  db_->run("release one");
}

std::exception_ptr writer::give_up(SQLite::Exception const& failure) {
  auto const kind = meaning_of(failure, sqlite3_system_errno(db_->handle()));
  roll_back();
  if (kind == trouble::full) {
    if (state_ != state::full) spdlog::error("the disk is full: nothing is saved");
    state_ = state::full;
  } else if (kind == trouble::of_storage && state_ != state::stopped) {
    stopped_why_ = failure.what();
    state_ = state::stopped;
    spdlog::critical("the disk failed ({}): nothing is written any more", stopped_why_);
  }
  return as_failure(kind, failure.what());
}

void writer::roll_back() {
  try {
    if (db_->in_transaction()) db_->run("rollback");
  } catch (SQLite::Exception const& failure) {
    spdlog::error("rolling back failed: {}", failure.what());
  }
}

void writer::look_after_log() {
  if (state_ == state::stopped) return;
  if (must_forget_) {
    if (checkpoint(true)) {
      must_forget_ = false;
      ++truncations_;
    } else {
      try_again_later();
    }
    return;
  }
  if (log_pages_ < checkpoint_at_ - checkpoint_pages) checkpoint_at_ = checkpoint_pages;
  if (log_pages_ >= checkpoint_at_) {
    checkpoint(false);
    // When a reader kept the log from starting over, it is not tried again at every commit.
    checkpoint_at_ = log_pages_ + checkpoint_pages;
  }
}

bool writer::checkpoint(bool truncate) {
  // It does not wait for readers: who is in the way makes it come back, not the batches wait.
  sqlite3_busy_timeout(db_->handle(), 0);
  int const mode = truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
  int const outcome = sqlite3_wal_checkpoint_v2(db_->handle(), nullptr, mode, nullptr, nullptr);
  if (outcome != SQLITE_OK && outcome != SQLITE_BUSY) {
    give_up(SQLite::Exception(db_->handle(), outcome));
  }
  sqlite3_busy_timeout(db_->handle(), 5000);
  return outcome == SQLITE_OK;
}

void writer::try_again_later() {
  if (closing_ || std::exchange(retry_is_due_, true)) return;
  retry_.expires_after(between_truncations);
  retry_.async_wait([this](boost::system::error_code const& stopped) {
    retry_is_due_ = false;
    if (!stopped && must_forget_) look_after_log();
  });
}

void writer::close() {
  std::filesystem::path const file = sqlite3_db_filename(db_->handle(), "main");
  bool in_order = false;
  try {
    if (state_ == state::stopped) {
      // The log may hold more than the disk does: it is left for the next one to recover.
      sqlite3_db_config(db_->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    } else {
      in_order = checkpoint(true) && state_ == state::writing;
    }
  } catch (std::exception const& failure) {
    spdlog::error("closing the database: {}", failure.what());
  }
  db_.reset();
  if (in_order) note_closed(file);
}

writing_health writer::health() const {
  switch (state_.load()) {
    case state::writing: return {};
    case state::full: return {false, true, "the disk is full"};
    case state::stopped: break;
  }
  return {false, false, "the disk failed: " + stopped_why_};
}

writing_counts writer::counts() const { return {commits_, pieces_, truncations_}; }

}  // namespace viab::adapters::sqlite
