// What a file of people or teams comes to, held against what there is.
#include "files.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::imports;
using namespace viab::tests;
using words = std::vector<std::string>;

namespace {

people_plan people_in(std::string const& text, known_people const& known) {
  return plan_people(read_table(text, kind::people), known);
}
teams_plan teams_in(std::string const& text, known_teams const& known) {
  return plan_teams(read_table(text, kind::teams), known);
}

known_teams teams_known(std::optional<std::string> const& only = {}) {
  known_teams known;
  known.organisations = known_to().organisations;
  known.challenges = {{"droge voeten", {"c1"}}};
  known.now = time_point(milliseconds(5'000));
  if (only) known.only = directory::organisation_id{*only};
  add(known.people, somebody("noor", "noor@x.nl", "o1"));
  add(known.people, somebody("sam", "sam@x.nl", "o2"));
  return known;
}

directory::team team_of(std::string const& id, std::string const& name, std::string const& home) {
  directory::team one;
  one.id = team_id{id};
  one.name = directory::title_text::of(name);
  one.home = directory::organisation_id{home};
  one.version = 2;
  return one;
}

}  // namespace

TEST_CASE("somebody new gets what the line says, and the usual value where it says nothing") {
  auto const made = people_in(
      "naam;e-mail;organisatie;taal;trainer\nNoor;noor@x.nl;GEMEENTE lindewaard;Engels;ja\n"
      "Sam;sam@x.nl;;;\n",
      known_to());
  CHECK(made.problems.empty());
  CHECK(made.made == 2);
  REQUIRE(made.changes.size() == 2);
  auto const& noor = made.changes[0].row;
  CHECK(noor.version == 0);
  CHECK(noor.organisation == directory::organisation_id{"o1"});
  CHECK(noor.language == "en");
  CHECK(noor.trainer);
  auto const& sam = made.changes[1].row;
  CHECK_FALSE(sam.organisation);
  CHECK(sam.language == "nl");
  CHECK_FALSE(sam.trainer);
  CHECK(made.changes[1].line == 3);
}

TEST_CASE("who has the address is changed; blank cells and columns that are not there leave") {
  auto known = known_to();
  auto noor = somebody("noor", "Noor@X.nl", "o1");
  noor.trainer = true;
  noor.as = directory::level::coordinator;
  add(known.people, noor);
  auto const made = people_in("naam;e-mail;organisatie;taal\nNoortje;noor@x.NL;;en\n", known);
  REQUIRE(made.changes.size() == 1);
  CHECK(made.changed == 1);
  auto const& row = made.changes[0].row;
  CHECK(row.key.value == "noor");
  CHECK(row.version == 3);
  CHECK(row.name.value() == "Noortje");
  CHECK(row.email->value() == "Noor@X.nl");
  CHECK(row.organisation == directory::organisation_id{"o1"});
  CHECK(row.language == "en");
  CHECK(row.trainer);
  CHECK(row.as == directory::level::coordinator);
}

TEST_CASE("what is there already is the same, and nothing is done") {
  auto known = known_to();
  add(known.people, somebody("noor", "noor@x.nl", "o1"));
  auto const made = people_in("naam;e-mail;trainer\nnoor;noor@x.nl;nee\n", known);
  CHECK(made.same == 1);
  CHECK(made.changes.empty());
}

TEST_CASE("every problem of every cell is told with its line and column") {
  auto known = known_to();
  auto gone = somebody("els", "els@x.nl");
  gone.left_at = time_point(milliseconds(1));
  add(known.people, gone);
  auto const made = people_in(
      "naam;e-mail;organisatie;taal;trainer\n"
      ";geen adres;Nergens;frans;misschien\n" +
          std::string(41, 'x') +
          ";a@x.nl;;;\n"
          "A;;;;\n"
          "B;A@x.nl;;;\n"
          "Els;els@x.nl;;;\n",
      known);
  CHECK(said(made.problems)
        == words{"2:1 cell_empty", "2:2 cell_not_address", "2:3 unknown_organisation",
                 "2:4 unknown_language", "2:5 not_yes_or_no", "3:1 cell_too_long 40",
                 "4:2 cell_empty", "5:2 address_again 3", "6:2 person_left"});
  CHECK(made.changes.empty());
}

TEST_CASE("a coordinator's file is about the own organisation only") {
  auto known = known_to("o1");
  add(known.people, somebody("ours", "ours@x.nl", "o1"));
  add(known.people, somebody("theirs", "theirs@x.nl", "o2"));
  auto free_gone = somebody("free", "free@x.nl");
  free_gone.left_at = time_point(milliseconds(1));
  add(known.people, free_gone);
  auto const made = people_in(
      "naam;e-mail;organisatie\n"
      "Nieuw;nieuw@x.nl;\n"
      "Ours;ours@x.nl;Gemeente Lindewaard\n"
      "Theirs;theirs@x.nl;\n"
      "Free;free@x.nl;Gemeente Lindewaard\n"
      "Ander;ander@x.nl;Waterschap\n",
      known);
  CHECK(said(made.problems)
        == words{"4:2 person_elsewhere", "5:2 person_elsewhere", "6:3 organisation_elsewhere"});
  REQUIRE(made.changes.size() == 2);
  CHECK(made.changes[0].row.organisation == directory::organisation_id{"o1"});
}

TEST_CASE("a team gets its home, challenge and people, from now on") {
  auto const made = teams_in(
      "naam;thuisorganisatie;opgave;begeleiders;deelnemers\n"
      "Waterkant;Waterschap;Droge voeten;noor@x.nl;SAM@x.nl\n",
      teams_known());
  CHECK(said(made.problems) == words{});
  REQUIRE(made.changes.size() == 1);
  auto const& [number, row, write, memberships] = made.changes[0];
  CHECK(made.made == 1);
  CHECK(write);
  CHECK(row.version == 0);
  CHECK(row.home == directory::organisation_id{"o2"});
  CHECK(row.challenge == directory::challenge_id{"c1"});
  REQUIRE(memberships.size() == 2);
  CHECK(memberships[0].person.value == "noor");
  CHECK(memberships[0].as == role::facilitator);
  CHECK(memberships[0].from == time_point(milliseconds(5'000)));
  CHECK(memberships[1].as == role::participant);
}

TEST_CASE("who is in the team stays in it; only a role can change") {
  auto known = teams_known();
  known.teams["waterkant"] = {team_of("t1", "Waterkant", "o1")};
  directory::membership old;
  old.id = {"m0"};
  old.person = {"sam"};
  old.team = {"t1"};
  old.until = time_point(milliseconds(10));
  directory::membership lasting = old;
  lasting.id = {"m1"};
  lasting.person = {"noor"};
  lasting.until.reset();
  lasting.version = 1;
  known.memberships[team_id{"t1"}] = {old, lasting};
  auto const same = teams_in("naam;deelnemers\nwaterkant;\nWaterkant;\n", known);
  CHECK(said(same.problems) == words{"3:1 team_again 2"});
  auto const nothing = teams_in("naam;deelnemers\nWaterkant;noor@x.nl\n", known);
  CHECK(nothing.same == 1);
  auto const again = teams_in("naam;begeleiders;deelnemers\nWaterkant;noor@x.nl;sam@x.nl\n", known);
  REQUIRE(again.changes.size() == 1);
  CHECK(again.changed == 1);
  CHECK_FALSE(again.changes[0].write);
  auto const& memberships = again.changes[0].memberships;
  REQUIRE(memberships.size() == 2);
  CHECK(memberships[0].id.value == "m1");
  CHECK(memberships[0].version == 1);
  CHECK(memberships[0].as == role::facilitator);
  CHECK(memberships[1].version == 0);
  CHECK(memberships[1].team.value == "t1");
}

TEST_CASE("every problem of a file of teams is told with its line and column") {
  auto known = teams_known();
  auto ended = team_of("t9", "Klaar", "o1");
  ended.ended_at = time_point(milliseconds(1));
  known.teams["klaar"] = {ended};
  known.teams["dubbel"] = {team_of("t1", "Dubbel", "o1"), team_of("t2", "Dubbel", "o2")};
  std::string crowd;
  for (int i = 0; i <= most_named; ++i) crowd += "a@x.nl ";
  auto const made = teams_in(
      "naam;home;opgave;taal;begeleiders;leden\n"
      ";Nergens;Niets;frans;;\n"
      "Klaar;;;;;\n"
      "Dubbel;;;;;\n"
      "Dubbel;Waterschap;;;;\n"
      "A;;;;noor@x.nl;noor@x.nl wie@x.nl geen\n"
      "B;;;;;" + crowd + "\n"
      "a;;;;;\n" + std::string(121, 'x') + ";;;;;\n",
      known);
  CHECK(said(made.problems)
        == words{"2:1 cell_empty", "2:2 unknown_organisation", "2:3 unknown_challenge",
                 "2:4 unknown_language", "3:1 team_ended", "4:1 several_teams",
                 "6:6 cell_not_address", "6:6 named_twice noor@x.nl",
                 "6:6 unknown_address wie@x.nl", "7:6 too_many_named 500", "8:1 team_again 6",
                 "9:1 cell_too_long 120"});
  CHECK(made.same == 1);
}

TEST_CASE("to a coordinator people of elsewhere are as unknown as nobody") {
  auto const made =
      teams_in("naam;thuisorganisatie;deelnemers\nA;;noor@x.nl sam@x.nl wie@x.nl\nB;Waterschap;\n",
               teams_known("o1"));
  CHECK(said(made.problems)
        == words{"2:3 unknown_address sam@x.nl", "2:3 unknown_address wie@x.nl",
                 "3:2 organisation_elsewhere"});
}
