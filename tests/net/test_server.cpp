#include "test_server.hpp"

#include <boost/asio/post.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <future>

namespace viab::tests {

namespace {

namespace asio = boost::asio;

protocol::frame frame(std::string text) {
  return std::make_shared<std::string const>(std::move(text));
}

protocol::frame small_view(std::uint64_t seq) {
  return frame(R"({"view":{"seq":)" + std::to_string(seq) + R"(,"shared":{"session":{}}}})");
}

}  // namespace

void fake_session::join(std::shared_ptr<app::link> who, app::visitor as, protocol::hello at) {
  protocol::welcome hello;
  hello.you = participant_id{static_cast<std::uint32_t>(links.size() + 1)};
  hello.as = as.as;
  hello.epoch = "e1";
  hello.seq = seq;
  hello.build = "test";
  links.push_back(who);
  visitors.push_back(std::move(as));
  hellos.push_back(std::move(at));
  who->send(protocol::write_welcome(hello));
  who->send_view(small_view(seq));
}

void fake_session::receive(std::shared_ptr<app::link> const& who, protocol::client_frame what) {
  if (auto const* ping = std::get_if<protocol::ping>(&what)) {
    who->send(protocol::write_pong(ping->number));
  }
  if (auto const* command = std::get_if<protocol::unread_command>(&what)) {
    who->send(protocol::write_done(command->id, ++seq));
  }
}

void fake_session::receive_unreadable(std::shared_ptr<app::link> const& who,
                                      protocol::reading what) {
  ++unreadable;
  who->send(protocol::write_refused(what.offender, what.frame.why(), "no"));
}

void fake_session::receive_once(std::shared_ptr<app::link> answer, app::visitor who,
                                protocol::unread_command command) {
  visitors.push_back(std::move(who));
  if (silent) {
    unanswered.push_back(std::move(answer));
  } else {
    answer->send(protocol::write_done(command.id, ++seq));
  }
}

void fake_session::catch_up(std::shared_ptr<app::link> const& who) {
  ++caught_up;
  who->send_view(small_view(seq));
}

void fake_session::leave(std::shared_ptr<app::link> const& who) {
  ++left;
  std::erase(links, who);
}

void fake_session::send_patches(int count, std::size_t bytes) {
  for (int i = 0; i < count; ++i) {
    auto const patch = frame(R"({"patch":{"seq":)" + std::to_string(++seq) + R"(,"shared":[")"
                             + std::string(bytes, 'x') + R"("]}})");
    for (auto const& one : links) one->send_patch(patch);
  }
}

asio::awaitable<bool> fake_gate::knows(std::string cookie) {
  ++asked;
  co_return cookie == "ann" || cookie == "bob" || cookie == "eve";
}

asio::awaitable<std::optional<app::visitor>> fake_gate::visitor_for(std::string cookie, session_id,
                                                                    bool as_screen) {
  ++asked;
  std::optional<app::visitor> out;
  if (cookie == "ann" || cookie == "bob") {
    out.emplace();
    out->key = "person:" + cookie;
    out->name = cookie;
    if (as_screen) out->as = role::screen;
  }
  co_return out;
}

asio::awaitable<std::shared_ptr<app::live_session>> fake_sessions::find(session_id id) {
  ++asked;
  std::shared_ptr<app::live_session> out;
  if (id.value == "s1") out = one;
  co_return out;
}

net::config local_config() {
  net::config out;
  out.addresses = {{"127.0.0.1", 0}};
  out.drain_spread = 300ms;
  return out;
}

net::config hasty_config() {
  auto out = local_config();
  out.second = 20ms;
  return out;
}

test_server::test_server(net::config chosen)
    : server(loop, std::move(chosen), gate, sessions), guard_(loop.get_executor()) {
  server.start();
  port = server.ports().at(0);
  thread_ = std::thread([this] { loop.run(); });
}

test_server::~test_server() {
  run([this] {
    server.stop([] {});
    server.stop({});
    guard_.reset();
  });
  thread_.join();
}

void test_server::run(std::function<void()> const& what) {
  std::promise<void> done;
  asio::post(loop, [&] {
    what();
    done.set_value();
  });
  done.get_future().get();
}

bool test_server::becomes(std::function<bool()> const& what) {
  for (int i = 0; i < 500; ++i) {
    bool holds = false;
    run([&] { holds = what(); });
    if (holds) return true;
    std::this_thread::sleep_for(10ms);
  }
  return false;
}

net::counters test_server::counts() {
  net::counters out;
  run([&] { out = server.counts(); });
  return out;
}

raw_client test_server::websocket(std::string const& cookie, int receive_buffer) {
  auto out = connect(receive_buffer);
  auto const got = out.upgrade("/live/s1", origin_line() + "Sec-WebSocket-Protocol: viab.v1\r\n"
                                               + "Cookie: viab=" + cookie + "\r\n");
  REQUIRE(got.status == 101);
  return out;
}

raw_client test_server::joined(std::string const& cookie, int receive_buffer) {
  auto out = websocket(cookie, receive_buffer);
  out.send_text(R"({"hello":{}})");
  REQUIRE(out.read_text().starts_with(R"({"welcome")"));
  REQUIRE(out.read_text().starts_with(R"({"view")"));
  return out;
}

}  // namespace viab::tests
