#include "test_server.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>

using namespace viab;
using namespace viab::tests;

namespace {

int retry_in(std::string const& reason) {
  auto const at = reason.find("{\"retry_after_ms\":");
  return at == 0 ? std::atoi(reason.c_str() + 18) : -1;
}

}  // namespace

TEST_CASE("a stop asks everybody to come back, spread over time, and then ends") {
  test_server here;
  std::vector<raw_client> clients;
  for (int i = 0; i < 30; ++i) clients.push_back(here.joined());
  auto idle = here.connect();
  CHECK(idle.get("/nothing.png").status == 404);
  std::atomic<bool> done = false;
  auto const begun = std::chrono::steady_clock::now();
  here.run([&] { here.server.stop([&] { done = true; }); });
  CHECK(idle.ended());
  for (auto& client : clients) {
    auto const closed = client.read_close();
    CHECK(closed.code() == 1012);
    CHECK(retry_in(closed.reason()) >= 500);
    CHECK(retry_in(closed.reason()) <= 800);
    client.send_frame(op_close, closed.payload);
  }
  auto const span = std::chrono::steady_clock::now() - begun;
  CHECK(span >= 200ms);
  CHECK(here.becomes([&] { return done.load(); }));
  CHECK(here.sessions.one->left == 30);
  CHECK_THROWS(here.connect());
}

TEST_CASE("while people are sent away the door is open: who asks is answered, who enters is not") {
  auto chosen = local_config();
  chosen.drain_spread = 20s;
  test_server here(chosen);
  std::vector<raw_client> clients;
  for (int i = 0; i < 3; ++i) clients.push_back(here.joined());
  std::atomic<bool> done = false;
  here.run([&] { here.server.stop([&] { done = true; }); });
  // They were asked to go and have not gone yet.
  for (auto& client : clients) CHECK(client.read_close().code() == 1012);
  auto probe = here.connect();
  auto const asked = probe.get("/nothing.png");
  CHECK(asked.status == 404);
  CHECK(asked.header("Connection") == "close");
  CHECK(probe.ended());
  auto const cookie = "Cookie: viab=ann\r\n" + here.origin_line();
  auto const upgraded = here.connect().upgrade("/live/s1", cookie);
  CHECK(upgraded.status == 503);
  CHECK(upgraded.header("Retry-After") != "");
  CHECK(here.connect().get("/live/s1/stream", cookie).status == 503);
  auto const posted = here.connect().post("/api/v1/teams/t1/sessions", "{}", cookie);
  CHECK(posted.status == 503);
  CHECK(posted.header("Retry-After") != "");
  CHECK_FALSE(done.load());
  for (auto& client : clients) client.send_frame(op_close, "\x03\xf4");
  CHECK(here.becomes([&] { return done.load(); }));
  CHECK_THROWS(here.connect());
}

TEST_CASE("the door is open no longer than the time to drain, also for who does not go") {
  test_server here;
  auto stays = here.joined();
  std::atomic<bool> done = false;
  here.run([&] { here.server.stop([&] { done = true; }); });
  auto const shut = [&] {
    try {
      here.connect();
      return false;
    } catch (std::exception const&) {
      return true;
    }
  };
  CHECK(here.becomes(shut));
  CHECK_FALSE(done.load());
  CHECK(here.becomes([&] { return here.server.counts().connections_open == 1; }));
  stays.send_frame(op_close, "\x03\xf4");
  CHECK(here.becomes([&] { return done.load(); }));
}

TEST_CASE("while it stops, nobody new comes in and requests are still answered") {
  auto chosen = local_config();
  chosen.drain_spread = 2s;
  test_server here(chosen);
  std::vector<raw_client> clients;
  for (int i = 0; i < 3; ++i) clients.push_back(here.joined());
  auto late = here.connect();
  late.send("GET /live/s1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n");
  here.becomes([&] { return here.server.counts().connections_open == 4; });
  auto stream = here.connect();
  stream.get("/live/s1/stream", "Cookie: viab=ann\r\n");
  // One is in the middle of its request when the stop begins.
  auto busy = here.connect();
  busy.send("POST /live/s1/commands HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n"
            "Content-Type: application/json\r\nCookie: viab=ann\r\n" + here.origin_line() + "\r\n");
  std::this_thread::sleep_for(50ms);
  std::atomic<bool> done = false;
  here.run([&] { here.server.stop([&] { done = true; }); });
  busy.send(R"({"ping":5})");
  auto const refused = busy.read_answer();
  CHECK(refused.status == 503);
  CHECK(refused.header("Connection") == "close");
  CHECK(refused.header("Retry-After") != "");
  CHECK_FALSE(done.load());
  // The second call does not wait any longer.
  here.run([&] { here.server.stop({}); });
  CHECK(late.ended());
  for (auto& client : clients) CHECK(client.read_close().code() == 1012);
  CHECK(here.becomes([&] { return done.load(); }));
}
