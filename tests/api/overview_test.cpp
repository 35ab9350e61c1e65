// The overview across teams over HTTP: for who follows, by month, nothing of few.
#include "desk.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using directory::level;
using tests::desk;
using tests::json;

namespace {

void member(desk& at, std::string const& name, std::chrono::days ago) {
  directory::membership row;
  row.id = {name};
  row.person = {"person:" + name};
  row.team = {"t1"};
  row.from = at.clock.now() - ago;
  tests::finished(at.loop, at.stores.directory.save_membership(row, at.by_test()));
}

}  // namespace

TEST_CASE("the overview is for who follows walls, and names nobody") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const lead = at.signed_in(role::facilitator, "Leid");
  CHECK(at.ask("GET", "/api/v1/overview", nullptr, lead).status == 403);
  CHECK(at.ask("GET", "/api/v1/overview").status == 401);
  auto const answer = at.ask("GET", "/api/v1/overview", nullptr, chief);
  REQUIRE(answer.status == 200);
  auto const told = desk::body_of(answer);
  CHECK(told["over"] == false);
  CHECK(told["teams"] == nullptr);
  CHECK(told["pulse"].empty());
  CHECK(told["map"]["flows"][0]["people"] == nullptr);  // fewer than five
  CHECK(answer.bytes().find("Leid") == std::string::npos);
  CHECK(answer.bytes().find("Team Proef") == std::string::npos);
}

TEST_CASE("months that can be asked for begin with the first membership") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  member(at, "Chief", std::chrono::days(100));
  auto const told = desk::body_of(at.ask("GET", "/api/v1/overview", nullptr, chief));
  std::string const first = told["first_month"];
  CHECK(first < told["last_month"]);
  auto const early =
      desk::body_of(at.ask("GET", "/api/v1/overview?month=" + first, nullptr, chief));
  CHECK(early["over"] == true);
  CHECK(early["month"] == first);
  CHECK(early["teams"] == nullptr);  // one team
  for (auto const* wrong : {"2019-01", "2999-01", "2026-13", "2026-1", "october", "2026-10-01"}) {
    INFO(wrong);
    CHECK(at.ask("GET", std::string("/api/v1/overview?month=") + wrong, nullptr, chief).status
          == 422);
  }
}
