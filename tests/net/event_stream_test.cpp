#include "net/event_stream.hpp"
#include "test_server.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

namespace {

std::string const ann = "Cookie: viab=ann\r\n";

raw_client streaming(test_server& here, std::string const& query = {},
                     std::string const& lines = {}) {
  auto out = here.connect();
  auto const got = out.get("/live/s1/stream" + query, ann + lines);
  REQUIRE(got.status == 200);
  REQUIRE(got.header("Content-Type") == "text/event-stream");
  REQUIRE(got.header("Cache-Control") == "no-store");
  REQUIRE(got.header("Transfer-Encoding") == "chunked");
  return out;
}

answer command(test_server& here, std::string const& body, std::string const& cookie = ann) {
  return here.connect().post("/live/s1/commands", body,
                             here.origin_line() + "Content-Type: application/json\r\n" + cookie);
}

}  // namespace

TEST_CASE("the stream carries the same frames, with places to come back to") {
  test_server here;
  auto client = streaming(here);
  auto const welcome = client.read_chunk();
  CHECK(welcome.starts_with("id: e1:0\ndata: {\"welcome\":"));
  CHECK(welcome.ends_with("}}\n\n"));
  CHECK(client.read_chunk() ==
        "id: e1:0\ndata: {\"view\":{\"seq\":0,\"shared\":{\"session\":{}}}}\n\n");
  here.run([&] { here.sessions.one->send_patches(2, 3); });
  CHECK(client.read_chunk() == "id: e1:1\ndata: {\"patch\":{\"seq\":1,\"shared\":[\"xxx\"]}}\n\n");
  CHECK(client.read_chunk() == "id: e1:2\ndata: {\"patch\":{\"seq\":2,\"shared\":[\"xxx\"]}}\n\n");
  here.run([&] { here.sessions.one->links.at(0)->send(protocol::write_pong(1)); });
  CHECK(client.read_chunk() == "data: {\"pong\":1}\n\n");
  CHECK(here.counts().streams_open == 1);
}

TEST_CASE("a stream comes back where it was") {
  test_server here;
  auto first = streaming(here, "?epoch=e0&seq=7");
  first.read_chunk();
  auto second = streaming(here, "?epoch=e0&seq=7", "Last-Event-ID: e1:42\r\n");
  second.read_chunk();
  auto third = streaming(here, "?epoch=e0");
  third.read_chunk();
  here.run([&] {
    auto const& said = here.sessions.one->hellos;
    CHECK(said.at(0).epoch == "e0");
    CHECK(said.at(0).seq == 7U);
    CHECK(said.at(1).epoch == "e1");
    CHECK(said.at(1).seq == 42U);
    CHECK_FALSE(said.at(2).epoch);
  });
}

TEST_CASE("a stream ends with a closed frame, and is left when the browser goes") {
  test_server here;
  auto client = streaming(here);
  client.read_chunk();
  client.read_chunk();
  SECTION("closed by the session") {
    here.run([&] { here.sessions.one->links.at(0)->close(4501, R"({"reason":"session_ended"})"); });
    auto const last = client.read_chunk();
    CHECK(last.starts_with("data: {\"closed\":{"));
    CHECK(last.find("4501") != std::string::npos);
    CHECK(client.read_chunk().empty());
    CHECK(client.ended());
    raw_client const gone = std::move(client);
  }
  SECTION("the browser goes") { raw_client const gone = std::move(client); }
  CHECK(here.becomes([&] { return here.sessions.one->left == 1; }));
  CHECK(here.becomes([&] { return here.server.counts().connections_open == 0; }));
}

TEST_CASE("a silent stream says that it is there") {
  test_server here(hasty_config());
  auto client = streaming(here);
  client.read_chunk();
  client.read_chunk();
  CHECK(client.read_chunk() == ":\n\n");
  CHECK(client.read_chunk() == ":\n\n");
}

TEST_CASE("streams and commands are for those who may enter, from our own pages") {
  test_server here;
  auto client = here.connect();
  CHECK(client.get("/live/s1/stream").status == 401);
  CHECK(client.get("/live/s1/stream", "Cookie: viab=eve\r\n").status == 404);
  CHECK(client.get("/live/s2/stream", ann).status == 404);
  CHECK(client.get("/live/s1/stream", ann + "Origin: https://evil.example\r\n").status == 403);
  CHECK(client.get("/live/s1/stream", ann + "Sec-Fetch-Site: cross-site\r\n").status == 403);
  auto const body = R"({"do":{"id":"command-1","command":{"type":"start"}}})";
  CHECK(command(here, body, "").status == 401);
  CHECK(command(here, body, "Cookie: viab=eve\r\n").status == 404);
  auto const as_json = "Content-Type: application/json\r\n" + ann;
  CHECK(client.post("/live/s1/commands", body, as_json).status == 403);
  CHECK(client.post("/live/s1/commands", body, "Origin: null\r\n" + as_json).status == 403);
  CHECK(client.post("/live/s1/commands", body,
                    here.origin_line() + "Content-Type: text/plain\r\n" + ann).status == 415);
  CHECK(here.sessions.one->visitors.empty());
}

TEST_CASE("a command by POST gets its answer") {
  test_server here;
  auto const done = command(here, R"({"do":{"id":"command-1","command":{"type":"start"}}})");
  CHECK(done.status == 200);
  CHECK(done.header("Content-Type") == "application/json");
  CHECK(done.body == R"({"done":{"id":"command-1","seq":1}})");
  CHECK(here.sessions.one->visitors.at(0).key == "person:ann");
  CHECK(command(here, R"({"ping":5})").body == R"({"pong":5})");
  CHECK(command(here, R"({"hello":{}})").status == 400);
  auto const refused = command(here, R"({"do":{"id":"command-1","extra":1}})");
  CHECK(refused.status == 200);
  CHECK(refused.body.starts_with(R"({"refused":)"));
  CHECK(refused.body.find("malformed") != std::string::npos);
  CHECK(command(here, std::string(65 * 1024, 'x')).status == 413);
}

TEST_CASE("a command that nobody answers in time is 503, and a late answer harms nobody") {
  test_server here(hasty_config());
  here.run([&] { here.sessions.one->silent = true; });
  CHECK(command(here, R"({"do":{"id":"command-1","command":{"type":"start"}}})").status == 503);
  here.run([&] { here.sessions.one->unanswered.at(0)->send(protocol::write_pong(1)); });
  CHECK(command(here, R"({"ping":5})").status == 200);
}

TEST_CASE("places are read from frames without being misled by what people wrote") {
  using net::epoch_of;
  using net::position_of;
  CHECK(position_of(R"({"patch":{"seq":421,"shared":[]}})") == 421U);
  CHECK(position_of(R"({"view":{"mine":{"seq":3,"t":"\"seq\":9,"},"seq": 12}})") == 12U);
  CHECK(position_of(R"({"view":{"shared":{"seq":3}}})") == std::nullopt);
  CHECK(position_of(R"({"done":{"id":"x","seq":421}})") == std::nullopt);
  CHECK(position_of(R"({"patch":{"seq")") == std::nullopt);
  CHECK(position_of("{\"patch\":{\"a\\") == std::nullopt);
  CHECK(epoch_of(R"({"welcome":{"you":"p1","epoch":"9f2c","seq":1}})") == "9f2c");
  CHECK(epoch_of(R"({"welcome":{"epoch":"a\nb"}})") == "");
  CHECK(epoch_of(R"({"view":{"epoch":"9f2c"}})") == "");
  auto const at = net::read_position("", "e", "12");
  CHECK(at.epoch == "e");
  CHECK(at.seq == 12U);
  for (auto const* bad : {"e", ":1", "e:", "e:x", "e:-1"}) {
    INFO(bad);
    CHECK_FALSE(net::read_position(bad, "", "").seq);
  }
}
