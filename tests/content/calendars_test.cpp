// Calendars of days off: what ships, and every reason to refuse one, for reader and schema alike.
#include "adapters/files/content_folder.hpp"
#include "adapters/files/content_schema.hpp"
#include "adapters/files/files_library.hpp"
#include "content/content_files.hpp"
#include "rhythm/calendar.hpp"

#include <catch2/catch.hpp>

#include <vector>

namespace viab::tests {
namespace {

using namespace std::chrono;

bool is_off(std::string const& calendar, std::string const& date) {
  static adapters::files_library const library(shipped_content);
  auto const found = library.find_calendar(calendar);
  INFO(calendar << " " << date);
  REQUIRE(found);
  return rhythm::is_day_off(*found, rhythm::read_day(date).value());
}

std::vector<std::string> const all_four{"rijk", "gemeenten", "waterschappen", "provincies"};

TEST_CASE("on what every agreement has, everybody is free") {
  for (auto const& calendar : all_four) {
    for (auto const* date : {"2027-01-01", "2027-03-29", "2027-04-27", "2027-05-06", "2027-05-17",
                             "2027-12-25", "2027-12-26", "2025-04-26", "2026-04-06"}) {
      CHECK(is_off(calendar, date));
    }
    // Good Friday, and King's Day that was a Sunday.
    for (auto const* date : {"2027-03-26", "2025-04-27", "2027-05-04", "2027-12-24"}) {
      CHECK_FALSE(is_off(calendar, date));
    }
  }
}

TEST_CASE("the 5th of May is a day off as each agreement has it") {
  for (int y = 2018; y < 2042; ++y) {
    auto const date = std::to_string(y) + "-05-05";
    CHECK(is_off("rijk", date));
    CHECK(is_off("gemeenten", date) == (y >= 2024));
    CHECK(is_off("waterschappen", date) == (y >= 2025 && y % 5 == 0));
    CHECK(is_off("provincies", date));
  }
}

TEST_CASE("a calendar that its author could not check says so") {
  adapters::files_library const library(shipped_content);
  CHECK(library.all_calendars().size() == 4);
  for (auto const& one : library.all_calendars()) CHECK_FALSE(one.unsure.empty());
  CHECK(library.find_calendar("provincies")->unsure.size() == 3);
  CHECK_FALSE(library.find_calendar("hoogheemraden"));
}

TEST_CASE("a calendar comes out of its file as it is written there") {
  content_sandbox const sandbox;
  sandbox.copy_schemas();
  sandbox.write("calendars/try_out.json", good_calendar());
  auto const checked = adapters::check_content(sandbox.path());
  for (auto const& one : checked.problems) UNSCOPED_INFO(one.pointer + ": " + one.reason);
  CHECK(checked.problems.empty());
  REQUIRE(checked.calendars.size() == 1);
  auto const day = [](char const* iso) { return rhythm::read_day(iso).value(); };
  rhythm::calendar const wanted{
      "try_out",
      2,
      {"Proef", "Try-out"},
      "Verzonnen.",
      {{"Of het klopt.", "Whether it is right."}},
      {{"kings_day", {"Koningsdag", "King's Day"}, rhythm::fixed_date{April / 27, -1}, {2014}},
       {"good_friday", {"Goede Vrijdag", "Good Friday"}, rhythm::from_easter{-2}, {}},
       {"liberation_day",
        {"Bevrijdingsdag", "Liberation Day"},
        rhythm::fixed_date{May / 5},
        {2025, 2100, 5}},
       {"bridge_day",
        {"Brugdag", "Bridge day"},
        rhythm::listed_dates{{day("2026-05-15"), day("2027-05-07")}},
        {}}}};
  CHECK(checked.calendars[0] == wanted);
  REQUIRE(checked.pieces.size() == 1);
  CHECK(checked.pieces[0].days == 4);
  CHECK(checked.pieces[0].unsure == 1);
}

std::vector<bad_change> const bad_ones{
    {R"([{"op":"remove","path":"/source"}])", "", "\"source\" is missing"},
    {R"([{"op":"remove","path":"/days"}])", "", "\"days\" is missing"},
    {R"([{"op":"replace","path":"/days","value":[]}])", "/days", "at least 1"},
    {R"([{"op":"add","path":"/sourse","value":"x"}])", "/sourse", "does not exist here"},
    {R"([{"op":"replace","path":"/kind","value":"calender"}])", "/kind", "\"calendar\"?"},
    {R"([{"op":"replace","path":"/version","value":0}])", "/version", "at least 1"},
    {R"([{"op":"replace","path":"/id","value":"Rijk"}])", "/id", "is no name"},
    {R"([{"op":"replace","path":"/id","value":"other"}])", "/id", "would be other.json",
     schema_says::nothing},
    {R"([{"op":"remove","path":"/name/en"}])", "/name", "\"en\" is missing"},
    {R"([{"op":"add","path":"/name/de","value":"Probe"}])", "/name/de", "does not exist here"},
    {R"([{"op":"replace","path":"/name","value":"Proef"}])", "/name", "it must be an object"},
    {R"([{"op":"remove","path":"/unsure/0/nl"}])", "/unsure/0", "\"nl\" is missing"},
    {R"([{"op":"remove","path":"/days/0/key"}])", "/days/0", "\"key\" is missing"},
    {R"([{"op":"replace","path":"/days/1/key","value":"kings_day"}])", "/days/1/key",
     "is the key of an earlier day", schema_says::nothing},
    {R"([{"op":"remove","path":"/days/1/name"}])", "/days/1", "\"name\" is missing"},
    {R"([{"op":"remove","path":"/days/1/from_easter"}])", "/days/1", "and has 0"},
    {R"([{"op":"add","path":"/days/1/date","value":"04-03"}])", "/days/1", "and has 2"},
    {R"([{"op":"replace","path":"/days/1/from_easter","value":-81}])", "/days/1/from_easter",
     "at least -80"},
    {R"([{"op":"replace","path":"/days/1/from_easter","value":251}])", "/days/1/from_easter",
     "at most 250"},
    {R"([{"op":"add","path":"/days/1/shift_on_sunday","value":1}])", "/days/1/shift_on_sunday",
     "does not exist here"},
    {R"([{"op":"replace","path":"/days/0/date","value":"27-04"}])", "/days/0/date", "is no date"},
    {R"([{"op":"replace","path":"/days/0/date","value":"4-27"}])", "/days/0/date", "is no date"},
    {R"([{"op":"replace","path":"/days/0/date","value":"04-31"}])", "/days/0/date", "is no date",
     schema_says::nothing},
    {R"([{"op":"replace","path":"/days/0/date","value":427}])", "/days/0/date",
     "it must be text"},
    {R"([{"op":"replace","path":"/days/0/shift_on_sunday","value":7}])",
     "/days/0/shift_on_sunday", "at most 6"},
    {R"([{"op":"replace","path":"/days/2/every_years","value":0}])", "/days/2/every_years",
     "at least 1"},
    {R"([{"op":"remove","path":"/days/2/first_year"}])", "/days/2/every_years",
     "needs \"first_year\""},
    {R"([{"op":"replace","path":"/days/2/last_year","value":2024}])", "/days/2/last_year",
     "is before the first year, 2025", schema_says::nothing},
    {R"([{"op":"replace","path":"/days/2/first_year","value":1899}])", "/days/2/first_year",
     "at least 1900"},
    {R"([{"op":"replace","path":"/days/3/dates","value":[]}])", "/days/3/dates", "has no dates"},
    {R"([{"op":"replace","path":"/days/3/dates/1","value":"2027-02-29"}])", "/days/3/dates/1",
     "is no date", schema_says::nothing},
    {R"([{"op":"replace","path":"/days/3/dates/1","value":"7 mei"}])", "/days/3/dates/1",
     "is no date"},
    {R"([{"op":"replace","path":"/days/3/dates/1","value":"2026-05-15"}])", "/days/3/dates/1",
     "is there twice", schema_says::nothing},
};

bool schema_refuses(nlohmann::ordered_json const& value) {
  static adapters::content_schema const schema(shipped_content / "schema" / "calendar.schema.json");
  adapters::findings found("");
  auto const raw = value.dump();
  auto const root = adapters::parse_located(raw, found);
  REQUIRE(root);
  schema.check(raw, *root, found);
  return !found.none();
}

TEST_CASE("a wrong calendar is left out, with its file, line, place and reason") {
  for (auto const& bad : bad_ones) {
    INFO(bad.change);
    auto const broken = good_calendar().patch(nlohmann::ordered_json::parse(bad.change));
    content_sandbox const sandbox;
    sandbox.write("calendars/try_out.json", broken);
    auto const read = adapters::read_content(sandbox.path());
    CHECK(read.calendars.empty());
    REQUIRE(read.problems.size() == 1);
    auto const& problem = read.problems.front();
    CAPTURE(problem.reason, problem.line);
    CHECK(problem.file == "calendars/try_out.json");
    CHECK(problem.pointer == bad.pointer);
    CHECK_THAT(problem.reason, Catch::Contains(bad.reason));
    CHECK(problem.line > (problem.pointer.empty() ? 0 : 1));
    CHECK(schema_refuses(broken) == (bad.schema == schema_says::no_too));
  }
}

}  // namespace
}  // namespace viab::tests
