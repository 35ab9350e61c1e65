#include "net/http_connection.hpp"

#include "domain/ensure.hpp"
#include "net/log.hpp"
#include "net/response_head.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <optional>
#include <utility>

namespace viab::net {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using parser = http::request_parser<http::string_body>;

constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::chrono::seconds linger_for{2};
constexpr std::size_t most_lingering_bytes = 2 * 1024 * 1024;

// What was read: a request, an answer to something that is none, or nothing when the other side
// left.
struct received {
  std::optional<request> asked;
  std::optional<response> refused;
  bool keep_open = false;
  bool modern = false;  // HTTP/1.1
};

struct body_limits {
  std::size_t bytes;
  std::chrono::seconds time;
};

// A route that asks first who sends it may allow more than others.
body_limits limits_of(http_limits const& all, route_options const& route) {
  auto const most = route.admit ? all.most_admitted_body_bytes : all.most_body_bytes;
  return {std::min(route.body_limit, most), route.admit ? all.admitted_body : all.body};
}

// A long body that is being read.
class admitted_body {
public:
  explicit admitted_body(http_context& of) : of_(of) { ++of_.admitted_bodies; }
  ~admitted_body() { --of_.admitted_bodies; }
  admitted_body(admitted_body const&) = delete;
  admitted_body& operator=(admitted_body const&) = delete;

private:
  http_context& of_;
};

bool is_parse_error(error_code const& ec) {
  return ec.category() == http::make_error_code(http::error::bad_method).category()
         && ec != http::error::end_of_stream && ec != http::error::partial_message;
}

std::optional<response> answer_to_error(error_code const& ec) {
  if (ec == http::error::header_limit || ec == http::error::buffer_overflow) {
    return problem(431, "The head of the request is too large.", "head_too_large");
  }
  if (ec == http::error::body_limit) {
    return problem(413, "The body of the request is too large.", "body_too_large");
  }
  if (is_parse_error(ec)) return problem(400, "This is no request.", "bad_request");
  return std::nullopt;
}

// Nothing when the target is not in order.
std::optional<request> request_of(parser::value_type& message) {
  auto target = read_target(message.target());
  if (!target) return std::nullopt;
  request out;
  out.method = message.method_string();
  out.path = std::move(target->path);
  out.query_fields = std::move(target->query);
  for (auto const& one : message) out.headers.push_back({one.name_string(), one.value()});
  return out;
}

}  // namespace

class http_connection : public wheel::entry {
public:
  http_connection(std::shared_ptr<http_context> context, asio::ip::tcp::socket socket)
      : context_(std::move(context)),
        socket_(std::move(socket)),
        buffer_(context_->chosen.http.head_bytes + 4096),
        place_(context_->counts, &counters::connections_open) {}
  ~http_connection() override { stop_waiting(); }

  static asio::awaitable<void> run(std::shared_ptr<http_connection> self);
  asio::ip::tcp::socket& socket() { return socket_; }
  void drop() {
    error_code ignored;
    socket_.close(ignored);
  }
  void end_if_idle() {
    if (idle_) drop();
  }
  // A request that was read is still answered.
  void end_without_request() {
    if (!has_head_) drop();
  }

protected:
  void on_time() override { drop(); }

private:
  asio::awaitable<void> serve();
  asio::awaitable<bool> wait_for_request();
  asio::awaitable<bool> one_request();
  asio::awaitable<received> read_request();
  asio::awaitable<std::optional<response>> admit(request const& head);
  asio::awaitable<std::optional<response>> read_body(parser& from, body_limits most);
  asio::awaitable<bool> write(response answer, bool head_only, bool keep_open);
  asio::awaitable<void> write_all(std::string_view first, std::string_view second, error_code& ec);
  asio::awaitable<void> linger();
  void hand_over(response const& answer);
  void start_waiting();
  void stop_waiting();
  void limit(std::chrono::seconds time) { context_->wheel->schedule(*this, time); }

  std::shared_ptr<http_context> context_;
  asio::ip::tcp::socket socket_;
  boost::beast::flat_buffer buffer_;
  counted place_;
  std::optional<std::list<http_connection*>::iterator> in_line_;
  bool first_ = true;
  bool idle_ = false;      // between two requests
  bool has_head_ = false;  // of the request that is being read
};

void http_connection::start_waiting() {
  auto& line = context_->waiting;
  in_line_ = line.insert(line.end(), this);
  if (line.size() > context_->chosen.http.half_open) {
    ++context_->counts->connections_refused;
    auto* const oldest = line.front();
    oldest->stop_waiting();
    oldest->drop();
  }
}

void http_connection::stop_waiting() {
  if (in_line_) context_->waiting.erase(*in_line_);
  in_line_.reset();
}

asio::awaitable<void> http_connection::serve() {
  try {
    for (bool more = true; more;) {
      auto waiting = wait_for_request();
      more = co_await std::move(waiting);
      if (!more) break;
      auto answering = one_request();
      more = co_await std::move(answering);
    }
  } catch (bug const&) {
    throw;
  } catch (std::exception const& error) {
    log_failure("a connection", error.what());
  }
}

asio::awaitable<void> http_connection::run(std::shared_ptr<http_connection> self) {
  auto serving = self->serve();
  co_await std::move(serving);
  self->cancel_time();
  self->drop();
}

// Nothing but the socket is kept while nothing comes.
asio::awaitable<bool> http_connection::wait_for_request() {
  if (context_->stopping && !first_) co_return false;
  auto const& limits = context_->chosen.http;
  has_head_ = false;
  idle_ = !first_;
  start_waiting();
  error_code ec;
  if (buffer_.size() == 0) {
    buffer_.shrink_to_fit();
    limit(first_ ? limits.head : limits.idle);
    auto waiting = socket_.async_wait(asio::socket_base::wait_read,
                                      asio::redirect_error(asio::use_awaitable, ec));
    co_await std::move(waiting);
  }
  limit(limits.head);
  first_ = idle_ = false;
  co_return !ec && socket_.is_open();
}

asio::awaitable<std::optional<response>> http_connection::admit(request const& head) {
  auto asking = context_->routes.refused_unread(head);
  auto no = co_await std::move(asking);
  // Only now: while this one was being asked, others may have begun.
  if (no || context_->admitted_bodies < context_->chosen.http.admitted_bodies) {
    co_return std::move(no);
  }
  auto busy = problem(503, "Others are sending large files. Try again in a moment.", "busy");
  busy.headers.push_back({"Retry-After", "10"});
  co_return busy;
}

asio::awaitable<std::optional<response>> http_connection::read_body(parser& from,
                                                                    body_limits most) {
  auto const announced = from.content_length();
  if (announced && *announced > most.bytes) co_return answer_to_error(http::error::body_limit);
  from.body_limit(most.bytes);
  limit(most.time);
  error_code ec;
  if (!from.is_done() && boost::beast::iequals(from.get()[http::field::expect], "100-continue")) {
    auto writing = write_all(go_on, {}, ec);
    co_await std::move(writing);
  }
  if (!ec && !from.is_done()) {
    auto reading =
        http::async_read(socket_, buffer_, from, asio::redirect_error(asio::use_awaitable, ec));
    co_await std::move(reading);
  }
  if (!ec) co_return std::nullopt;
  if (auto refused = answer_to_error(ec)) co_return refused;
  drop();
  co_return std::nullopt;
}

asio::awaitable<received> http_connection::read_request() {
  received out;
  parser from;
  auto const& limits = context_->chosen.http;
  from.header_limit(static_cast<std::uint32_t>(limits.head_bytes));
  // Of any route; that of this one is known when the head is there.
  from.body_limit(std::max(limits.most_body_bytes, limits.most_admitted_body_bytes));
  error_code ec;
  auto reading_head = http::async_read_header(socket_, buffer_, from,
                                              asio::redirect_error(asio::use_awaitable, ec));
  co_await std::move(reading_head);
  if (ec) {
    out.refused = answer_to_error(ec);
    co_return out;
  }
  has_head_ = true;
  auto& message = from.get();
  auto asked = request_of(message);
  bool const modern = message.version() == 11;
  if (!asked || (modern && asked->header("Host").empty())) {
    // Where the body of this would end is not worth finding out.
    out.refused = problem(400, "This is no request that is understood here.", "bad_request");
    co_return out;
  }
  auto const peer = socket_.remote_endpoint(ec);
  if (!ec)
    asked->remote = context_->proxies.remote(peer.address(), asked->header("X-Forwarded-For"));
  auto const& route = context_->routes.options_of(asked->method, asked->path);
  std::optional<admitted_body> counted_in;
  if (route.admit) {
    auto admitting = admit(*asked);
    out.refused = co_await std::move(admitting);
    if (out.refused || !socket_.is_open()) co_return out;
    counted_in.emplace(*context_);
  }
  auto reading_body = read_body(from, limits_of(limits, route));
  out.refused = co_await std::move(reading_body);
  if (out.refused || !socket_.is_open()) co_return out;
  asked->body = std::move(message.body());
  out.keep_open = modern && from.keep_alive();
  out.modern = modern;
  out.asked = std::move(asked);
  co_return out;
}

// True when another request may follow.
asio::awaitable<bool> http_connection::one_request() {
  auto reading = read_request();
  auto got = co_await std::move(reading);
  stop_waiting();
  if (!got.asked && !got.refused) co_return false;
  ++context_->counts->requests;
  if (got.refused) {
    auto refusing = write(std::move(*got.refused), false, false);
    co_await std::move(refusing);
    // Closing with unread bytes would take our answer away from the other side.
    auto lingering = linger();
    co_await std::move(lingering);
    co_return false;
  }
  cancel_time();  // a handler keeps its own limits
  bool const head_only = got.asked->method == "HEAD";
  response answer;
  if (context_->stopping && changes_something(got.asked->method)) {
    answer = restarting();
  } else {
    auto answering = context_->routes.answer(std::move(*got.asked));
    answer = co_await std::move(answering);
  }
  if (answer.take_over && (buffer_.size() > 0 || !got.modern)) {
    answer = problem(400, "Wait for the answer before you go on.", "bad_handshake");
  }
  if (answer.take_over) {
    hand_over(answer);
    co_return false;
  }
  bool const keep_open = got.keep_open && !context_->stopping;
  auto writing = write(std::move(answer), head_only, keep_open);
  bool const written = co_await std::move(writing);
  co_return written&& keep_open;
}

void http_connection::hand_over(response const& answer) {
  open_socket opened{std::move(socket_), std::move(place_)};
  answer.take_over(opened);
}

asio::awaitable<void> http_connection::write_all(std::string_view first, std::string_view second,
                                                 error_code& ec) {
  while (!ec && first.size() + second.size() > 0) {
    limit(context_->chosen.http.writing);
    std::array<asio::const_buffer, 2> const buffers{asio::buffer(first), asio::buffer(second)};
    auto writing = socket_.async_write_some(buffers, asio::redirect_error(asio::use_awaitable, ec));
    auto written = co_await std::move(writing);
    auto const of_first = std::min(written, first.size());
    first.remove_prefix(of_first);
    second.remove_prefix(written - of_first);
  }
}

asio::awaitable<bool> http_connection::write(response answer, bool head_only, bool keep_open) {
  auto const head = response_head(answer, {context_->chosen.https(), keep_open, false});
  error_code ec;
  auto writing = write_all(head, head_only ? std::string_view() : answer.bytes(), ec);
  co_await std::move(writing);
  co_return !ec;
}

asio::awaitable<void> http_connection::linger() {
  limit(linger_for);
  error_code ec;
  socket_.shutdown(asio::socket_base::shutdown_send, ec);
  std::array<char, 4096> ignored;
  for (std::size_t total = 0; !ec && total < most_lingering_bytes;) {
    auto reading = socket_.async_read_some(asio::buffer(ignored),
                                           asio::redirect_error(asio::use_awaitable, ec));
    total += co_await std::move(reading);
  }
}

void serve_http(std::shared_ptr<http_context> context, asio::ip::tcp::socket socket) {
  ++context->counts->connections_accepted;
  if (context->counts->connections_open >= context->most_open) {
    ++context->counts->connections_refused;
    return;
  }
  error_code ignored;
  socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  auto const connection = std::make_shared<http_connection>(std::move(context), std::move(socket));
  auto const rethrow = [](std::exception_ptr error) {
    if (error) std::rethrow_exception(error);
  };
  asio::co_spawn(connection->socket().get_executor(), http_connection::run(connection), rethrow);
}

void end_idle(http_context& context) {
  for (auto* const one : context.waiting) one->end_if_idle();
}

void end_waiting(http_context& context) {
  for (auto* const one : context.waiting) one->end_without_request();
}

}  // namespace viab::net
