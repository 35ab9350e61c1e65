#include "test_server.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

using namespace viab;
using namespace viab::tests;

namespace {

long seq_in(std::string const& text) {
  auto const at = text.find("\"seq\":");
  return at == std::string::npos ? -1 : std::atol(text.c_str() + at + 6);
}

}  // namespace

TEST_CASE("hello, commands and answers") {
  test_server here;
  auto client = here.joined();
  client.send_text(R"({"ping":17})");
  CHECK(client.read_text() == R"({"pong":17})");
  client.send_text(R"({"do":{"id":"command-1","command":{"type":"start"}}})");
  CHECK(client.read_text() == R"({"done":{"id":"command-1","seq":1}})");
  client.send_text("{\"do\":");
  CHECK(client.read_text().starts_with(R"({"refused":)"));
  client.send_frame(op_ping, "are you there");
  auto const pong = client.read_frame();
  CHECK(pong.opcode == op_pong);
  CHECK(pong.payload == "are you there");
  // In pieces, with a ping in between.
  client.send_frame(op_text, "{\"pi", false);
  client.send_frame(op_ping, "");
  client.send_frame(0, "ng\":4}");
  CHECK(client.read_text() == R"({"pong":4})");
  CHECK(here.counts().frames_in == 5);
}

TEST_CASE("a frame of every length arrives whole") {
  test_server here;
  auto client = here.joined();
  for (std::size_t const size : {1U, 80U, 125U, 126U, 127U, 65'480U, 65'535U, 65'536U, 300'000U}) {
    here.run([&] { here.sessions.one->send_patches(1, size); });
    auto const got = client.read_text();
    CHECK(std::ranges::count(got, 'x') == static_cast<std::ptrdiff_t>(size));
  }
}

TEST_CASE("frames that wait go out together") {
  test_server here;
  auto client = here.joined();
  auto const before = here.counts();
  here.run([&] { here.sessions.one->send_patches(100, 200); });
  for (int i = 1; i <= 100; ++i) REQUIRE(seq_in(client.read_text()) == i);
  auto const after = here.counts();
  CHECK(after.frames_out - before.frames_out == 100);
  CHECK(after.writes - before.writes <= 4);  // of at most 32 frames each
}

TEST_CASE("the first frame is hello, and only the first") {
  auto chosen = local_config();
  chosen.live.closing = 0s;
  test_server here(chosen);
  for (auto const* first :
       {R"({"ping":1})", R"({"do":{"id":"command-1","command":{}}})", "[]", ""}) {
    auto client = here.websocket();
    client.send_text(first);
    auto const closed = client.read_close();
    CHECK(closed.code() == 1008);
    CHECK(closed.reason() == R"({"reason":"hello_expected"})");
  }
  CHECK(here.sessions.one->visitors.empty());
  auto client = here.joined();
  client.send_text(R"({"hello":{}})");
  CHECK(client.read_close().code() == 1008);
  CHECK(here.becomes([&] { return here.sessions.one->left == 1; }));
}

TEST_CASE("what is too long, no text or no UTF-8 closes the connection", "[S6]") {
  auto chosen = local_config();
  chosen.second = 100ms;
  chosen.live.closing = 1s;
  test_server here(chosen);
  auto client = here.joined();
  auto const begin = std::string(R"({"do":{"id":"command-1","command":{"text":")");
  auto const of_length = [&](std::size_t size) {
    return begin + std::string(size - begin.size() - 4, 'x') + "\"}}}";
  };
  client.send_text(of_length(65'536));
  CHECK(client.read_text().starts_with(R"({"done")"));
  SECTION("65 KiB") {
    client.send_text(of_length(65 * 1024));
    CHECK(client.read_close().code() == 1009);
  }
  SECTION("65 KiB in pieces") {
    client.send_frame(op_text, of_length(40'000), false);
    client.send_frame(0, of_length(40'000), true);
    CHECK(client.read_close().code() == 1009);
  }
  SECTION("invalid UTF-8") {
    client.send_text("{\"ping\":\"\xc3\x28\"}");
    CHECK(client.read_close().code() == 1007);
  }
  SECTION("a lone surrogate in UTF-8") {
    client.send_text("{\"ping\":\"\xed\xa0\x80\"}");
    CHECK(client.read_close().code() == 1007);
  }
  SECTION("binary") {
    client.send_frame(op_binary, R"({"ping":1})");
    CHECK(client.read_close().code() == 1003);
  }
  SECTION("a frame that is not masked") {
    client.send("\x81\x02{}");
    CHECK(client.read_close().code() == 1002);
  }
  SECTION("a reserved bit") {
    client.send_frame(op_text | 0x40, "{}");
    CHECK(client.read_close().code() == 1002);
  }
  CHECK(client.ended());
  CHECK(here.becomes([&] { return here.sessions.one->left == 1; }));
  CHECK(here.becomes([&] { return here.server.counts().connections_open == 0; }));
}

TEST_CASE("a connection ends calmly from either side") {
  test_server here;
  auto client = here.joined();
  SECTION("the client's") {
    client.send_frame(op_close, std::string("\x03\xe8", 2));
    CHECK(client.read_close().code() == 1000);
  }
  SECTION("the session's: what waits comes first") {
    here.run([&] {
      here.sessions.one->send_patches(3, 10);
      here.sessions.one->links.at(0)->close(4501, R"({"reason":"session_ended"})");
      here.sessions.one->send_patches(1, 10);
    });
    for (int i = 1; i <= 3; ++i) CHECK(seq_in(client.read_text()) == i);
    auto const closed = client.read_frame();
    CHECK(closed.code() == 4501);
    CHECK(closed.reason() == R"({"reason":"session_ended"})");
    client.send_frame(op_close, std::string("\x11\x95", 2));
  }
  SECTION("without a word") {
    raw_client const gone = std::move(client);
    CHECK(here.sessions.one->left == 0);
  }
  CHECK(here.becomes([&] { return here.sessions.one->left == 1; }));
  CHECK(here.becomes([&] { return here.server.counts().connections_open == 0; }));
  CHECK(here.counts().websockets_open == 0);
}

TEST_CASE("silent connections: pings, and an end to those that do not answer") {
  test_server here(hasty_config());
  auto silent = here.joined();
  auto answering = here.joined();
  auto never_greets = here.websocket();
  CHECK(never_greets.read_close(2s).code() == 1008);
  for (int i = 0; i < 6; ++i) {
    auto const ping = answering.read_frame();
    REQUIRE(ping.opcode == op_ping);
    answering.send_frame(op_pong, ping.payload);
  }
  CHECK(silent.ended(2s));
  answering.send_text(R"({"ping":1})");
  CHECK(answering.read_text() == R"({"pong":1})");
  CHECK(here.sessions.one->left == 1);
}

TEST_CASE("a slow reader gets whole views instead of patches, and costs the others nothing") {
  auto chosen = local_config();
  chosen.live.send_buffer_bytes = 16 * 1024;
  test_server here(chosen);
  auto slow = here.joined("ann", 4096);
  auto quick = here.joined("bob");
  int constexpr rounds = 40;
  int constexpr each = 50;
  for (int round = 0; round < rounds; ++round) {
    here.run([&] { here.sessions.one->send_patches(each, 2000); });
    for (int i = 1; i <= each; ++i) {
      auto const got = quick.read_text();
      REQUIRE(got.starts_with(R"({"patch")"));
      REQUIRE(seq_in(got) == round * each + i);
    }
  }
  CHECK(here.counts().fell_behind == 1);
  CHECK(here.sessions.one->caught_up == 0);  // nobody reads: no view is drawn for nothing
  CHECK(here.sessions.one->links.at(0)->fell_behind());
  CHECK_FALSE(here.sessions.one->links.at(1)->fell_behind());
  // Now it reads: patches without a gap, then one view, then live again.
  int patches = 0;
  long knows = 0;
  std::string got;
  while ((got = slow.read_text()).starts_with(R"({"patch")")) {
    CHECK(seq_in(got) == knows + 1);
    knows = seq_in(got);
    ++patches;
  }
  CHECK(patches < 300);
  CHECK(got.starts_with(R"({"view")"));
  CHECK(seq_in(got) == rounds * each);
  CHECK(here.sessions.one->caught_up == 1);
  here.run([&] { here.sessions.one->send_patches(1, 10); });
  CHECK(seq_in(slow.read_text()) == rounds * each + 1);
}

TEST_CASE("who does not read at all is closed", "[R6]") {
  auto chosen = hasty_config();
  chosen.live.send_buffer_bytes = 16 * 1024;
  test_server here(chosen);
  auto stuck = here.joined("ann", 4096);
  here.run([&] { here.sessions.one->send_patches(200, 2000); });
  CHECK(here.becomes([&] { return here.server.counts().slow_closes == 1; }));
  CHECK(here.becomes([&] { return here.sessions.one->left == 1; }));
  CHECK(here.becomes([&] { return here.server.counts().connections_open == 0; }));
}

TEST_CASE("too many answers that nobody reads close the connection") {
  auto chosen = local_config();
  chosen.live.closing = 0s;
  chosen.live.send_buffer_bytes = 16 * 1024;
  test_server here(chosen);
  auto greedy = here.joined("ann", 4096);
  here.run([&] {
    auto const notice = std::make_shared<std::string const>(3000, 'n');
    auto const link = here.sessions.one->links.at(0);
    for (int i = 0; i < 1000; ++i) link->send(notice);
  });
  CHECK(here.counts().slow_closes == 1);
  CHECK(here.becomes([&] { return here.sessions.one->left == 1; }));
}
