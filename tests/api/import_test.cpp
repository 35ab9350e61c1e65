// Importing people and teams from a file: checked first, then all of it, by who may change them.
#include "desk.hpp"
#include "imports/table.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace viab;
using directory::level;
using tests::desk;
using tests::json;

namespace {

std::string const people = "/api/v1/imports/people";
std::string const teams = "/api/v1/imports/teams";

net::response send(desk& at, std::string const& path, std::string file, std::string const& cookie) {
  auto const target = net::read_target(path);
  net::request asked;
  asked.method = "POST";
  asked.path = target->path;
  asked.query_fields = target->query;
  asked.headers = {{"Origin", "http://127.0.0.1:8080"},
                   {"Content-Type", "text/csv; charset=utf-8"},
                   {"Cookie", "viab=" + cookie}};
  asked.body = std::move(file);
  asked.remote = "203.0.113.7";
  return tests::finished(at.loop, at.router.answer(std::move(asked)));
}

json checked(desk& at, std::string const& path, std::string const& file,
             std::string const& cookie) {
  auto const answer = send(at, path + "/check", file, cookie);
  INFO(answer.bytes());
  REQUIRE(answer.status == 200);
  return desk::body_of(answer);
}

json progress(desk& at, std::string const& id, std::string const& cookie) {
  return desk::body_of(at.ask("GET", "/api/v1/imports/" + id, nullptr, cookie));
}

json to_its_end(desk& at, std::string const& id, std::string const& cookie) {
  for (;;) {
    auto job = progress(at, id, cookie);
    if (job["state"] != "running") return job;
  }
}

std::string started(desk& at, std::string const& path, std::string const& file,
                    std::string const& fingerprint, std::string const& cookie) {
  auto const answer = send(at, path + "?fingerprint=" + fingerprint, file, cookie);
  INFO(answer.bytes());
  REQUIRE(answer.status == 202);
  return desk::body_of(answer)["id"];
}

// The check and the import.
json imported(desk& at, std::string const& path, std::string const& file,
              std::string const& cookie) {
  auto const report = checked(at, path, file, cookie);
  INFO(report.dump());
  REQUIRE(report["problems_total"] == 0);
  return to_its_end(at, started(at, path, file, report["fingerprint"], cookie), cookie);
}

std::set<std::string> places(json const& report) {
  std::set<std::string> out;
  for (auto const& one : report["problems"]) {
    out.insert(one["line"].dump() + ':' + one["column"].dump() + ' '
               + one["code"].get<std::string>());
  }
  return out;
}

std::string organisation(desk& at, std::string const& name, std::string const& cookie) {
  return desk::body_of(at.ask("POST", "/api/v1/organisations", {{"name", name}}, cookie))["id"];
}

json everybody(desk& at, std::string const& cookie) {
  return desk::body_of(at.ask("GET", "/api/v1/people?limit=200", nullptr, cookie))["people"];
}

json person_named(desk& at, std::string const& name, std::string const& cookie) {
  for (auto const& one : everybody(at, cookie)) {
    if (one["name"] == name) return one;
  }
  return nullptr;
}

int audit_rows(desk& at, std::string const& action, std::string const& cookie) {
  auto const log = desk::body_of(at.ask("GET", "/api/v1/audit-entries?limit=200", nullptr, cookie));
  int count = 0;
  for (auto const& one : log["entries"]) count += one["action"] == action ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("a check changes nothing and says what would become of it") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  organisation(at, "Waterschap", chief);
  auto const saved = audit_rows(at, "save_person", chief);
  auto const report = checked(at, people,
                              "naam;e-mail;organisatie;taal;trainer\r\n"
                              "Noor;noor@x.nl;waterschap;nl;ja\r\nSam;sam@x.nl;;;\r\n",
                              chief);
  CHECK(report["new"] == 2);
  CHECK(report["changed"] == 0);
  CHECK(report["problems_total"] == 0);
  CHECK(everybody(at, chief).size() == 1);
  CHECK(audit_rows(at, "save_person", chief) == saved);
  CHECK(audit_rows(at, "import_people", chief) == 0);
}

TEST_CASE("people are imported, and the same file again changes nothing") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const home = organisation(at, "Waterschap", chief);
  std::string const file =
      "name,email,organisation,language,trainer\nNoor,noor@x.nl,Waterschap,en,yes\n"
      "\"Sam, de tweede\",sam@x.nl,,,\n";
  auto const job = imported(at, people, file, chief);
  CHECK(job["state"] == "done");
  CHECK(job["written"] == 2);
  CHECK(job["to_write"] == 2);
  auto const noor = person_named(at, "Noor", chief);
  CHECK(noor["email"] == "noor@x.nl");
  CHECK(noor["organisation"] == home);
  CHECK(noor["language"] == "en");
  CHECK(noor["trainer"] == true);
  CHECK(noor["level"] == "none");
  CHECK(!person_named(at, "Sam, de tweede", chief).is_null());
  CHECK(audit_rows(at, "import_people", chief) == 2);  // begun, and done
  auto const saved = audit_rows(at, "save_person", chief);

  auto const again = imported(at, people, file, chief);
  CHECK(again["state"] == "done");
  CHECK(again["same"] == 2);
  CHECK(again["written"] == 0);
  CHECK(audit_rows(at, "save_person", chief) == saved);
  auto const report = checked(at, people, "naam;e-mail\nNoortje;NOOR@x.nl\n", chief);
  CHECK(report["changed"] == 1);
}

TEST_CASE("after an import that broke off, the same file does the rest") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  std::string file = "naam;e-mail\n";
  for (int i = 0; i < 120; ++i) {
    auto const n = std::to_string(i);
    file += "Persoon " + n + ";p" + n + "@x.nl\n";
  }
  // What a first run had written when it ended.
  imported(at, people, file.substr(0, file.find("Persoon 50;")), chief);
  auto const job = imported(at, people, file, chief);
  CHECK(job["same"] == 50);
  CHECK(job["new"] == 70);
  CHECK(job["written"] == 70);
  CHECK(everybody(at, chief).size() == 121);
}

TEST_CASE("every problem is told by its line and column, in words, and nothing can be imported") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  std::string const file =
      "naam;e-mail;organisatie;taal;trainer\n"
      ";geen adres;Nergens;fr;wie weet\n"
      "A;a@x.nl;;;\n"
      "B;A@x.nl;;;\n"
      "C;c@x.nl\n"
      "D\xFF;d@x.nl;;;\n"
      "\"E\" e;e@x.nl;;;\n"
      + std::string(41, 'x') + ";f@x.nl;;;\n" + "\"G;g@x.nl;;;\n";
  auto const report = checked(at, people, file, chief);
  CHECK(places(report)
        == std::set<std::string>{
            "2:1 cell_empty", "2:2 cell_not_address", "2:3 unknown_organisation",
            "2:4 unknown_language", "2:5 not_yes_or_no", "4:2 address_again", "5:0 wrong_cells",
            "6:1 not_utf8", "7:1 text_after_quote", "8:1 cell_too_long", "9:1 unclosed_quote"});
  CHECK(report["problems_total"] == 11);
  int before = 0;
  for (auto const& one : report["problems"]) {
    CHECK(one["line"].get<int>() >= before);
    before = one["line"];
    CHECK(one["reason"].get<std::string>().find(". ") != std::string::npos);
  }
  CHECK(report["problems"][0]["header"] == "naam");

  auto const id = started(at, people, file, report["fingerprint"], chief);
  auto const job = to_its_end(at, id, chief);
  CHECK(job["state"] == "refused");
  CHECK(job["written"] == 0);
  CHECK(job["problems_total"] == 11);
  CHECK(everybody(at, chief).size() == 1);
  CHECK(audit_rows(at, "import_people", chief) == 0);
}

TEST_CASE("what is imported is the file that was checked, held against what there is now") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const home = organisation(at, "Waterschap", chief);
  std::string const file = "naam;e-mail;organisatie\nNoor;noor@x.nl;Waterschap\n";
  auto const report = checked(at, people, file, chief);
  auto const path = people + "?fingerprint=" + report["fingerprint"].get<std::string>();
  auto const other = send(at, path, file + "Sam;sam@x.nl;\n", chief);
  CHECK(other.status == 409);
  CHECK(desk::body_of(other)["code"] == "file_changed");
  CHECK(send(at, people, file, chief).status == 409);
  CHECK(at.ask("DELETE", "/api/v1/organisations/" + home, nullptr, chief, 1).status == 204);
  auto const job = to_its_end(at, started(at, people, file, report["fingerprint"], chief), chief);
  CHECK(job["state"] == "refused");
  CHECK(places(job) == std::set<std::string>{"2:3 unknown_organisation"});
  CHECK(everybody(at, chief).size() == 1);
}

TEST_CASE("a coordinator imports for the own organisation only") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  directory::organisation_id const ours{organisation(at, "Wij", chief)};
  organisation(at, "Zij", chief);
  imported(at, people, "naam;e-mail;organisatie\nSam;sam@x.nl;Zij\n", chief);
  auto const co = at.with_level(level::coordinator, "Co", ours);
  auto const report =
      checked(at, people,
              "naam;e-mail;organisatie\nNoor;noor@x.nl;\nSam;SAM@x.nl;Wij\nEls;els@x.nl;Zij\n", co);
  CHECK(places(report)
        == std::set<std::string>{"3:2 person_elsewhere", "4:3 organisation_elsewhere"});
  CHECK(imported(at, people, "naam;e-mail\nNoor;noor@x.nl\n", co)["state"] == "done");
  CHECK(person_named(at, "Noor", chief)["organisation"] == ours.value);

  // To a coordinator somebody of elsewhere is as unknown as nobody.
  auto const strangers = checked(at, teams, "naam;deelnemers\nA;sam@x.nl\nB;wie@x.nl\n", co);
  REQUIRE(strangers["problems"].size() == 2);
  auto first = strangers["problems"][0]["reason"].get<std::string>();
  auto const second = strangers["problems"][1]["reason"].get<std::string>();
  first.replace(first.find("sam@x.nl"), 8, "wie@x.nl");
  CHECK(first == second);
}

TEST_CASE("imports are closed to who looks after nobody, and unseen by who did not begin them") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const member = at.signed_in(role::facilitator, "Marit");
  auto const lost = at.with_level(level::coordinator, "Lost");
  std::string const file = "naam;e-mail\nNoor;noor@x.nl\n";
  for (auto const& path : {people, teams}) {
    for (auto const* const end : {"", "/check"}) {
      CHECK(send(at, path + end, file, "").status == 401);
      CHECK(send(at, path + end, file, member).status == 403);
      CHECK(send(at, path + end, file, lost).status == 403);
    }
    CHECK(at.ask("GET", path + "/example", nullptr, member).status == 403);
  }
  auto const report = checked(at, people, file, chief);
  auto const id = started(at, people, file, report["fingerprint"], chief);
  to_its_end(at, id, chief);
  CHECK(at.ask("GET", "/api/v1/imports/" + id).status == 401);
  directory::organisation_id const ours{organisation(at, "Wij", chief)};
  auto const co = at.with_level(level::coordinator, "Co", ours);
  for (auto const& who : {member, co}) {
    auto const hidden = at.ask("GET", "/api/v1/imports/" + id, nullptr, who);
    auto const none = at.ask("GET", "/api/v1/imports/none", nullptr, who);
    CHECK(hidden.status == 404);
    CHECK(hidden.bytes() == none.bytes());
  }
}

TEST_CASE("before a file is read it is known who sends it, and what it is") {
  desk at;
  auto const member = at.signed_in(role::facilitator, "Marit");
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const asked_by = [&](std::string const& cookie, std::string const& kind) {
    net::request head;
    head.method = "POST";
    head.path = people + "/check";
    head.headers = {
        {"Origin", "http://127.0.0.1:8080"}, {"Content-Type", kind}, {"Cookie", "viab=" + cookie}};
    auto const no = tests::finished(at.loop, at.router.refused_unread(std::move(head)));
    return no ? no->status : 0;
  };
  CHECK(asked_by("", "text/csv") == 401);
  CHECK(asked_by(member, "text/csv") == 403);
  CHECK(asked_by(chief, "application/json") == 415);
  CHECK(asked_by(chief, "text/csv") == 0);
  CHECK(at.router.options_of("POST", people).body_limit == 16U * 1024 * 1024);
  CHECK(at.router.options_of("POST", teams).admit);
}

TEST_CASE("one import at a time: a second one is told so") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  std::string file = "naam;e-mail\n";
  for (int i = 0; i < 500; ++i) {
    auto const n = std::to_string(i);
    file += "Persoon " + n + ";p" + n + "@x.nl\n";
  }
  auto const report = checked(at, people, file, chief);
  auto const id = started(at, people, file, report["fingerprint"], chief);
  for (auto const& path : {people + "/check", teams + "/check", people}) {
    auto const second = send(at, path, file, chief);
    CHECK(second.status == 409);
    CHECK(desk::body_of(second)["code"] == "import_running");
  }
  CHECK(to_its_end(at, id, chief)["written"] == 500);
  CHECK(checked(at, people, file, chief)["same"] == 500);
}

TEST_CASE("teams are imported with the people who take part") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const home = organisation(at, "Waterschap", chief);
  at.ask("POST", "/api/v1/challenges", {{"name", "Droge voeten"}}, chief);
  imported(at, people, "naam;e-mail\nNoor;noor@x.nl\nSam;sam@x.nl\n", chief);
  std::string const file =
      "naam;thuisorganisatie;opgave;taal;begeleiders;deelnemers\n"
      "Waterkant;Waterschap;droge voeten;en;noor@x.nl;sam@x.nl\nDijk;;;;;sam@x.nl noor@x.nl\n";
  auto const job = imported(at, teams, file, chief);
  CHECK(job["state"] == "done");
  CHECK(job["new"] == 2);
  CHECK(job["written"] == 6);
  auto const list =
      desk::body_of(at.ask("GET", "/api/v1/teams?search=waterkant", nullptr, chief))["teams"];
  REQUIRE(list.size() == 1);
  CHECK(list[0]["members"] == 2);
  CHECK(list[0]["home"] == home);
  CHECK(list[0]["language"] == "en");
  CHECK(!list[0]["challenge"].is_null());
  CHECK(audit_rows(at, "import_teams", chief) == 2);
  CHECK(audit_rows(at, "save_membership", chief) == 4);

  auto const again = imported(at, teams, file, chief);
  CHECK(again["same"] == 2);
  CHECK(again["written"] == 0);
  auto const turned = imported(at, teams, "naam;begeleiders\nWaterkant;sam@x.nl\n", chief);
  CHECK(turned["changed"] == 1);
  auto const path = "/api/v1/teams/" + list[0]["id"].get<std::string>() + "/memberships";
  auto const members = desk::body_of(at.ask("GET", path, nullptr, chief))["memberships"];
  REQUIRE(members.size() == 2);
  for (auto const& one : members) CHECK(one["role"] == "facilitator");
}

TEST_CASE("problems in a file of teams are told by line and column") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const report = checked(at, teams,
                              "naam;thuisorganisatie;opgave;taal;deelnemers\n"
                              ";Nergens;Niets;fr;wie@x.nl geen\n",
                              chief);
  CHECK(places(report)
        == std::set<std::string>{"2:1 cell_empty", "2:2 unknown_organisation",
                                 "2:3 unknown_challenge", "2:4 unknown_language",
                                 "2:5 unknown_address", "2:5 cell_not_address"});
}

TEST_CASE("an example can be fetched, in both languages, and is a file in order") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const dutch = at.ask("GET", people + "/example?language=nl", nullptr, chief);
  CHECK(dutch.status == 200);
  CHECK(std::string(dutch.bytes()).starts_with("\xEF\xBB\xBFnaam;e-mail;organisatie"));
  CHECK(checked(at, people, dutch.body, chief)["problems_total"] == 0);
  auto const english = at.ask("GET", teams + "/example?language=en", nullptr, chief);
  CHECK(std::string(english.bytes()).find("name;home organisation;challenge") != std::string::npos);
}
