// A team's memory over HTTP: for its members, of the last twelve months, in bands.
#include "desk.hpp"
#include "support/stored.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using tests::desk;
using tests::json;

namespace {

void held(desk& at, std::string const& id, std::chrono::days ago, std::string const& theme,
          std::vector<int> normal) {
  auto const closed = at.clock.now() - ago;
  ports::session_outcome left;
  left.themes = {{theme, 3, 5, "een notitie", {"een kaartje"}}};
  left.agreements = {tests::make_agreement(id, "7-1", "bel ik", closed.time_since_epoch().count())};
  normal.resize(11);
  left.pulse = ports::pulse_row{8, {}, {}, {}, {}, std::move(normal)};
  auto batch = tests::make_closing(id, "t1", closed, std::move(left));
  tests::finished(at.loop, at.stores.events.append(std::move(batch)));
}

}  // namespace

TEST_CASE("a member sees themes that come back, and the pulse in bands") {
  desk at;
  auto const member = at.signed_in(role::participant, "Lid");
  held(at, "s1", std::chrono::days(400), "Inkoop", {8});
  held(at, "s2", std::chrono::days(60), "Inkoop duurt lang", {0, 0, 0, 0, 0, 8});
  held(at, "s3", std::chrono::days(30), "Inkoop", {0, 0, 0, 0, 0, 0, 0, 0, 9});
  auto const answer = at.ask("GET", "/api/v1/teams/t1/memory", nullptr, member);
  REQUIRE(answer.status == 200);
  auto const past = desk::body_of(answer);
  REQUIRE(past["themes"].size() == 1);
  CHECK(past["themes"][0]["title"] == "Inkoop");
  CHECK(past["themes"][0]["times"].size() == 2);  // the one of more than a year ago does not count
  REQUIRE(past["pulse"].size() == 2);
  for (auto const& month : past["pulse"]) CHECK(month.size() == 3);  // quarters, and no counts
  CHECK(past["pulse"][1]["quarters"] == json({0, 0, 4}));
  CHECK(past["agreements"]["made"] == 2);
  CHECK(answer.bytes().find("kaartje") == std::string::npos);
  CHECK(answer.bytes().find("notitie") == std::string::npos);
}

TEST_CASE("a team's memory is for its members [S5]") {
  desk at;
  auto const chief = at.with_level(directory::level::administrator, "Chief");
  auto const theirs = at.ask("GET", "/api/v1/teams/t1/memory", nullptr, chief);
  CHECK(theirs.status == 404);
  CHECK(theirs.bytes() == at.ask("GET", "/api/v1/teams/nothing/memory", nullptr, chief).bytes());
}
