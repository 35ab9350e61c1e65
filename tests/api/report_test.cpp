#include "api/report.hpp"
#include "desk.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using tests::desk;
using tests::json;

namespace {

api::report sample() {
  api::report one;
  one.team = "Team Proef";
  one.in_the_room = true;
  one.session.id = session_id{"s1"};
  one.session.title = "Maandelijkse reflectie";
  one.session.language = "nl";
  one.session.closed_at = time_point(milliseconds(1795428000000));
  one.left.people = 9;
  one.left.themes.push_back(
      {"Eén *bezoek*", 2, 7, "Samen plannen", {"=SOM(A1)", "Kaart \"twee\""}});
  agreement const plan{agreement_text::of("een gezin drie brieven krijgt"),
                       agreement_text::of("bellen wij de andere afzender"),
                       name_text::of("wie de brief ziet"), "2026-12-21", review_status::open};
  one.left.agreements.push_back({"s1:7-1", session_id{"s1"}, plan, {}, {}, 1});
  one.left.reviewed.push_back({"s0:7-1", plan, review_status::partly});
  one.left.obstacles.push_back({"Twee budgetcodes", obstacle_kind::wall});
  ports::pulse_row pulse;
  pulse.answered = 9;
  pulse.return_on_time = {0, 0, 2, 5, 2};
  pulse.statement_texts = {"Ik kon zeggen wat ik wilde"};
  pulse.statements = {{0, 0, 1, 5, 3}};
  pulse.normal = {0, 0, 0, 1, 2, 2, 3, 1, 0, 0, 0};
  one.left.pulse = pulse;
  return one;
}

bool has(std::string const& text, std::string const& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the same facts are in each form of the report") {
  desk at;
  auto const one = sample();
  auto const markdown = api::report_markdown(one, at.library);
  auto const csv = api::report_csv(one, at.library);
  auto const whole = api::report_json(one, at.library);
  for (auto const* fact :
       {"een gezin drie brieven krijgt", "bellen wij de andere afzender", "wie de brief ziet",
        "Samen plannen", "Twee budgetcodes", "Team Proef", "Ik kon zeggen wat ik wilde"}) {
    INFO(fact);
    CHECK(has(markdown, fact));
    CHECK(has(csv, fact));
    CHECK(has(whole, fact));
  }
  CHECK(has(markdown, "deels gedaan"));
  CHECK(has(csv, "deels gedaan"));
  CHECK(json::parse(whole)["reviewed"][0]["plan"]["status"] == "partly");
  CHECK(json::parse(whole)["pulse"]["return_on_time"] == json({0, 0, 2, 5, 2}));
  CHECK(has(markdown, "23 november 2026"));
}

TEST_CASE("a spreadsheet runs nothing, and Markdown shows text as text", "[S13]") {
  desk at;
  auto const csv = api::report_csv(sample(), at.library);
  CHECK(has(csv, "\"'=SOM(A1)\""));
  CHECK(has(csv, "\"Kaart \"\"twee\"\"\""));
  CHECK(has(api::report_markdown(sample(), at.library), "Eén \\*bezoek\\*"));
}

TEST_CASE("without enough answers the report says so and shows no number") {
  desk at;
  auto one = sample();
  one.left.pulse.reset();
  auto const markdown = api::report_markdown(one, at.library);
  CHECK(has(markdown, at.library.text("report.too_few", "5", "nl")));
  CHECK(json::parse(api::report_json(one, at.library))["pulse"].is_null());
}

TEST_CASE(
    "cards are for who was in the room; other members read the team's part; nobody else any") {
  desk at;
  auto one = sample();
  auto const lead = at.signed_in(role::facilitator, "Marit");
  auto const absent = at.signed_in(role::participant, "Later lid");
  auto const made = at.ask("POST", "/api/v1/teams/t1/sessions",
                           {{"format", "monthly_reflection_20"}, {"language", "nl"}}, lead);
  session_id const id{desk::body_of(made)["session"]};
  auto const path = "/api/v1/sessions/" + id.value + "/report";
  CHECK(at.ask("GET", path, nullptr, lead).status == 404);  // not closed yet

  auto const who = tests::finished(at.loop, at.sign_in.who(lead));
  session::enter arriving;
  arriving.key = who->key;
  arriving.called = name_text::of("Marit");
  arriving.as = role::facilitator;
  at.sessions.host(id)->instruct(arriving);
  tests::finished(at.loop, at.sessions.host(id)->settled());
  one.left.session = id;
  one.left.team = team_id{"t1"};
  one.left.agreements.front().session = id;
  one.left.themes.push_back({"Een los kaartje", 0, 1, "Wat er gezegd is", {}});
  auto const loaded = tests::finished(at.loop, at.stores.events.load(id));
  ports::append_batch closing;
  closing.session = id;
  closing.outcome = one.left;
  tests::finished(at.loop, at.stores.events.append(closing));

  auto const inside = desk::body_of(at.ask("GET", path, nullptr, lead));
  CHECK(inside["themes"][0]["card_texts"].size() == 2);
  CHECK(inside["themes"][1]["title"] == "Een los kaartje");
  auto const outside = desk::body_of(at.ask("GET", path, nullptr, absent));
  REQUIRE(outside["themes"].size() == 1);  // a loose card's title is what somebody wrote
  CHECK(outside["themes"][0]["title"] == "Eén *bezoek*");
  CHECK(outside["themes"][0]["dots"] == 7);
  CHECK(outside["themes"][0]["note"] == "");
  CHECK(outside["themes"][0]["card_texts"].empty());
  CHECK(outside["agreements"].size() == 1);
  CHECK(at.ask("GET", path).status == 401);

  auto const download = at.ask("GET", path + "?format=csv", nullptr, lead);
  CHECK(download.content_type == "text/csv; charset=utf-8");
}
