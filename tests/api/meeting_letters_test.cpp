// Letters about sessions: who gets which, once, with a calendar that knows what changed.
#include "desk.hpp"
#include "protocol/frames.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using tests::desk;
using tests::finished;
using tests::json;

namespace {

json tuesdays(char const* time = "10:00") {
  return {{"every", "month"},
          {"weekday", "tuesday"},
          {"position", 1},
          {"starts_on", "2026-12-01"},
          {"time", time},
          {"length_minutes", 60},
          {"format", "monthly_reflection_45"},
          {"language", "nl"},
          {"calendars", {"rijk"}},
          {"on_day_off", "next_working_day"}};
}

struct team_with_letters : desk {
  std::string lead;
  std::string member;
  team_with_letters() {
    clock.set(*protocol::read_time("2026-11-26T09:00:00.000Z"));
    lead = signed_in(role::facilitator, "Marit");
    member = signed_in(role::participant, "Youssef");
    profile(member, "Youssef", "youssef@example.org");
    REQUIRE(ask("PUT", rhythm, tuesdays(), lead).status == 200);
    look();
  }
  char const* const rhythm = "/api/v1/teams/t1/rhythm";

  int version(std::string const& path, std::string const& cookie) {
    return body_of(ask("GET", path, nullptr, cookie))["version"];
  }
  void profile(std::string const& cookie, char const* name, char const* email,
               bool letters = true) {
    json const body = {{"name", name}, {"email", email}, {"language", "nl"}, {"letters", letters}};
    auto const path = "/api/v1/me/profile";
    REQUIRE(ask("PUT", path, body, cookie, version(path, cookie)).status == 200);
  }
  // What the server does every minute, until the letters have gone.
  void look() {
    finished(loop, rhythm_keeper.look());
    finished(loop, meeting_letters.look());
    finished(loop, mail_sender.look());
    loop.restart();
    loop.run_for(std::chrono::milliseconds(20));
  }
  std::vector<ports::mail_message> letters() { return std::exchange(mailbox.sent, {}); }
  std::shared_ptr<app::session_host> ahead() {
    auto const seen = finished(loop, stores.rhythms.session_ahead_of(team_id{"t1"}));
    return sessions.host(seen->session);
  }
  void hold() {
    auto const host = ahead();
    host->instruct(session::command(session::start{}));
    host->instruct(session::command(session::close{}));
    finished(loop, host->settled());
  }
};

bool says(std::string const& text, std::string const& what) {
  return text.find(what) != std::string::npos;
}
std::string line_of(std::string const& calendar, std::string const& name) {
  auto const from = calendar.find("\n" + name);
  return calendar.substr(from + 1, calendar.find('\r', from) - from - 1);
}

}  // namespace

TEST_CASE("a member with an address is invited once, in words and for the calendar") {
  team_with_letters at;
  auto const sent = at.letters();
  REQUIRE(sent.size() == 1);
  auto const& one = sent.front();
  CHECK(one.to.value() == "youssef@example.org");
  CHECK(one.subject == "Via B: de volgende sessie van Team Proef");
  CHECK(says(one.text, "dinsdag 1 december 2026 om 10:00"));
  CHECK(says(one.text, "http://127.0.0.1:8080/me"));
  REQUIRE(one.calendar);
  CHECK(one.calendar->method == "REQUEST");
  auto const& calendar = one.calendar->text;
  CHECK(says(calendar, "METHOD:REQUEST"));
  CHECK(says(calendar, "SEQUENCE:0"));
  CHECK(says(calendar, "DTSTART;TZID=Europe/Amsterdam:20261201T100000"));
  CHECK(says(calendar, "BEGIN:VTIMEZONE"));
  CHECK(says(calendar, "mailto:viab@example.org"));
  CHECK(says(calendar, "mailto:youssef@example.org"));
  CHECK_FALSE(says(calendar, "Marit"));
  at.look();
  CHECK(at.letters().empty());
}

TEST_CASE("a date that moves is told under the same name, with a higher sequence") {
  team_with_letters at;
  auto const first = at.letters().front().calendar->text;
  json const to = {{"moved_to", "2026-12-03T14:00"}};
  auto const path = std::string(at.rhythm) + "/meetings/2026-12-01T10:00";
  REQUIRE(at.ask("PUT", path, to, at.lead).status == 204);
  at.look();
  auto const sent = at.letters();
  REQUIRE(sent.size() == 1);
  auto const& calendar = sent.front().calendar->text;
  CHECK(says(sent.front().text, "verplaatst naar donderdag 3 december 2026 om 14:00"));
  CHECK(says(calendar, "SEQUENCE:1"));
  CHECK(line_of(calendar, "UID:") == line_of(first, "UID:"));
  CHECK(says(calendar, "DTSTART;TZID=Europe/Amsterdam:20261203T140000"));
}

TEST_CASE("who leaves the team, and a team that stops, are told that it is off") {
  team_with_letters at;
  at.letters();
  at.clock.advance(std::chrono::minutes(5));
  SECTION("who leaves") {
    auto const list = desk::body_of(
        at.ask("GET", "/api/v1/teams/t1/memberships", nullptr, at.lead))["memberships"];
    for (auto const& one : list) {
      if (one["name"] != "Youssef") continue;
      json const until = {{"role", "participant"}, {"until", protocol::write_time(at.clock.now())}};
      std::string const id = one["id"];
      REQUIRE(at.ask("PUT", "/api/v1/memberships/" + id, until, at.lead, one["version"]).status
              == 200);
    }
  }
  SECTION("the rhythm stops") {
    REQUIRE(at.ask("DELETE", at.rhythm, nullptr, at.lead, 1).status < 300);
  }
  at.look();
  auto const sent = at.letters();
  REQUIRE(sent.size() == 1);
  CHECK(sent.front().calendar->method == "CANCEL");
  CHECK(says(sent.front().calendar->text, "STATUS:CANCELLED"));
  CHECK(says(sent.front().calendar->text, "SEQUENCE:1"));
  CHECK(says(sent.front().text, "niet meer voor je op de agenda"));
  at.look();
  CHECK(at.letters().empty());
}

TEST_CASE("who wants no letters gets none, and who has no address neither") {
  team_with_letters at;
  at.letters();
  at.profile(at.lead, "Marit", "marit@example.org", false);
  at.look();
  CHECK(at.letters().empty());
  at.profile(at.lead, "Marit", "marit@example.org", true);
  at.look();
  auto const sent = at.letters();
  REQUIRE(sent.size() == 1);
  CHECK(sent.front().to.value() == "marit@example.org");
}

TEST_CASE("after the session: themes and agreements once, and the next date; no cards") {
  team_with_letters at;
  at.letters();
  at.clock.set(*protocol::read_time("2026-12-01T09:05:00.000Z"));
  at.hold();
  at.look();
  auto const sent = at.letters();
  REQUIRE(sent.size() == 2);  // what came out, and the invitation to the next one
  bool summed_up = false;
  for (auto const& one : sent) {
    if (one.calendar) {
      CHECK(says(one.text, "dinsdag 5 januari 2027 om 10:00"));
      continue;
    }
    summed_up = true;
    CHECK(one.subject == "Via B: wat er uit de sessie van Team Proef kwam");
    CHECK(says(one.text, "De volgende sessie is op dinsdag 5 januari 2027 om 10:00."));
    CHECK(says(one.text, "/report"));
  }
  CHECK(summed_up);
  at.look();
  CHECK(at.letters().empty());
}

TEST_CASE("without a mail server nothing is written down, and nothing breaks") {
  team_with_letters at;
  at.letters();
  app::mail_sender nowhere(at.loop.get_executor(), at.stores.letters, nullptr, at.clock);
  app::meeting_letters silent({at.stores.meeting_letters, at.stores.teams, nowhere,
                               at.calendar_writer, at.library, at.zones, at.clock,
                               "http://127.0.0.1:8080", ""});
  at.profile(at.lead, "Marit", "marit@example.org");
  finished(at.loop, silent.look());
  CHECK(finished(at.loop, at.stores.letters.waiting()) == 0);
}

TEST_CASE("letters that could not go wait, and are not written twice after a restart") {
  team_with_letters at;
  at.letters();
  at.mailbox.away = true;
  at.profile(at.lead, "Marit", "marit@example.org");
  at.look();
  CHECK(finished(at.loop, at.stores.letters.waiting()) == 1);
  at.look();
  CHECK(finished(at.loop, at.stores.letters.waiting()) == 1);
  // What is known of who was told is in the database, not in the program.
  app::meeting_letters started_anew({at.stores.meeting_letters, at.stores.teams, at.mail_sender,
                                     at.calendar_writer, at.library, at.zones, at.clock,
                                     "http://127.0.0.1:8080", "viab@example.org"});
  finished(at.loop, started_anew.look());
  CHECK(finished(at.loop, at.stores.letters.waiting()) == 1);
}
