#include "net/origins.hpp"
#include "net/remote_address.hpp"
#include "net/response_head.hpp"
#include "net/router.hpp"

#include "domain/ensure.hpp"
#include "support/event_loop.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace viab;
using net::request;
using net::response;

namespace {

boost::asio::awaitable<response> say(std::string text, request asked) {
  for (auto const& one : asked.params) text += ' ' + one.name + '=' + one.value;
  co_return net::json(200, text);
}
boost::asio::awaitable<response> fail(request) {
  throw std::runtime_error("secret detail");
  co_return response{};
}
boost::asio::awaitable<response> mistake(request) {
  throw bug("a mistake of ours");
  co_return response{};
}
boost::asio::awaitable<std::optional<response>> let_in(request head) {
  if (head.header("Cookie") == "fails") throw std::runtime_error("secret detail");
  if (head.header("Cookie") == "ann") co_return std::nullopt;
  co_return net::problem(401, "Who are you?");
}
boost::asio::awaitable<response> go(std::string where) { co_return net::redirect(where); }

net::handler saying(std::string text) {
  return [text](request r) { return say(text, std::move(r)); };
}

struct site {
  net::router routes;
  site() {
    routes.allow(net::allowed_origins("https://viab.example/", {8080}));
    routes.route("GET", "/api/v1/sessions/{id}", saying("one"));
    routes.route("DELETE", "/api/v1/sessions/{id}", saying("gone"));
    routes.route("GET", "/api/v1/sessions/{id}/steps/{step}", saying("step"));
    routes.route("POST", "/api/v1/sessions", saying("made"), {.body_limit = 1000});
    routes.route("POST", "/hooks/chat", saying("hook"), {.from_browsers = false});
    net::route_options of_a_file;
    of_a_file.body_limit = 4'000'000;
    of_a_file.content = "text/csv";
    of_a_file.admit = [](request head) { return let_in(std::move(head)); };
    routes.route("POST", "/files", saying("filed"), of_a_file);
    routes.route("GET", "/fails", [](request r) { return fail(std::move(r)); });
    routes.route("GET", "/mistake", [](request r) { return mistake(std::move(r)); });
    routes.route("GET", "/go", [](request r) { return go(std::string(r.query("to"))); });
  }
  response ask(std::string method, std::string target, net::fields headers = {}) {
    auto read = net::read_target(target).value();
    request asked;
    asked.method = std::move(method);
    asked.path = std::move(read.path);
    asked.query_fields = std::move(read.query);
    asked.headers = std::move(headers);
    tests::event_loop loop;
    return loop.await(routes.answer(std::move(asked)));
  }
};

std::string header(response const& answer, std::string_view name) {
  for (auto const& one : answer.headers) {
    if (one.name == name) return one.value;
  }
  return {};
}

net::field const own{"Origin", "https://viab.example"};
net::field const as_json{"Content-Type", "application/json"};

}  // namespace

TEST_CASE("routes are found by method and pattern") {
  site here;
  CHECK(here.ask("GET", "/api/v1/sessions/s%201?x=y").body == "one id=s 1");
  CHECK(here.ask("HEAD", "/api/v1/sessions/s1").body == "one id=s1");
  CHECK(here.ask("GET", "/api/v1/sessions/s1/steps/ideas").body == "step id=s1 step=ideas");
  CHECK(here.ask("GET", "/api/v1/sessions/").status == 404);
  CHECK(here.ask("GET", "/api/v1/sessions/s1/").status == 404);
  CHECK(here.ask("POST", "/elsewhere", {own, as_json}).status == 404);
  auto const wrong = here.ask("PUT", "/api/v1/sessions/s1", {own, as_json});
  CHECK(wrong.status == 405);
  CHECK(header(wrong, "Allow") == "GET, DELETE, HEAD");
  CHECK(here.routes.options_of("POST", "/api/v1/sessions").body_limit == 1000);
  CHECK(here.routes.options_of("POST", "/elsewhere").body_limit == 64 * 1024);
}

TEST_CASE("problems are problem details") {
  site here;
  auto const none = here.ask("GET", "/nothing");
  CHECK(none.status == 404);
  CHECK(none.content_type == "application/problem+json");
  CHECK(none.body
        == R"({"type":"about:blank","title":"Not Found","status":404,)"
           R"("detail":"There is nothing at this address.","code":"not_found"})");
  CHECK(
      net::problem(400, "say \"a\"\n").body
      == R"({"type":"about:blank","title":"Bad Request","status":400,"detail":"say \"a\"\u000a"})");
}

TEST_CASE("what changes something must be JSON from one of our own pages", "[S11]") {
  site here;
  auto const post = [&](net::fields headers) {
    return here.ask("POST", "/api/v1/sessions", std::move(headers)).status;
  };
  CHECK(post({own, as_json}) == 200);
  CHECK(post({{"origin", "http://localhost:8080"},
              {"content-type", "Application/JSON; charset=utf-8"}})
        == 200);
  CHECK(post({as_json}) == 403);
  CHECK(post({{"Origin", "null"}, as_json}) == 403);
  CHECK(post({{"Origin", "https://viab.example.evil"}, as_json}) == 403);
  CHECK(post({{"Origin", "https://evil.example"},
              {"Content-Type", "application/x-www-form-urlencoded"}})
        == 403);
  CHECK(post({own, {"Content-Type", "text/plain"}}) == 415);
  CHECK(post({own, {"Content-Type", "application/jsonp"}}) == 415);
  CHECK(post({own}) == 415);
  CHECK(here.ask("DELETE", "/api/v1/sessions/s1", {as_json}).status == 403);
  CHECK(here.ask("POST", "/hooks/chat").status == 200);
}

TEST_CASE("a handler that throws is a 500 that tells nothing") {
  site here;
  auto const failed = here.ask("GET", "/fails");
  CHECK(failed.status == 500);
  CHECK(failed.body.find("secret") == std::string::npos);
  CHECK_THROWS_AS(here.ask("GET", "/mistake"), bug);
}

TEST_CASE("no value can begin a header of its own") {
  site here;
  CHECK(header(here.ask("GET", "/go?to=/s/1"), "Location") == "/s/1");
  CHECK(here.ask("GET", "/go?to=/%0d%0aSet-Cookie:x=y").status == 500);
}

TEST_CASE("targets are taken apart and tricks refused") {
  auto const read = net::read_target("/a/b%20c?x=1&y=a+b%26&z");
  REQUIRE(read);
  CHECK(read->path == "/a/b c");
  CHECK(read->query == net::fields{{"x", "1"}, {"y", "a b&"}, {"z", ""}});
  for (auto const* bad : {"", "a", "*", "http://x/", "/a/../b", "/%2e%2e/b", "/a%2fb", "/a%5cb",
                          "/a%00", "/%zz", "/%2", "/a?x=%g1", "/."}) {
    INFO(bad);
    CHECK_FALSE(net::read_target(bad));
  }
}

TEST_CASE("cookies are found by their whole name") {
  request asked;
  asked.headers = {{"Cookie", "xviab=no; viab2=no; viab=yes; viab=later"}, {"cookie", "b=c=d"}};
  CHECK(asked.cookie("viab") == "yes");
  CHECK(asked.cookie("b") == "c=d");
  CHECK(asked.cookie("other").empty());
}

TEST_CASE("the allowed origins are an exact list", "[S1]") {
  net::allowed_origins const ours("https://Viab.Example:443/app", {8080});
  CHECK(ours.list()
        == std::vector<std::string>{"https://viab.example", "http://127.0.0.1:8080",
                                    "http://localhost:8080", "http://[::1]:8080"});
  for (auto const* foreign :
       {"", "null", "https://viab.example.evil", "http://viab.example", "https://viab.example:444",
        "https://viab.example/", "https://a.viab.example", "HTTPS://VIAB.EXAMPLE",
        "http://localhost:8081", "http://localhost"}) {
    INFO(foreign);
    CHECK_FALSE(ours.allows(foreign));
  }
  CHECK(net::origin_of("http://[::1]:80/x") == "http://[::1]");
  CHECK(net::origin_of("ftp://x") == "");
  CHECK(net::origin_of("https://user@x") == "");
  CHECK(net::allowed_origins("", {}).list().empty());
}

TEST_CASE("only trusted proxies are believed about addresses", "[S23]") {
  auto const at = [](char const* text) { return boost::asio::ip::make_address(text); };
  net::trusted_proxies const ours({"127.0.0.1", "10.0.0.0/8", "fd00::/16"});
  CHECK(ours.remote(at("127.0.0.1"), "203.0.113.9") == "203.0.113.9");
  CHECK(ours.remote(at("::ffff:127.0.0.1"), "1.2.3.4, 203.0.113.9, 10.1.2.3") == "203.0.113.9");
  CHECK(ours.remote(at("203.0.113.1"), "1.2.3.4") == "203.0.113.1");
  CHECK(ours.remote(at("127.0.0.1"), "1.2.3.4, rubbish") == "127.0.0.1");
  CHECK(ours.remote(at("fd00::1"), "2001:db8::7") == "2001:db8::7");
  CHECK(net::trusted_proxies().remote(at("127.0.0.1"), "1.2.3.4") == "127.0.0.1");
  for (auto const* bad : {"x", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8x"}) {
    CHECK_THROWS_AS(net::trusted_proxies({bad}), std::invalid_argument);
  }
}

TEST_CASE("HSTS is promised over https only", "[S12]") {
  auto const head = [](bool https) { return net::response_head(net::json(200, "{}"), {https}); };
  CHECK(head(true).find("Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n")
        != std::string::npos);
  CHECK(head(false).find("Strict-Transport-Security") == std::string::npos);
}

TEST_CASE("a route that asks by the head: who it is, from where, and what it brings") {
  site here;
  auto const unread = [&](std::string const& path, net::fields headers) {
    request head;
    head.method = "POST";
    head.path = path;
    head.headers = std::move(headers);
    tests::event_loop loop;
    auto const no = loop.await(here.routes.refused_unread(std::move(head)));
    return no ? no->status : 0;
  };
  net::field const as_csv{"Content-Type", "text/csv; charset=utf-8"};
  net::field const ann{"Cookie", "ann"};
  CHECK(here.routes.options_of("POST", "/files").admit);
  CHECK_FALSE(here.routes.options_of("POST", "/api/v1/sessions").admit);
  CHECK(unread("/files", {own, as_csv, ann}) == 0);
  CHECK(unread("/files", {own, as_csv}) == 401);
  CHECK(unread("/files", {own, as_json, ann}) == 415);
  CHECK(unread("/files", {{"Origin", "https://elsewhere.example"}, as_csv, ann}) == 403);
  CHECK(unread("/files", {own, as_csv, {"Cookie", "fails"}}) == 500);
  CHECK(unread("/api/v1/sessions", {}) == 0);
  CHECK(here.ask("POST", "/files", {own, as_csv}).status == 200);
  CHECK(here.ask("POST", "/files", {own, as_json}).status == 415);
}
