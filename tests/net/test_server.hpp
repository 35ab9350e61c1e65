// A real listener on a loopback port, with a session and a sign-in that only pretend.
#pragma once

#include "net/server.hpp"
#include "raw_client.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace viab::tests {

// Welcomes, shows a small view, answers pings and commands.
class fake_session : public app::live_session {
public:
  void join(std::shared_ptr<app::link>, app::visitor, protocol::hello) override;
  void receive(std::shared_ptr<app::link> const&, protocol::client_frame) override;
  void receive_unreadable(std::shared_ptr<app::link> const&, protocol::reading) override;
  void receive_once(std::shared_ptr<app::link>, app::visitor, protocol::unread_command) override;
  void catch_up(std::shared_ptr<app::link> const&) override;
  void leave(std::shared_ptr<app::link> const&) override;

  void send_patches(int count, std::size_t bytes);

  std::vector<std::shared_ptr<app::link>> links;
  std::vector<app::visitor> visitors;
  std::vector<protocol::hello> hellos;
  std::vector<std::shared_ptr<app::link>> unanswered;  // when silent
  std::uint64_t seq = 0;
  int left = 0;
  int caught_up = 0;
  int unreadable = 0;
  bool silent = false;
};

// Cookies: "ann" and "bob" are somebody, "eve" is but may enter nothing; all others are nobody's.
class fake_gate : public net::gate {
public:
  boost::asio::awaitable<bool> knows(std::string cookie) override;
  boost::asio::awaitable<std::optional<app::visitor>> visitor_for(std::string cookie, session_id,
                                                                  bool as_screen) override;
  int asked = 0;
};

// There is one session: "s1".
class fake_sessions : public app::live_sessions {
public:
  boost::asio::awaitable<std::shared_ptr<app::live_session>> find(session_id) override;
  std::shared_ptr<fake_session> one = std::make_shared<fake_session>();
  int asked = 0;
};

net::config local_config();
// The same, with seconds that last 20 ms.
net::config hasty_config();

class test_server {
public:
  explicit test_server(net::config = local_config());
  ~test_server();

  // Does it in the server's thread and waits for it.
  void run(std::function<void()> const& what);
  // Until it holds in the server's thread; false when it does not within five seconds.
  bool becomes(std::function<bool()> const& what);
  net::counters counts();
  std::string origin() const { return "http://127.0.0.1:" + std::to_string(port); }
  std::string origin_line() const { return "Origin: " + origin() + "\r\n"; }

  raw_client connect(int receive_buffer = 0) const { return raw_client(port, receive_buffer); }
  // Upgraded; the hello is still to be said.
  raw_client websocket(std::string const& cookie = "ann", int receive_buffer = 0);
  // Greeted: welcome and view are read.
  raw_client joined(std::string const& cookie = "ann", int receive_buffer = 0);

  boost::asio::io_context loop;
  fake_gate gate;
  fake_sessions sessions;
  net::server server;
  std::uint16_t port = 0;

private:
  // Keeps the loop going after a stop. Without it the loop ends by itself: nothing may be left
  // behind.
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_;
  std::thread thread_;
};

}  // namespace viab::tests
