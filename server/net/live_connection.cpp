#include "net/live_connection.hpp"

#include <boost/asio/post.hpp>

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace viab::net {

namespace {
constexpr std::size_t most_entries_per_write = 32;
constexpr std::size_t most_bytes_per_turn = 512 * 1024;  // then others get theirs
constexpr int policy_violation = 1008;
}  // namespace

// Head, bytes and tail of the first entries, as the kernel wants them.
struct live_connection::batch {
  std::array<wrapping, most_entries_per_write> wrappings;
  std::array<iovec, 3 * most_entries_per_write> pieces;
  std::size_t used = 0;

  void add(std::string_view bytes, std::size_t& skip) {
    auto const skipped = std::min(skip, bytes.size());
    skip -= skipped;
    bytes.remove_prefix(skipped);
    if (!bytes.empty()) pieces[used++] = {const_cast<char*>(bytes.data()), bytes.size()};
  }
};

live_connection::live_connection(std::shared_ptr<live_context> context, open_socket opened,
                                 std::shared_ptr<app::live_session> session)
    : context_(std::move(context)),
      socket_(std::move(opened.socket)),
      session_(std::move(session)),
      outbox_(context_->chosen.live.outbox),
      place_(std::move(opened.place)),
      place_in_list_(context_->open.size()),
      opened_at_(context_->wheel->now()),
      heard_at_(opened_at_),
      beat_at_(opened_at_),
      progress_at_(opened_at_) {
  context_->open.push_back(this);
  boost::system::error_code ignored;
  socket_.non_blocking(true, ignored);
  boost::asio::socket_base::send_buffer_size const size(context_->chosen.live.send_buffer_bytes);
  socket_.set_option(size, ignored);
  auto const& limits = context_->chosen.live;
  context_->wheel->schedule(*this, std::min(limits.ping_every, limits.hello_within));
}

live_connection::~live_connection() {
  auto& all = context_->open;
  all[place_in_list_] = all.back();
  all[place_in_list_]->place_in_list_ = place_in_list_;
  all.pop_back();
}

void live_connection::join(app::visitor who, protocol::hello at) {
  joined_ = true;
  session_->join(shared_from_this(), std::move(who), std::move(at));
}

void live_connection::leave() {
  if (!joined_ || left_) return;
  left_ = true;
  session_->leave(shared_from_this());
}

void live_connection::begin_waiting() {
  if (outbox_.empty()) progress_at_ = context_->wheel->now();
}

void live_connection::send(protocol::frame bytes) {
  if (!admits()) return;
  begin_waiting();
  if (!outbox_.put_answer(std::move(bytes))) {
    close(app::close_code::too_slow, R"({"reason":"too_slow"})");
    return;
  }
  flush_soon();
}

void live_connection::send_patch(protocol::frame bytes) {
  if (!admits()) return;
  begin_waiting();
  bool const behind = outbox_.fell_behind();
  if (!outbox_.put_patch(std::move(bytes)) && !behind) ++context_->counts->fell_behind;
  flush_soon();
}

void live_connection::send_view(protocol::frame bytes) {
  if (!admits()) return;
  begin_waiting();
  outbox_.put_view(std::move(bytes));
  flush_soon();
}

void live_connection::put_control(std::string bytes) {
  if (!socket_.is_open()) return;
  begin_waiting();
  outbox_.put_control(std::make_shared<std::string const>(std::move(bytes)));
  flush_soon();
}

void live_connection::begin_closing() {
  if (closing_) return;
  closing_ = true;
  context_->wheel->schedule(*this, context_->chosen.live.closing);
}

void live_connection::close(int code, std::string_view reason) {
  if (!admits()) return;
  if (code == app::close_code::too_slow) {
    ++context_->counts->slow_closes;
    outbox_.drop_waiting();
  }
  queue_close(code, reason);
  begin_closing();
  flush_soon();
}

void live_connection::drop() {
  closing_ = true;
  outbox_.drop_waiting();
  boost::system::error_code ignored;
  socket_.close(ignored);
}

// Frames of one turn of the event loop gather and go out in one system call.
void live_connection::flush_soon() {
  if (flush_posted_ || full_) return;
  flush_posted_ = true;
  boost::asio::post(socket_.get_executor(), [self = shared_from_this()] { self->flush(); });
}

void live_connection::flush() {
  flush_posted_ = false;
  if (full_ || !socket_.is_open()) return;
  bool progress = outbox_.empty();
  std::size_t const at_first = context_->counts->bytes_out;
  while (!outbox_.empty() && write_some()) {
    progress = true;
    if (context_->counts->bytes_out - at_first > most_bytes_per_turn) {
      flush_soon();
      break;
    }
  }
  if (!socket_.is_open()) return;
  if (progress && !closing_ && outbox_.take_catch_up()) session_->catch_up(shared_from_this());
  if (closing_ && outbox_.empty()) on_closed();
}

// True when something was written.
bool live_connection::write_some() {
  batch now;
  auto skip = offset_;
  auto const entries = std::min(outbox_.size(), most_entries_per_write);
  for (std::size_t i = 0; i < entries; ++i) {
    auto const& one = outbox_.at(i);
    auto& around = now.wrappings[i];
    wrap(one, around);
    now.add({around.head.data(), around.head_size}, skip);
    now.add(*one.bytes, skip);
    now.add(around.tail, skip);
  }
  msghdr message{};
  message.msg_iov = now.pieces.data();
  message.msg_iovlen = now.used;
  ssize_t written = -1;
  do {
    written = ::sendmsg(socket_.native_handle(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  } while (written < 0 && errno == EINTR);
  ++context_->counts->writes;
  if (written > 0) {
    advance(static_cast<std::size_t>(written));
    return true;
  }
  if (errno == EAGAIN || errno == EWOULDBLOCK) {
    wait_until_writable();
  } else {
    drop();
  }
  return false;
}

void live_connection::advance(std::size_t bytes) {
  context_->counts->bytes_out += bytes;
  progress_at_ = context_->wheel->now();
  offset_ += bytes;
  while (!outbox_.empty()) {
    wrapping around;
    auto const& one = outbox_.at(0);
    wrap(one, around);
    auto const whole = around.head_size + one.bytes->size() + around.tail.size();
    if (offset_ < whole) break;
    offset_ -= whole;
    if (one.what != outbox::kind::control) ++context_->counts->frames_out;
    outbox_.drop_first();
  }
  if (offset_ > 0) outbox_.begin_first();
}

void live_connection::wait_until_writable() {
  full_ = true;
  auto const ready = [self = shared_from_this()](boost::system::error_code ec) {
    self->full_ = false;
    if (!ec) self->flush();
  };
  socket_.async_wait(boost::asio::socket_base::wait_write, ready);
}

void live_connection::on_time() {
  if (!socket_.is_open()) return;
  if (closing_) {
    drop();
    return;
  }
  auto const next = check_times();
  if (!closing_ && socket_.is_open()) context_->wheel->schedule(*this, next);
}

// Does what is due and says when to look again.
std::chrono::seconds live_connection::check_times() {
  auto const& limits = context_->chosen.live;
  auto const now = context_->wheel->now();
  auto next = limits.ping_every;
  auto const due = [&](std::uint32_t since, std::chrono::seconds limit) {
    auto const left = limit - std::chrono::seconds(now - since);
    if (left.count() > 0) next = std::min(next, left);
    return left.count() <= 0;
  };
  if (!outbox_.empty()) {
    // Nothing can come back while what we said is not read; this limit is the one that counts.
    if (due(progress_at_, limits.stalled_for)) {
      close(app::close_code::too_slow, R"({"reason":"too_slow"})");
      return next;
    }
  } else if (expects_signs_of_life() && due(heard_at_, limits.dead_after)) {
    drop();
    return next;
  }
  if (!joined_ && due(opened_at_, limits.hello_within)) {
    close(policy_violation, R"({"reason":"hello_expected"})");
    return next;
  }
  if (due(beat_at_, limits.ping_every)) {
    beat_at_ = now;
    if (outbox_.empty()) put_control(heartbeat());
  }
  return next;
}

}  // namespace viab::net
