#include "app/session_host.hpp"

#include "domain/ensure.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <spdlog/spdlog.h>

namespace viab::app {

namespace asio = boost::asio;

namespace {
constexpr char come_back_later[] = R"({"retry_after_ms":5000})";
}  // namespace

session_host::session_host(world& outside, session_id id)
    : outside_(outside),
      id_(id),
      log_(outside, std::move(id)),
      idle_since_(outside.clock.now()),
      alarm_(outside.executor),
      presence_timer_(outside.executor),
      draw_timer_(outside.executor) {}

void session_host::join(std::shared_ptr<link> line, visitor who, protocol::hello position) {
  deliver(joining{std::move(line), std::move(who), std::move(position)});
}

void session_host::receive(std::shared_ptr<link> const& line, protocol::client_frame frame) {
  if (auto* command = std::get_if<protocol::unread_command>(&frame)) {
    deliver(commanding{line, std::nullopt, std::move(*command)});
  } else if (auto* note = std::get_if<protocol::editing>(&frame)) {
    deliver(editing_entry{line, note->entry.value_or("")});
  } else if (auto const* ping = std::get_if<protocol::ping>(&frame)) {
    line->send(protocol::write_pong(ping->number));
  }
}

void session_host::receive_unreadable(std::shared_ptr<link> const& line,
                                      protocol::reading reading) {
  deliver(complaining{line, std::move(reading.offender), reading.frame.why()});
}

void session_host::receive_once(std::shared_ptr<link> line, visitor who,
                                protocol::unread_command what) {
  deliver(commanding{std::move(line), std::move(who), std::move(what)});
}

void session_host::catch_up(std::shared_ptr<link> const& line) { deliver(catching_up{line}); }
void session_host::leave(std::shared_ptr<link> const& line) { deliver(leaving{line}); }
void session_host::wake() { deliver(ringing{}); }
void session_host::instruct(session::command what) { deliver(instructing{std::move(what)}); }

void session_host::deliver(mail one) {
  mailbox_.push_back(std::move(one));
  if (working_) return;
  working_ = true;
  // Posted, so that whatever the same turn of the event loop brings joins this batch.
  asio::co_spawn(outside_.executor, work(), asio::detached);
}

asio::awaitable<void> session_host::work() {
  auto const self = shared_from_this();
  try {
    if (!loaded_) co_await reload();
    while (!mailbox_.empty()) {
      co_await outside_.storing.wait();
      std::vector<mail> batch;
      batch.swap(mailbox_);
      // First of all, so that nobody is shown the empty round without being told.
      for (auto const& lost : log_.lost_ballots()) {
        batch.insert(batch.begin(), instructing{session::command(lost)});
      }
      keys_fail_ = log_.ballots.lacks_key(log_.state) && !co_await make_keys();
      co_await process(std::move(batch));
    }
  } catch (std::exception const& failure) {
    // The store cannot even be read: whoever is connected comes back later, to what is stored.
    spdlog::error("session cannot be served: {}", failure.what());
    give_up();
  }
  working_ = false;
  if (room_.empty()) idle_since_ = outside_.clock.now();
}

// False when a key could not be written, on a full disk say: then its ballots are refused.
asio::awaitable<bool> session_host::make_keys() {
  try {
    co_await log_.ballots.open_keys(log_.state);
  } catch (std::exception const& failure) {
    spdlog::error("a round's key could not be made: {}", failure.what());
    co_return false;
  }
  co_return true;
}

// What is known of the batch at hand, and who waits for an answer, when the store is out of reach.
void session_host::give_up() {
  loaded_ = false;
  forget_batch();
  std::vector<mail> waiting;
  waiting.swap(mailbox_);
  for (auto const& one : waiting) {
    if (auto const* unanswered = std::get_if<commanding>(&one)) {
      refusal const why{"not_saved", {}};
      auto const language = unanswered->once ? unanswered->once->language : std::string("nl");
      unanswered->line->send(
          protocol::write_refused(unanswered->what.id, why, sentence(why, language)));
    } else if (auto const* knocking = std::get_if<joining>(&one)) {
      knocking->line->close(close_code::restart, come_back_later);
    }
  }
  close_all(close_code::restart, come_back_later);
}

// A mail that no answer goes to and that meets a bug each time it is taken.
void session_host::drop_offender(mail const& one) {
  if (auto const* knocking = std::get_if<joining>(&one)) {
    knocking->line->close(close_code::restart, come_back_later);
  }
}

void session_host::forget_batch() {
  touched_ = {};
  voted_.clear();
  answers_.clear();
  joined_.clear();
}

asio::awaitable<void> session_host::reload() {
  co_await log_.load();
  shared_ = {};
  session::changes all;
  all.everything = true;
  shared_.redraw(log_.state, all);
  lead_ = {};
  // What was to be drawn later is in the view from here on, and in no patch.
  if (draw_waits_) recent_.clear();
  late_touched_ = {};
  loaded_ = true;
  set_alarm();
}

asio::awaitable<void> session_host::process(std::vector<mail> batch) {
  std::size_t next = 0;
  bool bug = false;
  try {
    while (next < batch.size() && take(batch[next])) ++next;
  } catch (std::exception const& failure) {
    bug = true;
    spdlog::error("a rule failed and its command is refused: {}", failure.what());
  }
  if (bug) {
    // Nothing of this batch was stored: forget it, and take it again without the offender.
    auto const now = outside_.clock.now();
    broken_ = broken_ || now - last_bug_ < std::chrono::minutes(1);
    last_bug_ = now;
    if (std::holds_alternative<commanding>(batch[next])) {
      offenders_.insert(at_work_on_);
    } else {
      drop_offender(batch[next]);
      batch.erase(batch.begin() + static_cast<long>(next));
    }
    next = 0;
    forget_batch();
    co_await reload();
    if (draw_waits_) show_all_again();
  }
  mailbox_.insert(mailbox_.begin(),
                  std::make_move_iterator(batch.begin() + static_cast<long>(next)),
                  std::make_move_iterator(batch.end()));
  if (bug) co_return;
  std::optional<store_turn::holder> storing;
  if (log_.anything_to_store()) storing.emplace(outside_.storing);
  late_touched_.merge(touched_);
  bool const late = may_wait();
  auto const patch = late ? protocol::operations{} : draw_shared();
  bool const kept = co_await store(late, !patch.empty());
  if (kept) {
    publish(patch);
  } else {
    for (auto& one : answers_) {
      if (!one.earlier && !one.why) one.why = refusal{"not_saved", {}};
    }
    co_await reload();
    show_all_again();
  }
  send_answers();
  welcome_joined();
  forget_batch();
}

protocol::operations session_host::draw_shared() {
  auto operations = shared_.redraw(log_.state, late_touched_);
  late_touched_ = {};
  return operations;
}

asio::awaitable<bool> session_host::store(bool late, bool patched) {
  auto const shown = log_.shown_seq + (patched ? 1 : 0);
  if (log_.anything_to_store()) {
    try {
      // A view that is drawn later has its seq promised now, so that no restart hands it out again.
      co_await log_.commit(late ? shown + 1 : shown, shown);
    } catch (ports::store_failure const& failure) {
      spdlog::error("a batch could not be stored: {}", failure.what());
      co_return false;
    }
  }
  log_.shown_seq = shown;
  if (late) draw_later();
  co_return true;
}

time_point session_host::idle_since() const {
  return room_.empty() && !working_ ? idle_since_ : time_point::max();
}

bool session_host::needs_to_stay() const { return session::deadline_of(log_.state).has_value(); }

void session_host::close_all(int code, std::string_view reason) {
  for (auto const& screen : room_.screens()) screen->close(code, reason);
  for (auto const& [who, person] : room_.people()) {
    for (auto const& line : person.links) line->close(code, reason);
  }
}

void session_host::close_of(std::string const& identity_key, int code, std::string_view reason) {
  auto const who = session::find_person(log_.state, identity_key);
  auto* person = who ? room_.find(*who) : nullptr;
  if (person == nullptr) return;
  for (auto const& line : person->links) line->close(code, reason);
}

asio::awaitable<void> session_host::destroy_key_unless_open(std::string round) {
  for (auto const& slot : log_.state.slots) {
    if (ballot_box::open_secret_round(log_.state, slot) == round) co_return;
  }
  co_await log_.ballots.destroy(std::move(round));
}

asio::awaitable<void> session_host::settled() {
  asio::steady_timer turn(outside_.executor);
  while (working_) {
    turn.expires_after(std::chrono::milliseconds(1));
    co_await turn.async_wait(asio::use_awaitable);
  }
}

}  // namespace viab::app
