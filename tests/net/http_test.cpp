#include "test_server.hpp"

#include "support/temporary_folder.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

namespace {

boost::asio::awaitable<net::response> echo(net::request asked) {
  co_return net::json(200, asked.method + ' ' + asked.remote + ' ' + asked.body);
}
boost::asio::awaitable<net::response> size_of(net::request asked) {
  co_return net::json(200, std::to_string(asked.body.size()) + ' ' + asked.remote);
}
boost::asio::awaitable<std::optional<net::response>> only_ann(net::request head) {
  if (head.cookie("viab") == "ann") co_return std::nullopt;
  co_return net::problem(401, "Who are you, " + head.remote + '?');
}
// Asks three at the same moment: lets none in before the third is there.
boost::asio::awaitable<std::optional<net::response>> of_three(std::shared_ptr<int> asked) {
  ++*asked;
  auto const executor = co_await boost::asio::this_coro::executor;
  while (*asked < 3) co_await boost::asio::post(executor, boost::asio::use_awaitable);
  co_return std::nullopt;
}
boost::asio::awaitable<net::response> long_text() {
  co_return net::json(200, std::string(3'000'000, 'x'));
}
boost::asio::awaitable<net::response> fail() {
  throw std::runtime_error("no");
  co_return net::response{};
}
boost::asio::awaitable<net::response> elsewhere() { co_return net::redirect("/in"); }

struct site {
  temporary_folder folder;
  std::unique_ptr<test_server> server;

  explicit site(net::config chosen = local_config()) {
    write_bytes(folder.path() / "index.html", "<!doctype html>");
    chosen.web_files = folder.path();
    server = std::make_unique<test_server>(std::move(chosen));
    server->run([this] {
      auto& routes = server->server.routes();
      routes.route("POST", "/api/echo", [](net::request r) { return echo(std::move(r)); },
                   {.body_limit = 1000});
      net::route_options file;
      file.body_limit = 4'000'000;
      file.content = "text/csv";
      routes.route("POST", "/api/long-file", [](net::request r) { return size_of(std::move(r)); },
                   file);
      file.admit = [](net::request head) { return only_ann(std::move(head)); };
      routes.route("POST", "/api/file", [](net::request r) { return size_of(std::move(r)); }, file);
      file.admit = [asked = std::make_shared<int>(0)](net::request) { return of_three(asked); };
      routes.route("POST", "/api/three", [](net::request r) { return size_of(std::move(r)); },
                   file);
      routes.route("GET", "/api/long", [](net::request) { return long_text(); });
      routes.route("GET", "/api/fail", [](net::request) { return fail(); });
      routes.route("GET", "/api/elsewhere", [](net::request) { return elsewhere(); });
    });
  }
  std::string json_lines() const {
    return server->origin_line() + "Content-Type: application/json\r\n";
  }
};

void check_headers(answer const& got) {
  static std::vector<std::pair<std::string, std::string>> const wanted{
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
       "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
       "frame-src 'none'; frame-ancestors 'none'; object-src 'none'; "
       "require-trusted-types-for 'script'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
      {"Cache-Control", "no-store"},
  };
  for (auto const& [name, value] : wanted) {
    INFO(name);
    CHECK(got.count(name) == 1);
    CHECK(got.header(name) == value);
  }
}

}  // namespace

TEST_CASE("requests are answered one after the other on one connection") {
  site here;
  auto client = here.server->connect();
  CHECK(client.post("/api/echo", "hello", here.json_lines()).body == "POST 127.0.0.1 hello");
  CHECK(client.post("/api/echo", "", here.json_lines()).body == "POST 127.0.0.1 ");
  CHECK(client.get("/").body == "<!doctype html>");
  CHECK(client.get("/api/long").body.size() == 3'000'000);
  // Two at once, answered in order.
  client.send("GET /s/1 HTTP/1.1\r\nHost: x\r\n\r\nGET /nothing.png HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(client.read_answer().status == 200);
  CHECK(client.read_answer().status == 404);
  CHECK(client.get("/", "Connection: close\r\n").header("Connection") == "close");
  CHECK(client.ended());
}

TEST_CASE("old and odd requests") {
  site here;
  auto old = here.server->connect();
  old.send("GET / HTTP/1.0\r\n\r\n");
  auto const got = old.read_answer();
  CHECK(got.body == "<!doctype html>");
  CHECK(got.header("Connection") == "close");
  CHECK(old.ended());
  auto stream = here.server->connect();
  stream.send("GET /live/s1/stream HTTP/1.0\r\nCookie: viab=ann\r\n\r\n");
  CHECK(stream.read_answer().status == 400);
  auto without_host = here.server->connect();
  without_host.send("GET / HTTP/1.1\r\n\r\n");
  CHECK(without_host.read_answer().status == 400);
  for (auto const* odd : {"GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n",
                          "GET / HTTP/2.0\r\nHost: x\r\n\r\n",
                          "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
                          "GET / HTTP/1.1\r\nHo st: x\r\n\r\n"}) {
    INFO(odd);
    auto client = here.server->connect();
    client.send(odd);
    CHECK(client.read_answer().status == 400);
  }
}

TEST_CASE("there is no way up and out of the files") {
  site here;
  write_bytes(here.folder.path().parent_path() / "viab-secret.txt", "secret");
  for (auto const* path : {"/../viab-secret.txt", "/%2e%2e/viab-secret.txt",
                           "/..%2fviab-secret.txt",
                           "/assets/../../viab-secret.txt", "//viab-secret.txt", "/%2e%2e%5cx"}) {
    INFO(path);
    auto const got = here.server->connect().get(path);
    CHECK((got.status == 400 || got.status == 404));
    CHECK(got.body != "secret");
  }
  std::filesystem::remove(here.folder.path().parent_path() / "viab-secret.txt");
}

TEST_CASE("HEAD gives the head alone") {
  site here;
  auto client = here.server->connect();
  client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
  auto const got = client.read_answer(true);
  CHECK(got.status == 200);
  CHECK(got.header("Content-Length") == "15");
  CHECK(client.get("/").body == "<!doctype html>");
}

TEST_CASE("every answer has the security headers", "[S12]") {
  site here;
  auto client = here.server->connect();
  auto const page = client.get("/");
  CHECK(page.status == 200);
  check_headers(page);
  auto const same = client.get("/", "If-None-Match: " + page.header("ETag") + "\r\n");
  CHECK(same.status == 304);
  CHECK(same.count("Content-Length") == 0);
  check_headers(same);
  for (auto const& [path, status] : {std::pair("/api/nothing", 404), {"/api/fail", 500},
                                     {"/api/elsewhere", 303}, {"/live/s1", 403},
                                     {"/live/s1/stream", 401}}) {
    auto const got = client.get(path);
    CHECK(got.status == status);
    check_headers(got);
  }
  auto const refused = client.post("/api/echo", "{}", "Content-Type: application/json\r\n");
  CHECK(refused.status == 403);
  check_headers(refused);
  client.send("rubbish\r\n\r\n");
  auto const bad = client.read_answer();
  CHECK(bad.status == 400);
  check_headers(bad);
  CHECK(client.ended());
}

TEST_CASE("an https address promises HSTS and names the cookie for it", "[S12]") {
  auto chosen = local_config();
  chosen.public_url = "https://viab.example";
  CHECK(chosen.cookie_name() == "__Host-viab");
  test_server here(chosen);
  auto client = here.connect();
  CHECK(client.get("/").header("Strict-Transport-Security") ==
        "max-age=31536000; includeSubDomains");
  auto const lines = "Origin: https://viab.example\r\nSec-WebSocket-Protocol: viab.v1\r\n";
  CHECK(client.upgrade("/live/s1", std::string(lines) + "Cookie: viab=ann\r\n").status == 401);
  auto const got = client.upgrade("/live/s1", std::string(lines) + "Cookie: __Host-viab=ann\r\n");
  CHECK(got.status == 101);
  CHECK(got.header("Strict-Transport-Security") != "");
}

TEST_CASE("limits on head and body") {
  site here;
  auto client = here.server->connect();
  CHECK(client.post("/api/echo", std::string(1000, 'x'), here.json_lines()).status == 200);
  SECTION("a body that says it is too large") {
    auto const got = client.post("/api/echo", std::string(1001, 'x'), here.json_lines());
    CHECK(got.status == 413);
    CHECK(client.ended());
  }
  SECTION("a body that turns out to be too large") {
    client.send("POST /api/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                + here.json_lines() + "\r\n");
    for (int i = 0; i < 3; ++i) client.send("190\r\n" + std::string(400, 'x') + "\r\n");
    CHECK(client.read_answer().status == 413);
  }
  SECTION("a body in pieces that fits") {
    client.send("POST /api/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                + here.json_lines() + "\r\n3\r\nabc\r\n0\r\n\r\n");
    CHECK(client.read_answer().body == "POST 127.0.0.1 abc");
  }
  SECTION("a head that is too large") {
    CHECK(client.get("/", "X-Long: " + std::string(17'000, 'x') + "\r\n").status == 431);
    CHECK(client.ended());
  }
  SECTION("two lengths, or a length and pieces") {
    CHECK(client.post("/api/echo", "x", here.json_lines() + "Content-Length: 2\r\n").status == 400);
    auto other = here.server->connect();
    CHECK(other.post("/api/echo", "x", here.json_lines() + "Transfer-Encoding: chunked\r\n").status
          == 400);
  }
  SECTION("a client that asks before it sends") {
    client.send("POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                "Expect: 100-continue\r\n" + here.json_lines() + "\r\n");
    CHECK(client.read_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("hi");
    CHECK(client.read_answer().body == "POST 127.0.0.1 hi");
  }
}

TEST_CASE("slow heads and slow bodies are closed, busy ones served", "[S8]") {
  site here(hasty_config());
  auto silent = here.server->connect();
  auto slow_head = here.server->connect();
  slow_head.send("GET / HTTP/1.1\r\nHo");
  auto slow_body = here.server->connect();
  slow_body.send("POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n"
                 + here.json_lines() + "\r\nx");
  auto idle = here.server->connect();
  CHECK(idle.get("/").status == 200);
  CHECK_FALSE(silent.ended(100ms));
  // A byte now and then does not keep it open: the limit is for the whole head.
  for (int i = 0; i < 8; ++i) {
    slow_head.send("x");
    std::this_thread::sleep_for(20ms);
  }
  CHECK(silent.ended(400ms));
  CHECK(slow_head.ended(400ms));
  CHECK(slow_body.ended(800ms));
  CHECK(idle.ended(1s));
  CHECK(here.server->becomes([&] { return here.server->server.counts().connections_open == 0; }));
}

TEST_CASE("a thousand half-open connections leave room for the others", "[S8]") {
  auto chosen = local_config();
  chosen.http.half_open = 300;
  site here(chosen);
  std::vector<raw_client> half_open;
  for (int i = 0; i < 1000; ++i) {
    half_open.push_back(here.server->connect());
    half_open.back().send("GET /live/s1 HTTP/1.1\r\nHost: x\r\nX-Slow: ");
  }
  auto client = here.server->connect();
  CHECK(client.get("/").status == 200);
  CHECK(here.server->becomes([&] { return here.server->server.counts().connections_open <= 301; }));
  CHECK(half_open.front().ended());
  CHECK(half_open.back().quiet(10ms));
}

TEST_CASE("too many connections are turned away") {
  auto chosen = local_config();
  chosen.http.connections = 3;
  site here(chosen);
  std::vector<raw_client> some;
  for (int i = 0; i < 3; ++i) {
    some.push_back(here.server->connect());
    CHECK(some.back().get("/").status == 200);
  }
  CHECK(here.server->connect().ended());
  CHECK(here.server->counts().connections_refused == 1);
  some.pop_back();
  CHECK(here.server->becomes([&] { return here.server->server.counts().connections_open == 2; }));
  CHECK(here.server->connect().get("/").status == 200);
}

TEST_CASE("an address that cannot be had is named") {
  test_server first;
  auto chosen = local_config();
  chosen.addresses = {{"127.0.0.1", first.port}};
  boost::asio::io_context loop;
  fake_gate gate;
  fake_sessions sessions;
  net::server second(loop, chosen, gate, sessions);
  CHECK_THROWS_WITH(second.start(), Catch::Contains(std::to_string(first.port)));
  chosen.addresses = {{"localhost", 0}};
  net::server third(loop, chosen, gate, sessions);
  CHECK_THROWS_WITH(third.start(), Catch::Contains("localhost"));
}

TEST_CASE("IPv6 is listened on as well") {
  auto chosen = local_config();
  chosen.addresses = {{"127.0.0.1", 0}, {"::1", 0}};
  test_server here(chosen);
  std::vector<std::uint16_t> ports;
  here.run([&] { ports = here.server.ports(); });
  REQUIRE(ports.size() == 2);
  CHECK(ports[1] != 0);
}

TEST_CASE("a long body is read from who was let in by the head, and from nobody else") {
  site here;
  auto const lines = here.server->origin_line() + "Content-Type: text/csv\r\n";
  std::string const ann = "Cookie: viab=ann\r\n";
  std::string const file(3'000'000, 'x');
  CHECK(here.server->connect().post("/api/file", file, lines + ann).body == "3000000 127.0.0.1");
  // Without a doorkeeper no route may allow more than the usual most.
  CHECK(here.server->connect().post("/api/long-file", "x", lines).status == 200);
  auto head_only = [&](std::string const& path, std::string const& more, std::size_t length) {
    auto client = here.server->connect();
    client.send("POST " + path + " HTTP/1.1\r\nHost: x\r\n" + lines + more
                + "Content-Length: " + std::to_string(length) + "\r\n\r\n");
    return client.read_answer();
  };
  CHECK(head_only("/api/long-file", {}, 3'000'000).status == 413);
  CHECK(head_only("/api/file", ann, 4'000'001).status == 413);
  // Refused before a byte of the body is there.
  auto const stranger = head_only("/api/file", {}, 3'000'000);
  CHECK(stranger.status == 401);
  CHECK(stranger.body.find("127.0.0.1") != std::string::npos);
}

TEST_CASE("no more long bodies are read when all were asked at the same moment") {
  auto chosen = local_config();
  chosen.http.admitted_bodies = 2;
  site here(chosen);
  auto const head = "POST /api/three HTTP/1.1\r\nHost: x\r\n" + here.server->origin_line()
                    + "Content-Type: text/csv\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";
  auto first = here.server->connect();
  auto second = here.server->connect();
  auto third = here.server->connect();
  int let_in = 0;
  for (auto* one : {&first, &second, &third}) one->send(head);
  for (auto* one : {&first, &second, &third}) {
    let_in += one->read_until("\r\n\r\n").find("100 Continue") != std::string::npos;
  }
  CHECK(let_in == 2);
}

TEST_CASE("so many long bodies are read at the same time, and no more") {
  auto chosen = local_config();
  chosen.http.admitted_bodies = 2;
  site here(chosen);
  auto const head = "POST /api/file HTTP/1.1\r\nHost: x\r\n" + here.server->origin_line()
                    + "Content-Type: text/csv\r\nCookie: viab=ann\r\n"
                      "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n";
  auto first = here.server->connect();
  auto second = here.server->connect();
  for (auto* one : {&first, &second}) {
    one->send(head);
    CHECK(one->read_until("\r\n\r\n").find("100 Continue") != std::string::npos);
  }
  auto third = here.server->connect();
  third.send(head);
  auto const busy = third.read_answer();
  CHECK(busy.status == 503);
  CHECK(busy.count("Retry-After") == 1);
  first.send("12345");
  CHECK(first.read_answer().status == 200);
  auto fourth = here.server->connect();
  fourth.send(head);
  CHECK(fourth.read_until("\r\n\r\n").find("100 Continue") != std::string::npos);
}
