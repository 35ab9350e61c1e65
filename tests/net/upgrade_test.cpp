#include "test_server.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

namespace {
std::string const protocol_line = "Sec-WebSocket-Protocol: viab.v1\r\n";
std::string const ann = "Cookie: viab=ann\r\n";
}  // namespace

TEST_CASE("only our own pages may open a live connection, and others touch nothing", "[S1]") {
  test_server here;
  auto const port = std::to_string(here.port);
  auto client = here.connect();
  auto const from = [&](std::string const& origin) {
    return client.upgrade("/live/s1", origin + protocol_line + ann).status;
  };
  CHECK(from("") == 403);
  for (std::string const foreign :
       {"null", "https://evil.example", "https://viab.example.evil", "http://127.0.0.1",
        "http://127.0.0.1:1", "https://127.0.0.1:8080", "http://127.0.0.1:8080.evil.example"}) {
    INFO(foreign);
    CHECK(from("Origin: " + foreign + "\r\n") == 403);
  }
  CHECK(from("Origin: http://127.0.0.1:" + port + "0\r\n") == 403);
  CHECK(here.gate.asked == 0);
  CHECK(here.sessions.asked == 0);
  for (std::string const& own : {"http://127.0.0.1:" + port, "http://localhost:" + port,
                                std::string("http://127.0.0.1:8080")}) {
    INFO(own);
    CHECK(here.connect().upgrade("/live/s1", "Origin: " + own + "\r\n" + protocol_line + ann).status
          == 101);
  }
}

TEST_CASE("who is not signed in gets 401, who may not enter the same 404 as for nothing",
          "[S2][S5]") {
  test_server here;
  auto client = here.connect();
  auto const as = [&](std::string const& cookie, std::string const& session) {
    return client.upgrade("/live/" + session, here.origin_line() + protocol_line + cookie);
  };
  CHECK(as("", "s1").status == 401);
  CHECK(as("Cookie: other=ann\r\n", "s1").status == 401);
  CHECK(as("Cookie: viab=expired\r\n", "s1").status == 401);
  auto const foreign = as("Cookie: viab=eve\r\n", "s1");
  auto const unknown = as(ann, "s2");
  auto const strange = as(ann, "s%20%0d");
  CHECK(foreign.status == 404);
  CHECK(unknown.status == 404);
  CHECK(strange.status == 404);
  CHECK(foreign.body == unknown.body);
  CHECK(foreign.body == strange.body);
  CHECK(foreign.headers == unknown.headers);
  CHECK(here.counts().websockets_open == 0);
  CHECK(here.counts().upgrades_refused == 6);
}

TEST_CASE("the handshake must be one, with our subprotocol") {
  test_server here;
  auto client = here.connect();
  CHECK(client.upgrade("/live/s1", here.origin_line() + ann).status == 400);
  CHECK(client.upgrade("/live/s1", here.origin_line() + ann
                                       + "Sec-WebSocket-Protocol: viab.v2\r\n").status == 400);
  CHECK(client.get("/live/s1", here.origin_line() + ann).status == 426);
  auto const old = client.get("/live/s1", here.origin_line() + ann + protocol_line
                                              + "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                                                "Sec-WebSocket-Version: 8\r\n"
                                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
  CHECK(old.status == 426);
  CHECK(old.header("Sec-WebSocket-Version") == "13");
  auto const got = client.upgrade("/live/s1", here.origin_line() + ann
                                                  + "Sec-WebSocket-Protocol: other, viab.v1\r\n");
  CHECK(got.status == 101);
  CHECK(got.header("Sec-WebSocket-Accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  CHECK(got.header("Sec-WebSocket-Protocol") == "viab.v1");
  CHECK(got.header("X-Content-Type-Options") == "nosniff");
  CHECK(got.header("Content-Security-Policy") != "");
}

TEST_CASE("who talks before the answer is refused") {
  test_server here;
  auto client = here.connect();
  client.send("GET /live/s1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
              "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
              + here.origin_line() + protocol_line + ann + "\r\n" + "\x81\x80wwww");
  CHECK(client.read_answer().status == 400);
}

TEST_CASE("compression is never agreed on", "[S9]") {
  test_server here;
  auto client = here.connect();
  auto const got = client.upgrade(
      "/live/s1", here.origin_line() + protocol_line + ann
                      + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n");
  CHECK(got.status == 101);
  CHECK(got.count("Sec-WebSocket-Extensions") == 0);
  client.send_text(R"({"hello":{}})");
  CHECK_FALSE(client.read_frame().compressed);
}

TEST_CASE("the visitor is who the cookie says, as a screen when asked for") {
  test_server here;
  auto client = here.connect();
  auto const got = client.upgrade("/live/s1?as=screen", here.origin_line() + protocol_line + ann);
  REQUIRE(got.status == 101);
  client.send_text(R"({"hello":{"epoch":"e0","seq":12}})");
  CHECK(client.read_text().find(R"("role":"screen")") != std::string::npos);
  here.run([&] {
    CHECK(here.sessions.one->visitors.at(0).key == "person:ann");
    CHECK(here.sessions.one->visitors.at(0).as == role::screen);
    CHECK(here.sessions.one->hellos.at(0).epoch == "e0");
    CHECK(here.sessions.one->hellos.at(0).seq == 12U);
  });
}
