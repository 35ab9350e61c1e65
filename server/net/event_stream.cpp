#include "net/event_stream.hpp"

#include "net/response_head.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>
#include <utility>

namespace viab::net {

namespace {

constexpr std::size_t most_epoch = 40;  // longer ones are not ours
constexpr std::string_view end_of_stream = "0\r\n\r\n";

std::optional<std::uint64_t> read_number(std::string_view text) {
  std::uint64_t number = 0;
  auto const read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc()) return std::nullopt;
  return number;
}

// Where the value of `key` begins in {"kind": {…, "key": …}}: a key of the inner object only, so
// that what people wrote deeper inside is never taken for it.
std::string_view value_in(std::string_view frame, std::string_view key) {
  int depth = 0;
  for (std::size_t i = 0; i < frame.size(); ++i) {
    char const c = frame[i];
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (c != '"') continue;
    auto const begin = i + 1;
    for (i = begin; i < frame.size() && frame[i] != '"'; ++i) {
      if (frame[i] == '\\') ++i;
    }
    auto rest = frame.substr(std::min(i + 1, frame.size()));
    if (depth == 2 && frame.substr(begin, i - begin) == key && rest.starts_with(':')) {
      rest.remove_prefix(std::min(rest.find_first_not_of(": "), rest.size()));
      return rest;
    }
  }
  return {};
}

class event_stream : public live_connection {
public:
  event_stream(std::shared_ptr<live_context> context, open_socket opened,
               std::shared_ptr<app::live_session> session)
      : live_connection(std::move(context), std::move(opened), std::move(session)),
        counted_(context_->counts, &counters::streams_open) {}

  void start(app::visitor who, protocol::hello at) {
    response head;
    head.content_type = "text/event-stream";
    // nginx holds answers back unless told not to.
    head.headers.push_back({"X-Accel-Buffering", "no"});
    put_control(response_head(head, {context_->chosen.https(), false, true}));
    watch();
    join(std::move(who), std::move(at));
  }

  void send(protocol::frame bytes) override {
    if (epoch_.empty()) epoch_ = epoch_of(*bytes);
    live_connection::send(std::move(bytes));
  }

protected:
  void wrap(outbox::entry const&, wrapping&) const override;
  std::string heartbeat() const override { return "3\r\n:\n\n\r\n"; }
  void queue_close(int code, std::string_view reason) override {
    outbox_.put_last(protocol::write_closed(code, reason), outbox::kind::answer);
    outbox_.put_last(std::make_shared<std::string const>(end_of_stream));
  }
  // Nobody answers a comment; a dead peer shows when nothing can be written any more.
  bool expects_signs_of_life() const override { return false; }
  void on_closed() override {
    boost::system::error_code ignored;
    socket_.shutdown(boost::asio::socket_base::shutdown_send, ignored);
  }

private:
  void watch();
  void look();

  counted counted_;
  std::string epoch_;
};

void event_stream::wrap(outbox::entry const& one, wrapping& around) const {
  around.head_size = 0;
  if (one.what == outbox::kind::control) return;
  std::array<char, 80> id{};
  int id_size = 0;
  auto const seq = epoch_.empty() ? std::nullopt : position_of(*one.bytes);
  if (seq) {
    id_size = std::snprintf(id.data(), id.size(), "id: %s:%llu\n", epoch_.c_str(),
                            static_cast<unsigned long long>(*seq));
  }
  constexpr std::string_view data = "data: ";
  around.tail = "\n\n\r\n";
  auto const chunk = static_cast<std::size_t>(id_size) + data.size() + one.bytes->size() + 2;
  auto const size = std::snprintf(around.head.data(), around.head.size(), "%zx\r\n%s%s", chunk,
                                  id.data(), data.data());
  around.head_size = static_cast<std::size_t>(size);
}

// A browser says nothing more on this connection; what can be read is its end.
void event_stream::watch() {
  auto const ready = [self = std::static_pointer_cast<event_stream>(shared_from_this())](
                         boost::system::error_code ec) {
    if (!ec) self->look();
    else self->leave();
  };
  socket_.async_wait(boost::asio::socket_base::wait_read, ready);
}

void event_stream::look() {
  std::array<char, 256> ignored;
  boost::system::error_code ec;
  socket_.read_some(boost::asio::buffer(ignored), ec);
  if (!ec || ec == boost::asio::error::would_block) {
    watch();
    return;
  }
  leave();
  drop();
}

}  // namespace

protocol::hello read_position(std::string_view last_event_id, std::string_view epoch,
                              std::string_view seq) {
  if (auto const colon = last_event_id.rfind(':'); colon != std::string_view::npos) {
    epoch = last_event_id.substr(0, colon);
    seq = last_event_id.substr(colon + 1);
  }
  auto const number = read_number(seq);
  if (epoch.empty() || epoch.size() > most_epoch || !number) return {};
  return {std::string(epoch), number};
}

std::optional<std::uint64_t> position_of(std::string_view frame) {
  for (auto const* kind : {"{\"patch\"", "{\"view\"", "{\"welcome\""}) {
    if (frame.starts_with(kind)) return read_number(value_in(frame, "seq"));
  }
  return std::nullopt;
}

std::string epoch_of(std::string_view frame) {
  if (!frame.starts_with("{\"welcome\"")) return {};
  auto text = value_in(frame, "epoch");
  if (!text.starts_with('"')) return {};
  text.remove_prefix(1);
  auto const end = text.find('"');
  if (end == std::string_view::npos || end > most_epoch) return {};
  text = text.substr(0, end);
  // It goes into a line of its own.
  return text.find_first_of("\r\n\\%") == std::string_view::npos ? std::string(text)
                                                                 : std::string();
}

void open_event_stream(std::shared_ptr<live_context> context, open_socket opened,
                       std::shared_ptr<app::live_session> session, app::visitor who,
                       protocol::hello at) {
  auto const stream =
      std::make_shared<event_stream>(std::move(context), std::move(opened), std::move(session));
  stream->start(std::move(who), std::move(at));
}

}  // namespace viab::net
