// A link and a code by e-mail, and the second step of who has more to lose.
#include "desk.hpp"
#include "totp/totp.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace viab;
using directory::level;
using tests::desk;
using tests::finished;
using tests::json;

namespace {

char const* const requests = "/api/v1/sign-in/requests";
char const* const use_link = "/api/v1/sign-in/link";
char const* const use_code = "/api/v1/sign-in/code";
char const* const second_step = "/api/v1/sign-in/second-step";

std::string named_cookie(net::response const& answer, std::string const& name) {
  for (auto const& [header, value] : answer.headers) {
    if (header == "Set-Cookie" && value.starts_with(name + "=")) {
      return value.substr(name.size() + 1, value.find(';') - name.size() - 1);
    }
  }
  return {};
}

// As desk::ask, from a browser that asked for a link.
net::response from_browser(desk& at, std::string const& browser, std::string const& path,
                           json const& body = json::object()) {
  return at.ask("POST", path, body, "none; viab-asks=" + browser);
}

struct asked {
  std::string browser;
  std::string token;
  std::string code;  // as the letter spells it
};

std::string found_in(std::string const& text, char const* pattern) {
  std::smatch found;
  return std::regex_search(text, found, std::regex(pattern)) ? found[1].str() : std::string{};
}

void settle(desk& at) {
  at.loop.restart();
  while (at.loop.run_for(std::chrono::milliseconds(20)) > 0) at.loop.restart();
}

asked ask(desk& at, std::string const& email = "ada@example.org") {
  auto const before = at.mailbox.sent.size();
  auto const answer = at.ask("POST", requests, {{"email", email}});
  CHECK(answer.status == 202);
  settle(at);
  asked back;
  back.browser = named_cookie(answer, "viab-asks");
  if (at.mailbox.sent.size() > before) {
    auto const& text = at.mailbox.sent.back().text;
    back.token = found_in(text, "/in#s-([A-Za-z0-9_-]+)");
    back.code = found_in(text, "([0-9]{4} [0-9]{4})");
  }
  return back;
}

void person(desk& at, std::string const& name, level as = level::none, bool left = false) {
  directory::person one;
  one.key = person_id{"person:" + name};
  one.name = name_text::of(name);
  one.email = *email_address::make(name + "@example.org");
  one.as = as;
  finished(at.loop, at.stores.directory.save_person(one, at.by_test()));
  if (as != level::none)
    finished(at.loop, at.stores.directory.set_level(one.key, as, at.by_test()));
  if (left) finished(at.loop, at.stores.directory.person_leaves(one.key, at.by_test()));
}

std::string who(desk& at, net::response const& answer) {
  auto const me = desk::body_of(at.ask("GET", "/api/v1/me", nullptr, desk::cookie_in(answer)));
  return me["identity"].is_null() ? std::string{} : me["identity"]["name"].get<std::string>();
}

std::string next_of(net::response const& answer) { return desk::body_of(answer)["next"]; }
std::string code_of(net::response const& answer) { return desk::body_of(answer)["code"]; }

// What an authenticator app shows now.
std::string app_code(desk& at, std::string const& secret) {
  return totp::code_at(at.keyed, secret, totp::step_at(at.clock.now()));
}
std::string secret_of(desk& at, std::string const& name) {
  return finished(at.loop, at.stores.sign_ins.find_second_step({"person:" + name}))->secret;
}

// Ada is an administrator with an authenticator; her recovery codes.
std::vector<std::string> with_authenticator(desk& at) {
  person(at, "ada", level::administrator);
  auto const mine = ask(at);
  CHECK(next_of(from_browser(at, mine.browser, use_link, {{"token", mine.token}}))
        == "set_up_second_step");
  auto const begun = from_browser(at, mine.browser, "/api/v1/sign-in/authenticator");
  REQUIRE(begun.status == 200);
  auto const print = at.prints.of(mine.browser);
  auto const kept = finished(at.loop, at.stores.sign_ins.find_request(print, at.clock.now()));
  auto const done = from_browser(at, mine.browser, "/api/v1/sign-in/authenticator/confirm",
                                 {{"code", app_code(at, kept->new_secret)}});
  REQUIRE(done.status == 200);
  CHECK(who(at, done) == "ada");
  at.clock.advance(std::chrono::seconds(30));
  return desk::body_of(done)["recovery_codes"];
}

}  // namespace

TEST_CASE("a link by e-mail signs in once, in the browser that asked, within ten minutes",
          "[S17]") {
  desk at;
  person(at, "ada");
  auto const mine = ask(at);
  REQUIRE(at.mailbox.sent.size() == 1);
  CHECK(at.mailbox.sent[0].to.value() == "ada@example.org");
  REQUIRE_FALSE(mine.token.empty());
  json const link = {{"token", mine.token}};

  SECTION("and what a mail scanner fetches changes nothing") {
    for (int i = 0; i < 3; ++i) CHECK(at.ask("GET", use_link).status == 405);
    CHECK(at.ask("HEAD", use_link).status == 405);
    auto const done = from_browser(at, mine.browser, use_link, link);
    REQUIRE(done.status == 200);
    CHECK(next_of(done) == "done");
    CHECK(who(at, done) == "ada");
    CHECK(from_browser(at, mine.browser, use_link, link).status == 404);
  }
  SECTION("not in another browser") {
    auto const other = ask(at, "nobody@example.org");
    CHECK(from_browser(at, other.browser, use_link, link).status == 404);
    CHECK(from_browser(at, "", use_link, link).status == 404);
    CHECK(from_browser(at, mine.browser, use_link, link).status == 200);
  }
  SECTION("not after ten minutes") {
    at.clock.advance(std::chrono::minutes(10) - milliseconds(1));
    CHECK(from_browser(at, mine.browser, use_code, {{"code", "0000 0000"}}).status == 422);
    at.clock.advance(milliseconds(1));
    CHECK(from_browser(at, mine.browser, use_link, link).status == 404);
    CHECK(from_browser(at, mine.browser, use_code, {{"code", mine.code}}).status == 404);
  }
  SECTION("the cookie is this browser's alone, and short") {
    auto const answer = at.ask("POST", requests, {{"email", "ada@example.org"}});
    auto const& cookie = answer.headers.back().value;
    CHECK(cookie.find("; Path=/; Max-Age=600; HttpOnly; SameSite=Strict") != std::string::npos);
  }
}

TEST_CASE("the code of the letter signs in too; five wrong ones end it") {
  desk at;
  person(at, "ada");
  auto const mine = ask(at);
  auto const wrong = mine.code == "1234 5678" ? "8765 4321" : "1234 5678";
  int const misses = GENERATE(0, 4, 5);
  for (int i = 0; i < misses; ++i) {
    auto const answer = from_browser(at, mine.browser, use_code, {{"code", wrong}});
    CHECK(answer.status == 422);
    CHECK(code_of(answer) == "wrong_code");
  }
  auto const last = from_browser(at, mine.browser, use_code, {{"code", mine.code}});
  CHECK(last.status == (misses < 5 ? 200 : 404));
  if (misses < 5) CHECK(who(at, last) == "ada");
  CHECK(from_browser(at, mine.browser, use_link, {{"token", mine.token}}).status
        == (misses < 5 ? 404 : 200));
}

TEST_CASE("asking tells nobody who has an account", "[S37]") {
  desk at;
  person(at, "ada");
  person(at, "gone", level::none, true);
  auto const known = at.ask("POST", requests, {{"email", "ada@example.org"}});
  auto const unknown = at.ask("POST", requests, {{"email", "nobody@example.org"}});
  auto const left = at.ask("POST", requests, {{"email", "gone@example.org"}});
  settle(at);
  CHECK(at.mailbox.sent.size() == 1);
  for (auto const* other : {&unknown, &left}) {
    CHECK(other->status == known.status);
    CHECK(other->bytes() == known.bytes());
    CHECK(other->headers.size() == known.headers.size());
    auto const browser = named_cookie(*other, "viab-asks");
    CHECK(browser.size() == named_cookie(known, "viab-asks").size());
    auto const tried = from_browser(at, browser, use_code, {{"code", "1234 5678"}});
    auto const same =
        from_browser(at, named_cookie(known, "viab-asks"), use_code, {{"code", "1234 5678"}});
    CHECK(tried.status == same.status);
    CHECK(tried.bytes() == same.bytes());
  }
}

TEST_CASE("a mailbox is not filled") {
  desk at;
  person(at, "ada");
  for (int i = 0; i < 9; ++i) ask(at);
  CHECK(at.mailbox.sent.size() == 5);
  at.clock.advance(std::chrono::minutes(11));
  CHECK_FALSE(ask(at).token.empty());
}

TEST_CASE("one network asks sixty times a minute and no more") {
  desk at;
  for (int i = 0; i < 60; ++i) {
    CHECK(at.ask("POST", requests, {{"email", "nobody@example.org"}}).status == 202);
  }
  CHECK(at.ask("POST", requests, {{"email", "nobody@example.org"}}).status == 429);
  settle(at);
}

TEST_CASE("what is no address is said, and nothing is sent") {
  desk at;
  for (auto const* bad : {"", "ada", "ada@", "a b@example.org"}) {
    CHECK(at.ask("POST", requests, {{"email", bad}}).status == 422);
  }
}

TEST_CASE("who leads or looks after people sets up a second step at the first sign-in") {
  desk at;
  person(at, "ada");
  SECTION("a facilitator of a team") {
    finished(at.loop,
             at.stores.teams.grant_team("person:ada", {"t1"}, role::facilitator, at.clock.now()));
  }
  SECTION("a trainer") {
    auto one = *finished(at.loop, at.stores.directory.find_person({"person:ada"}));
    one.trainer = true;
    finished(at.loop, at.stores.directory.save_person(one, at.by_test()));
  }
  SECTION("a coordinator") {
    finished(at.loop,
             at.stores.directory.set_level({"person:ada"}, level::coordinator, at.by_test()));
  }
  auto const mine = ask(at);
  auto const answer = from_browser(at, mine.browser, use_link, {{"token", mine.token}});
  CHECK(next_of(answer) == "set_up_second_step");
  CHECK(named_cookie(answer, "viab").empty());
}

TEST_CASE("a second step: the app's code once, a recovery code once, five tries") {
  desk at;
  auto const recovery = with_authenticator(at);
  REQUIRE(recovery.size() == 10);
  auto const secret = secret_of(at, "ada");
  auto const mine = ask(at);
  auto const first = from_browser(at, mine.browser, use_link, {{"token", mine.token}});
  CHECK(next_of(first) == "second_step");
  CHECK(named_cookie(first, "viab").empty());

  SECTION("the app's code, and not the same one again") {
    auto const code = app_code(at, secret);
    auto const done = from_browser(at, mine.browser, second_step, {{"code", code}});
    REQUIRE(done.status == 200);
    CHECK(who(at, done) == "ada");
    auto const again = ask(at);
    from_browser(at, again.browser, use_link, {{"token", again.token}});
    CHECK(from_browser(at, again.browser, second_step, {{"code", code}}).status == 422);
  }
  SECTION("a recovery code, and not the same one again") {
    auto const done = from_browser(at, mine.browser, second_step, {{"code", recovery[3]}});
    REQUIRE(done.status == 200);
    CHECK(who(at, done) == "ada");
    auto const again = ask(at);
    from_browser(at, again.browser, use_link, {{"token", again.token}});
    CHECK(from_browser(at, again.browser, second_step, {{"code", recovery[3]}}).status == 422);
    CHECK(from_browser(at, again.browser, second_step, {{"code", recovery[4]}}).status == 200);
  }
  SECTION("five tries, and then a new letter") {
    for (int i = 0; i < 5; ++i) {
      CHECK(from_browser(at, mine.browser, second_step, {{"code", "000000"}}).status == 422);
    }
    auto const late = from_browser(at, mine.browser, second_step, {{"code", app_code(at, secret)}});
    CHECK(late.status == 404);
  }
  SECTION("the mailbox alone does not replace the authenticator") {
    CHECK(from_browser(at, mine.browser, "/api/v1/sign-in/authenticator").status == 404);
    CHECK(from_browser(at, mine.browser, "/api/v1/sign-in/authenticator/confirm",
                       {{"code", "000000"}})
              .status
          == 404);
  }
}

TEST_CASE("no second step without the first") {
  desk at;
  with_authenticator(at);
  auto const mine = ask(at);
  auto const secret = secret_of(at, "ada");
  CHECK(from_browser(at, mine.browser, second_step, {{"code", app_code(at, secret)}}).status
        == 404);
  CHECK(from_browser(at, mine.browser, "/api/v1/sign-in/authenticator").status == 404);
}

TEST_CASE("a letter waits while the mail server is away, and is not sent when it is too late") {
  desk at;
  person(at, "ada");
  at.mailbox.away = true;
  ask(at);
  CHECK(at.mailbox.sent.empty());
  at.mailbox.away = false;
  SECTION("back in time") {
    finished(at.loop, at.mail_sender.look());
    CHECK(at.mailbox.sent.empty());  // not before ten seconds have passed
    at.clock.advance(std::chrono::seconds(12));
    finished(at.loop, at.mail_sender.look());
    CHECK(at.mailbox.sent.size() == 1);
  }
  SECTION("back too late") {
    at.clock.advance(std::chrono::minutes(10));
    finished(at.loop, at.mail_sender.look());
    CHECK(at.mailbox.sent.empty());
    CHECK(finished(at.loop, at.stores.letters.waiting()) == 0);
  }
}

TEST_CASE("waiting grows from ten seconds to half an hour, and spreads") {
  CHECK(app::wait_before_try(1, 0) == milliseconds(10'000));
  CHECK(app::wait_before_try(2, 0) == milliseconds(20'000));
  CHECK(app::wait_before_try(20, 0) == milliseconds(1'800'000));
  CHECK(app::wait_before_try(1, 6) == milliseconds(12'000));
  CHECK(app::wait_before_try(1, 3) == milliseconds(11'000));
}

TEST_CASE("neither a letter nor a request is found on the disk once it is used") {
  desk at;
  person(at, "ada");
  auto const mine = ask(at);
  CHECK(from_browser(at, mine.browser, use_link, {{"token", mine.token}}).status == 200);
  for (auto const& secret : {mine.token, mine.browser, mine.code}) {
    CHECK(tests::files_holding(at.folder.path(), secret).empty());
  }
}
