// What somebody says of oneself, and who hears when an address changes.
#include "desk.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using directory::level;
using tests::desk;
using tests::finished;
using tests::json;

namespace {

char const* const mine = "/api/v1/me/profile";

json profile(std::string const& email, std::string const& name = "Ada") {
  return {{"name", name}, {"email", email}, {"language", "nl"}};
}

std::string code_of(net::response const& answer) { return desk::body_of(answer)["code"]; }

void settle(desk& at) {
  at.loop.restart();
  while (at.loop.run_for(std::chrono::milliseconds(20)) > 0) at.loop.restart();
}

}  // namespace

TEST_CASE("one's own name, address and language, with a version") {
  desk at;
  auto const ada = at.signed_in(role::participant, "Ada");
  auto const before = desk::body_of(at.ask("GET", mine, nullptr, ada));
  CHECK(before["name"] == "Ada");
  CHECK(before["email"].is_null());
  int const version = before["version"];
  CHECK(at.ask("PUT", mine, profile("ada@example.org"), ada).status == 428);
  auto const saved = at.ask("PUT", mine, profile("ada@example.org", "Ada L."), ada, version);
  REQUIRE(saved.status == 200);
  CHECK(desk::body_of(saved)["version"] == version + 1);
  CHECK(at.ask("PUT", mine, profile("b@example.org"), ada, version).status == 412);
  auto const after = desk::body_of(at.ask("GET", mine, nullptr, ada));
  CHECK(after["name"] == "Ada L.");
  CHECK(after["email"] == "ada@example.org");
  auto const me = desk::body_of(at.ask("GET", "/api/v1/me", nullptr, ada));
  CHECK(me["identity"]["name"] == "Ada L.");
}

TEST_CASE("no profile without signing in, and no address of another") {
  desk at;
  CHECK(at.ask("GET", mine).status == 401);
  CHECK(at.ask("PUT", mine, profile("a@example.org"), {}, 1).status == 401);
  auto const ada = at.signed_in(role::participant, "Ada");
  auto const bo = at.signed_in(role::participant, "Bo");
  REQUIRE(at.ask("PUT", mine, profile("ada@example.org"), ada, 1).status == 200);
  auto const taken = at.ask("PUT", mine, profile("ADA@example.org", "Bo"), bo, 1);
  CHECK(taken.status == 409);
  CHECK(code_of(taken) == "address_taken");
  auto const wrong = at.ask("PUT", mine, profile("bo", "Bo"), bo, 1);
  CHECK(wrong.status == 422);
  auto const long_name = at.ask("PUT", mine, profile("", std::string(41, 'x')), bo, 1);
  CHECK(long_name.status == 422);
  // What is not one's own to say.
  auto more = profile("bo@example.org", "Bo");
  more["level"] = "administrator";
  CHECK(at.ask("PUT", mine, more, bo, 1).status == 422);
}

TEST_CASE("the old address hears that it is no longer used, whoever changed it") {
  desk at;
  auto const ada = at.signed_in(role::participant, "Ada");
  REQUIRE(at.ask("PUT", mine, profile("old@example.org"), ada, 1).status == 200);
  settle(at);
  CHECK(at.mailbox.sent.empty());  // there was none before
  REQUIRE(at.ask("PUT", mine, profile("old@example.org", "Ada L."), ada, 2).status == 200);
  settle(at);
  CHECK(at.mailbox.sent.empty());  // it is the same one
  SECTION("oneself") {
    REQUIRE(at.ask("PUT", mine, profile("new@example.org"), ada, 3).status == 200);
  }
  SECTION("an administrator") {
    auto const chief = at.with_level(level::administrator, "chief");
    auto const people = desk::body_of(at.ask("GET", "/api/v1/people?search=old@", nullptr, chief));
    REQUIRE(people["people"].size() == 1);
    std::string const key = people["people"][0]["key"];
    json const form = {{"name", "Ada"}, {"email", "new@example.org"}, {"language", "nl"}};
    REQUIRE(at.ask("PUT", "/api/v1/people/" + key, form, chief, 3).status == 200);
  }
  settle(at);
  REQUIRE(at.mailbox.sent.size() == 1);
  CHECK(at.mailbox.sent[0].to.value() == "old@example.org");
  CHECK(at.mailbox.sent[0].text.find("new@example.org") == std::string::npos);
}

TEST_CASE("an administrator forgets somebody's second step, and nobody else does") {
  desk at;
  auto const lead = at.signed_in(role::facilitator, "Marit");
  auto const chief = at.with_level(level::administrator, "chief");
  auto const coordinator = at.with_level(level::coordinator, "coordinator");
  person_id const who{"person:chief"};
  finished(at.loop, at.stores.sign_ins.save_second_step(who, {"secret", {}, {}}, at.clock.now()));
  auto const path = "/api/v1/people/" + who.value + "/second-step";
  CHECK(at.ask("DELETE", path).status == 401);
  CHECK(at.ask("DELETE", path, nullptr, lead).status == 403);
  CHECK(at.ask("DELETE", path, nullptr, coordinator).status == 403);
  CHECK(finished(at.loop, at.stores.sign_ins.find_second_step(who)));
  CHECK(at.ask("DELETE", path, nullptr, chief).status == 204);
  CHECK_FALSE(finished(at.loop, at.stores.sign_ins.find_second_step(who)));
  auto const log = finished(at.loop, at.stores.directory.entries({}, 1));
  CHECK(log.rows.at(0).action == "forget_second_step");
  CHECK(log.rows.at(0).object == who.value);
  CHECK(at.ask("DELETE", "/api/v1/people/person:nobody/second-step", nullptr, chief).status == 404);
}
