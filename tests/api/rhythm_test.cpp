// A team's rhythm over HTTP, the session that is kept ahead, and the calendar feeds.
#include "desk.hpp"
#include "protocol/frames.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using tests::desk;
using tests::json;

namespace {

// The first Tuesday of each month at ten, from December 2026 on.
json first_tuesdays() {
  return {{"every", "month"},
          {"weekday", "tuesday"},
          {"position", 1},
          {"starts_on", "2026-12-01"},
          {"time", "10:00"},
          {"length_minutes", 60},
          {"format", "monthly_reflection_45"},
          {"language", "nl"},
          {"calendars", {"rijk"}},
          {"on_day_off", "next_working_day"}};
}

viab::time_point utc(int year, unsigned month, unsigned day, int hour) {
  using namespace std::chrono;
  return viab::time_point(
             sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)))
         + hours(hour);
}

struct team_with_lead : desk {
  std::string lead;
  std::string member;
  team_with_lead() {
    clock.set(utc(2026, 11, 26, 9));
    lead = signed_in(role::facilitator, "Marit");
    member = signed_in(role::participant, "Youssef");
  }
  json get(std::string const& path, std::string const& cookie) {
    return body_of(ask("GET", path, nullptr, cookie));
  }
  // As the team's page lists them, for a member whose browser is never too old.
  json sessions() {
    auto const cookie = dice.token(32);
    auto const key = tests::finished(loop, stores.directory.memberships_of_team(team_id{"t1"}))
                         .front()
                         .membership.person.value;
    tests::finished(loop, stores.teams.save_browser(prints.of(cookie), key,
                                                    clock.now() + std::chrono::hours(1)));
    return get("/api/v1/teams/t1", cookie)["sessions"];
  }
  void look() { tests::finished(loop, rhythm_keeper.look()); }
  // As when everybody met and the facilitator closed.
  void hold_and_close() {
    for (auto const& one : sessions()) {
      if (one["state"] == "closed") continue;
      auto const host = sessions_host(one["id"]);
      host->instruct(session::command(session::start{}));
      host->instruct(session::command(session::close{}));
      tests::finished(loop, host->settled());
    }
  }
  std::shared_ptr<app::session_host> sessions_host(std::string const& id) {
    return desk::sessions.host(session_id{id});
  }
};

std::string text_of(net::response const& answer) { return std::string(answer.bytes()); }

std::string path_in(net::response const& made) {
  std::string const address = desk::body_of(made)["address"];
  return address.substr(address.find("/feeds/"));
}

std::string tag_of(net::response const& answer) {
  for (auto const& [name, value] : answer.headers) {
    if (name == "ETag") return value;
  }
  return {};
}

}  // namespace

TEST_CASE("a facilitator sets the rhythm, and the next session is there, open for preparation") {
  team_with_lead at;
  CHECK(at.ask("PUT", "/api/v1/teams/t1/rhythm", first_tuesdays(), at.member).status == 403);
  CHECK(at.ask("PUT", "/api/v1/teams/t1/rhythm", first_tuesdays()).status == 404);
  auto const set = at.ask("PUT", "/api/v1/teams/t1/rhythm", first_tuesdays(), at.lead);
  INFO(set.bytes());
  REQUIRE(set.status == 200);
  auto const seen = at.get("/api/v1/teams/t1/rhythm", at.member);
  CHECK(seen["sentence"] == "elke eerste dinsdag van de maand om 10:00");
  CHECK(seen["may_change"] == false);
  CHECK(seen["rhythm"]["weekday"] == "tuesday");
  REQUIRE(seen["meetings"].size() == 12);
  CHECK(seen["meetings"][0]["at"] == "2026-12-01T09:00:00.000Z");
  CHECK(seen["meetings"][7]["at"] == "2027-07-06T08:00:00.000Z");  // ten o'clock in summer too

  auto const made = at.sessions();
  REQUIRE(made.size() == 1);
  CHECK(made[0]["planned_for"] == "2026-12-01T09:00:00.000Z");
  CHECK(made[0]["state"] == "lobby");
  auto const& state = at.sessions_host(made[0]["id"])->state();
  bool prepared = false;
  for (auto const& slot : state.slots) prepared |= slot.prepared_open;
  CHECK(prepared);
  at.look();
  CHECK(at.sessions().size() == 1);
}

TEST_CASE("a preview says what would be, and changes nothing") {
  team_with_lead at;
  auto wish = first_tuesdays();
  wish["weekday"] = "monday";
  auto const seen =
      desk::body_of(at.ask("POST", "/api/v1/teams/t1/rhythm/preview", wish, at.member));
  CHECK(seen["sentence"] == "elke eerste maandag van de maand om 10:00");
  // Easter Monday of 2027 is the 29th of March; Liberation Day and others fall on other days.
  wish["position"] = -1;
  auto const last = desk::body_of(at.ask("POST", "/api/v1/teams/t1/rhythm/preview", wish, at.lead));
  auto const& march = last["meetings"][3];
  CHECK(march["original"] == "2027-03-29T10:00");
  CHECK(march["local"] == "2027-03-30T10:00");
  CHECK(march["why"] == "day_off");
  CHECK(march["day_off"] == "Tweede Paasdag");
  CHECK(at.get("/api/v1/teams/t1/rhythm", at.member)["rhythm"].is_null());
  CHECK(at.sessions().empty());
}

TEST_CASE("what is wrong with a rhythm is said beside each field") {
  team_with_lead at;
  auto wish = first_tuesdays();
  wish["time"] = "ten";
  wish["starts_on"] = "2026-02-30";
  wish["format"] = "none";
  wish["calendars"] = {"rijk", "mars"};
  wish["length_minutes"] = 5;
  auto const answer = at.ask("PUT", "/api/v1/teams/t1/rhythm", wish, at.lead);
  CHECK(answer.status == 422);
  std::set<std::string> wrong;
  auto const document = desk::body_of(answer);
  for (auto const& one : document["invalid_params"]) wrong.insert(one["name"]);
  CHECK(
      wrong
      == std::set<std::string>{"/time", "/starts_on", "/format", "/calendars", "/length_minutes"});
}

TEST_CASE(
    "after each session comes the next, through a year, right over both changes of the clock") {
  team_with_lead at;
  at.ask("PUT", "/api/v1/teams/t1/rhythm", first_tuesdays(), at.lead);
  std::set<std::string> dates;
  for (int month = 0; month < 12; ++month) {
    auto const now = at.sessions();
    std::string open;
    for (auto const& one : now) {
      if (one["state"] != "closed") open = one["planned_for"];
    }
    REQUIRE(!open.empty());
    CHECK(dates.insert(open).second);
    auto const when = *protocol::read_time(open);
    CHECK(at.zones.local(when, "Europe/Amsterdam").time_since_epoch() % std::chrono::days(1)
          == std::chrono::hours(10));
    at.clock.set(when + std::chrono::hours(1));
    at.hold_and_close();
    at.look();
  }
  CHECK(dates.size() == 12);
  CHECK(*dates.rbegin() == "2027-11-02T09:00:00.000Z");
}

TEST_CASE("a session that nobody held keeps its cards and moves on; a long silence floods nobody") {
  team_with_lead at;
  at.ask("PUT", "/api/v1/teams/t1/rhythm", first_tuesdays(), at.lead);
  auto const before = at.sessions();
  at.clock.set(utc(2027, 6, 15, 12));
  at.look();
  at.look();
  auto const after = at.sessions();
  REQUIRE(after.size() == 1);
  CHECK(after[0]["id"] == before[0]["id"]);
  CHECK(after[0]["planned_for"] == "2027-07-06T08:00:00.000Z");
}

TEST_CASE("one date is moved or skipped, and stands again when that is taken back") {
  team_with_lead at;
  at.ask("PUT", "/api/v1/teams/t1/rhythm", first_tuesdays(), at.lead);
  auto const path = "/api/v1/teams/t1/rhythm/meetings/2026-12-01T10:00";
  CHECK(at.ask("PUT", path, {{"moved_to", "2026-12-03T14:30"}}, at.member).status == 403);
  CHECK(at.ask("PUT", path, {{"moved_to", "2026-12-03T14:30"}}, at.lead).status == 204);
  CHECK(at.sessions()[0]["planned_for"] == "2026-12-03T13:30:00.000Z");
  CHECK(at.get("/api/v1/teams/t1/rhythm", at.lead)["meetings"][0]["why"] == "moved");
  CHECK(at.ask("PUT", path, json::object(), at.lead).status == 204);
  CHECK(at.sessions()[0]["planned_for"] == "2027-01-05T09:00:00.000Z");
  CHECK(at.ask("DELETE", path, nullptr, at.lead).status == 204);
  CHECK(at.get("/api/v1/teams/t1/rhythm", at.lead)["meetings"][0]["why"] == "by_rule");
  for (auto const* none : {"2026-12-02T10:00", "2026-12-01T11:00", "tomorrow"}) {
    CHECK(at.ask("PUT", "/api/v1/teams/t1/rhythm/meetings/" + std::string(none), json::object(),
                 at.lead)
              .status
          == 404);
  }
}

TEST_CASE("a rhythm is changed by one at a time, and can be stopped") {
  team_with_lead at;
  auto const path = "/api/v1/teams/t1/rhythm";
  at.ask("PUT", path, first_tuesdays(), at.lead);
  CHECK(at.ask("PUT", path, first_tuesdays(), at.lead).status == 428);
  CHECK(at.ask("PUT", path, first_tuesdays(), at.lead, 1).status == 200);
  CHECK(at.ask("PUT", path, first_tuesdays(), at.lead, 1).status == 412);
  CHECK(at.ask("DELETE", path, nullptr, at.lead, 2).status == 200);
  auto const stopped = at.get(path, at.member);
  CHECK(stopped["rhythm"]["stopped"] == true);
  CHECK(stopped["meetings"].empty());
  at.clock.set(utc(2027, 6, 15, 12));
  at.look();
  CHECK(at.sessions().size() == 1);
}

TEST_CASE("a feed has a secret address that dies with the next one, and says what changed") {
  team_with_lead at;
  at.ask("PUT", "/api/v1/teams/t1/rhythm", first_tuesdays(), at.lead);
  auto const path = path_in(at.ask("POST", "/api/v1/teams/t1/feed", json::object(), at.member));
  auto const feed = at.ask("GET", path);
  REQUIRE(feed.status == 200);
  CHECK(feed.content_type == "text/calendar; charset=utf-8");
  auto const text = text_of(feed);
  CHECK(text.find("UID:rhythm-t1@127.0.0.1") != std::string::npos);
  CHECK(text.find("RRULE:FREQ=MONTHLY;BYDAY=1TU") != std::string::npos);
  CHECK(text.find("BEGIN:VTIMEZONE") != std::string::npos);
  CHECK(text.find("Marit") == std::string::npos);
  CHECK(tag_of(at.ask("GET", path)) == tag_of(feed));
  at.clock.advance(std::chrono::hours(24));
  CHECK(tag_of(at.ask("GET", path)) == tag_of(feed));

  at.ask("PUT", "/api/v1/teams/t1/rhythm/meetings/2026-12-01T10:00",
         {{"moved_to", "2026-12-03T14:30"}}, at.lead);
  auto const moved = at.ask("GET", path);
  CHECK(tag_of(moved) != tag_of(feed));
  CHECK(text_of(moved).find("RECURRENCE-ID;TZID=Europe/Amsterdam:20261201T100000")
        != std::string::npos);
  CHECK(text_of(moved).find("SEQUENCE:1") != std::string::npos);

  auto const newer = path_in(at.ask("POST", "/api/v1/teams/t1/feed", json::object(), at.member));
  CHECK(at.ask("GET", path).status == 404);
  CHECK(at.ask("GET", newer).status == 200);
  CHECK(at.ask("DELETE", "/api/v1/teams/t1/feed", nullptr, at.member).status == 204);
  CHECK(at.ask("GET", newer).status == 404);
}

TEST_CASE("a person's feed has that person's teams, as long as they last", "[S5]") {
  team_with_lead at;
  at.ask("PUT", "/api/v1/teams/t1/rhythm", first_tuesdays(), at.lead);
  CHECK(at.ask("POST", "/api/v1/me/feed", json::object()).status == 401);
  auto const chief = at.with_level(directory::level::administrator, "Chief");
  CHECK(at.ask("POST", "/api/v1/teams/t1/feed", json::object(), chief).status == 404);
  auto const path = path_in(at.ask("POST", "/api/v1/me/feed", json::object(), at.member));
  CHECK(text_of(at.ask("GET", path)).find("rhythm-t1@") != std::string::npos);
  auto const empty = path_in(at.ask("POST", "/api/v1/me/feed", json::object(), chief));
  CHECK(text_of(at.ask("GET", empty)).find("rhythm-t1@") == std::string::npos);

  auto const key = tests::finished(at.loop, at.sign_in.who(at.member))->key;
  tests::finished(at.loop, at.stores.directory.person_leaves(person_id{key}, at.by_test()));
  CHECK(text_of(at.ask("GET", path)).find("rhythm-t1@") == std::string::npos);
}

TEST_CASE("guessing at feeds is slowed down") {
  team_with_lead at;
  for (int i = 0; i < 10; ++i) CHECK(at.ask("GET", "/feeds/guess.ics").status == 404);
  CHECK(at.ask("GET", "/feeds/guess.ics").status == 429);
}
