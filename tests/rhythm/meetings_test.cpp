// Which meetings a rule comes to, and what has to happen with the session that is kept ahead.
#include "days.hpp"
#include "rhythm/next_session.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::rhythm;
using std::chrono::hours;
using deed = next_session::deed;
using standing = session_ahead::state;

namespace {

local_minute at(char const* iso_day, int hour = 10) { return *read_day(iso_day) + hours(hour); }
// As if the clocks stood in UTC.
time_point instant(local_minute local) {
  return time_point(std::chrono::duration_cast<milliseconds>(local.time_since_epoch()));
}

calendar with_whit_monday() {
  calendar one;
  one.id = "test";
  one.days.push_back({"whit_monday", {"Tweede Pinksterdag", "Whit Monday"}, from_easter{50}, {}});
  return one;
}

std::vector<occurrence> on(std::initializer_list<char const*> days) {
  std::vector<occurrence> all;
  for (auto const* one : days) all.push_back({at(one), instant(at(one))});
  return all;
}

std::vector<planned_meeting> planned(std::initializer_list<char const*> days) {
  std::vector<planned_meeting> all;
  for (auto const* one : days) {
    planned_meeting next;
    next.what.original = next.what.at = at(one);
    next.at = instant(at(one));
    all.push_back(std::move(next));
  }
  return all;
}

}  // namespace

TEST_CASE("a meeting on a day off makes way, and says for which day") {
  work_days const days{{with_whit_monday()}};
  auto const all = meetings_of(on({"2027-05-10", "2027-05-17", "2027-05-24"}), days,
                               on_day_off::next_working_day, {});
  REQUIRE(all.size() == 3);
  CHECK(all[0].why == meeting::reason::by_rule);
  CHECK(all[1].why == meeting::reason::day_off);
  CHECK(all[1].original == at("2027-05-17"));
  CHECK(all[1].at == at("2027-05-18"));
  CHECK(all[1].day_off_name->nl == "Tweede Pinksterdag");
  CHECK(all[2].at == at("2027-05-24"));
  auto const later = meetings_of(on({"2027-05-17"}), days, on_day_off::same_weekday, {});
  CHECK(later[0].at == at("2027-05-24"));
}

TEST_CASE("what a facilitator decided goes over rule and day off") {
  work_days const days{{with_whit_monday()}};
  exceptions decided;
  decided[at("2027-05-10")] = {std::nullopt, 2};
  decided[at("2027-05-17")] = {at("2027-05-20", 14), 1};
  decided[at("2027-05-24")] = {at("2027-05-24"), 3};
  auto const all = meetings_of(on({"2027-05-10", "2027-05-17", "2027-05-24"}), days,
                               on_day_off::next_working_day, decided);
  CHECK_FALSE(all[0].takes_place());
  CHECK(all[0].sequence == 2);
  CHECK(all[1].why == meeting::reason::moved);
  CHECK(all[1].at == at("2027-05-20", 14));
  CHECK_FALSE(all[1].day_off_name);
  CHECK(all[2].why == meeting::reason::by_rule);
}

TEST_CASE("without a session the next meeting gets one, and no meeting that went by does") {
  auto const upcoming = planned({"2027-01-05", "2027-02-02", "2027-03-02"});
  auto const next = decide_next({}, upcoming, instant(at("2027-01-20")));
  CHECK(next.what == deed::make);
  CHECK(next.to.what.original == at("2027-02-02"));
  // A year of silence: one session, not twelve.
  CHECK(decide_next({}, upcoming, instant(at("2027-02-20"))).to.what.original == at("2027-03-02"));
  CHECK(decide_next({}, upcoming, instant(at("2027-04-01"))).what == deed::nothing);
  CHECK(decide_next({}, upcoming, instant(at("2027-02-02"))).to.what.original == at("2027-03-02"));
}

TEST_CASE("a session that waits in the lobby for its day is left alone, and so is one that runs") {
  auto const upcoming = planned({"2027-01-05", "2027-02-02"});
  session_ahead ahead{at("2027-01-05"), instant(at("2027-01-05")), standing::lobby};
  CHECK(decide_next(ahead, upcoming, instant(at("2027-01-04"))).what == deed::nothing);
  CHECK(decide_next(ahead, upcoming, instant(at("2027-01-05", 18))).what == deed::nothing);
  ahead.now = standing::running;
  CHECK(decide_next(ahead, upcoming, instant(at("2027-01-20"))).what == deed::nothing);
}

TEST_CASE("a session that nobody held moves on to the next meeting, a day later") {
  auto const upcoming = planned({"2027-01-05", "2027-02-02"});
  session_ahead const ahead{at("2027-01-05"), instant(at("2027-01-05")), standing::lobby};
  CHECK(decide_next(ahead, upcoming, instant(at("2027-01-06", 9))).what == deed::nothing);
  auto const next = decide_next(ahead, upcoming, instant(at("2027-01-06")));
  CHECK(next.what == deed::move);
  CHECK(next.to.what.original == at("2027-02-02"));
}

TEST_CASE("when its meeting moves the session moves along; when it is skipped, to the next") {
  auto upcoming = planned({"2027-01-05", "2027-02-02"});
  session_ahead const ahead{at("2027-01-05"), instant(at("2027-01-05")), standing::lobby};
  auto const now = instant(at("2027-01-01"));
  upcoming[0].what.at = at("2027-01-07");
  upcoming[0].at = instant(at("2027-01-07"));
  upcoming[0].what.why = meeting::reason::moved;
  auto const moved = decide_next(ahead, upcoming, now);
  CHECK(moved.what == deed::move);
  CHECK(moved.to.at == instant(at("2027-01-07")));
  upcoming[0].what.why = meeting::reason::skipped;
  CHECK(decide_next(ahead, upcoming, now).to.what.original == at("2027-02-02"));
}

TEST_CASE("when the rule itself changes, what was prepared goes to its first meeting") {
  session_ahead const ahead{at("2027-01-05"), instant(at("2027-01-05")), standing::lobby};
  auto const next =
      decide_next(ahead, planned({"2027-01-14", "2027-01-28"}), instant(at("2027-01-01")));
  CHECK(next.what == deed::move);
  CHECK(next.to.what.original == at("2027-01-14"));
}

TEST_CASE("a session that was held early is not held again on its own day") {
  auto const upcoming = planned({"2027-01-05", "2027-02-02"});
  session_ahead const held{at("2027-01-05"), instant(at("2027-01-05")), standing::closed};
  auto const next = decide_next(held, upcoming, instant(at("2027-01-03")));
  CHECK(next.what == deed::make);
  CHECK(next.to.what.original == at("2027-02-02"));
}
