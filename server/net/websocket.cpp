#include "net/websocket.hpp"

#include "domain/ensure.hpp"
#include "net/log.hpp"
#include "net/response_head.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/buffer_traits.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>
#include <variant>

namespace viab::net {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

constexpr char text_frame = static_cast<char>(0x81);
constexpr char close_frame = static_cast<char>(0x88);
constexpr std::string_view ping_frame("\x89\x00", 2);
constexpr std::size_t most_reason = 123;

constexpr int unsupported_data = 1003;
constexpr int policy_violation = 1008;
constexpr int internal_error = 1011;

class websocket_connection;

// The most bytes up to `most` that do not end inside a character.
std::size_t whole_characters(std::string_view utf8, std::size_t most) {
  if (utf8.size() <= most) return utf8.size();
  while (most > 0 && (static_cast<unsigned char>(utf8[most]) & 0xc0) == 0x80) --most;
  return most;
}

// What Beast writes to and reads from. Reading goes to the socket; writing (the handshake's answer,
// pongs, closes) goes into the same queue as our frames, so that the two never mix within a frame
// and
// share system calls. Our own frames do not pass through Beast: without compression and masking a
// frame is a few bytes before a text that the whole room shares.
class beneath {
public:
  explicit beneath(websocket_connection& owner) : owner_(&owner) {}

  using executor_type = asio::ip::tcp::socket::executor_type;
  executor_type get_executor() noexcept;

  template <class Buffers, class Handler>
  auto async_read_some(Buffers const& buffers, Handler&& handler);
  template <class Buffers, class Handler>
  auto async_write_some(Buffers const& buffers, Handler&& handler);

  friend void beast_close_socket(beneath& self) { self.drop(); }
  friend void teardown(beast::role_type, beneath&, error_code& ec) { ec = {}; }
  // The connection itself sees to a calm end, when its queue is empty.
  template <class Handler>
  friend void async_teardown(beast::role_type, beneath& self, Handler&& handler) {
    asio::post(self.get_executor(),
               beast::bind_front_handler(std::forward<Handler>(handler), error_code{}));
  }

private:
  void drop();
  websocket_connection* owner_;
};

class websocket_connection : public live_connection {
public:
  websocket_connection(std::shared_ptr<live_context> context, open_socket opened,
                       upgrade_request asked, std::shared_ptr<app::live_session> session,
                       app::visitor who)
      : live_connection(std::move(context), std::move(opened), std::move(session)),
        stream_(*this),
        first_(std::make_unique<before_hello>(std::move(asked), std::move(who))),
        counted_(context_->counts, &counters::websockets_open) {}

  static asio::awaitable<void> run(std::shared_ptr<websocket_connection> self);

  asio::ip::tcp::socket& socket() { return socket_; }
  void heard_something() { heard(); }
  void put_from_beast(std::string bytes);

protected:
  void wrap(outbox::entry const&, wrapping&) const override;
  std::string heartbeat() const override { return std::string(ping_frame); }
  void queue_close(int code, std::string_view reason) override;
  bool expects_signs_of_life() const override { return true; }
  void on_closed() override;

private:
  // Kept until the first frame only: an idle connection stays small.
  struct before_hello {
    before_hello(upgrade_request request, app::visitor visitor)
        : asked(std::move(request)), who(std::move(visitor)) {}
    upgrade_request asked;
    app::visitor who;
  };

  asio::awaitable<void> serve();
  asio::awaitable<bool> shake_hands();
  // Gives how it ended.
  asio::awaitable<error_code> read_frames();
  asio::awaitable<void> linger();
  void end_sending();
  void take(std::string const& text);
  void take_first(protocol::reading const&);

  beast::websocket::stream<beneath, false> stream_;
  std::unique_ptr<before_hello> first_;
  counted counted_;
  bool close_queued_ = false;
  bool agreed_ = false;  // both sides said close: nothing more comes from the other
  bool lingering_ = false;
  std::array<char, 256> piece_;
};

beneath::executor_type beneath::get_executor() noexcept { return owner_->socket().get_executor(); }

void beneath::drop() { owner_->drop(); }

template <class Buffers, class Handler>
auto beneath::async_read_some(Buffers const& buffers, Handler&& handler) {
  // Whatever was read before this made Beast ask for more: pongs are noticed here too.
  owner_->heard_something();
  return owner_->socket().async_read_some(buffers, std::forward<Handler>(handler));
}

template <class Buffers, class Handler>
auto beneath::async_write_some(Buffers const& buffers, Handler&& handler) {
  auto const put = [owner = owner_](auto done, Buffers const& pieces) {
    std::string bytes(beast::buffer_bytes(pieces), '\0');
    asio::buffer_copy(asio::buffer(bytes), pieces);
    auto const size = bytes.size();
    owner->put_from_beast(std::move(bytes));
    asio::post(owner->socket().get_executor(),
               beast::bind_front_handler(std::move(done), error_code{}, size));
  };
  return asio::async_initiate<Handler, void(error_code, std::size_t)>(put, handler, buffers);
}

void websocket_connection::put_from_beast(std::string bytes) {
  if (bytes.front() == close_frame) {
    // One close is enough, and nothing may follow it.
    if (close_queued_) return;
    close_queued_ = true;
    outbox_.drop_waiting();
    begin_closing();
  }
  put_control(std::move(bytes));
}

void websocket_connection::queue_close(int code, std::string_view reason) {
  if (close_queued_) return;
  close_queued_ = true;
  reason = reason.substr(0, whole_characters(reason, most_reason));
  std::string bytes{close_frame, static_cast<char>(reason.size() + 2),
                    static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
  outbox_.put_last(std::make_shared<std::string const>(bytes.append(reason)));
}

void websocket_connection::wrap(outbox::entry const& one, wrapping& around) const {
  around.head_size = 0;
  if (one.what == outbox::kind::control) return;
  auto const size = one.bytes->size();
  auto const put = [&around](auto byte) {
    around.head[around.head_size++] = static_cast<char>(byte);
  };
  put(text_frame);
  int following = 0;
  if (size < 126) {
    put(size);
  } else if (size < 65536) {
    put(126);
    following = 2;
  } else {
    put(127);
    following = 8;
  }
  while (following > 0) put(size >> (8 * --following));
}

asio::awaitable<bool> websocket_connection::shake_hands() {
  auto const& asked = first_->asked;
  beast::http::request<beast::http::empty_body> upgrade(beast::http::verb::get, "/", 11);
  upgrade.set(beast::http::field::host, asked.host);
  upgrade.set(beast::http::field::connection, "Upgrade");
  upgrade.set(beast::http::field::upgrade, "websocket");
  upgrade.set(beast::http::field::sec_websocket_key, asked.key);
  upgrade.set(beast::http::field::sec_websocket_version, asked.version);
  using decorator = beast::websocket::stream_base::decorator;
  auto const add_headers = [https = context_->chosen.https()](
                               beast::websocket::response_type& answer) {
    for (auto const& one : security_headers(https)) answer.set(one.name, one.value);
    answer.set(beast::http::field::cache_control, "no-store");
    answer.set(beast::http::field::sec_websocket_protocol, subprotocol);
    answer.erase(beast::http::field::server);
  };
  stream_.set_option(decorator(add_headers));
  stream_.read_message_max(protocol::most_frame_bytes);
  error_code ec;
  auto accepting = stream_.async_accept(upgrade, asio::redirect_error(asio::use_awaitable, ec));
  co_await std::move(accepting);
  stream_.set_option(decorator([](beast::websocket::response_type&) {}));
  first_->asked = {};
  co_return !ec;
}

asio::awaitable<void> websocket_connection::serve() {
  try {
    auto shaking = shake_hands();
    if (!co_await std::move(shaking)) co_return;
    auto reading = read_frames();
    auto const how = co_await std::move(reading);
    agreed_ = how == beast::websocket::error::closed;
  } catch (bug const&) {
    throw;
  } catch (std::exception const& error) {
    log_failure("a WebSocket", error.what());
    close(internal_error, {});
  }
}

asio::awaitable<void> websocket_connection::run(std::shared_ptr<websocket_connection> self) {
  auto serving = self->serve();
  co_await std::move(serving);
  self->leave();
  self->begin_closing();
  auto lingering = self->linger();
  co_await std::move(lingering);
  self->drop();
}

asio::awaitable<error_code> websocket_connection::read_frames() {
  std::string text;
  for (;;) {
    error_code ec;
    auto reading = stream_.async_read_some(asio::buffer(piece_),
                                           asio::redirect_error(asio::use_awaitable, ec));
    auto const size = co_await std::move(reading);
    if (ec) co_return ec;
    text.append(piece_.data(), size);
    if (!stream_.is_message_done()) continue;
    take(text);
    // What was long once does not keep its room.
    if (text.capacity() > 2 * piece_.size()) std::string().swap(text);
    text.clear();
  }
}

void websocket_connection::end_sending() {
  error_code ignored;
  socket_.shutdown(asio::socket_base::shutdown_send, ignored);
}

void websocket_connection::on_closed() {
  if (!lingering_) return;
  if (agreed_) drop();
  else end_sending();
}

// Waits for the other side to be done, so that it gets to read our close: closing with unread bytes
// would take it away. The time limit of closing ends this when the other side does not.
asio::awaitable<void> websocket_connection::linger() {
  lingering_ = true;
  flush_soon();
  for (error_code ec; !ec;) {
    auto reading = socket_.async_read_some(asio::buffer(piece_),
                                           asio::redirect_error(asio::use_awaitable, ec));
    co_await std::move(reading);
  }
}

void websocket_connection::take(std::string const& text) {
  if (closing()) return;
  ++context_->counts->frames_in;
  if (stream_.got_binary()) {
    close(unsupported_data, R"({"reason":"text_only"})");
    return;
  }
  auto read = protocol::read_client_frame(text);
  if (!joined()) {
    take_first(read);
    return;
  }
  std::shared_ptr<app::link> const self = shared_from_this();
  if (!read.frame) {
    session_->receive_unreadable(self, std::move(read));
  } else if (std::holds_alternative<protocol::hello>(*read.frame)) {
    close(policy_violation, R"({"reason":"hello_once"})");
  } else {
    session_->receive(self, std::move(*read.frame));
  }
}

void websocket_connection::take_first(protocol::reading const& read) {
  auto const* const at = read.frame ? std::get_if<protocol::hello>(&*read.frame) : nullptr;
  if (!at) {
    close(policy_violation, R"({"reason":"hello_expected"})");
    return;
  }
  auto const first = std::move(first_);
  join(std::move(first->who), *at);
}

}  // namespace

void open_websocket(std::shared_ptr<live_context> context, open_socket opened,
                    upgrade_request asked, std::shared_ptr<app::live_session> session,
                    app::visitor who) {
  auto const connection = std::make_shared<websocket_connection>(
      std::move(context), std::move(opened), std::move(asked), std::move(session), std::move(who));
  auto const rethrow = [](std::exception_ptr error) {
    if (error) std::rethrow_exception(error);
  };
  asio::co_spawn(connection->socket().get_executor(), websocket_connection::run(connection),
                 rethrow);
}

}  // namespace viab::net
