// The content that ships: in order, in both languages, promising what the design says.
#include "adapters/files/content_folder.hpp"
#include "adapters/files/files_library.hpp"
#include "content/content_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

namespace viab::tests {
namespace {

using nlohmann::ordered_json;

std::vector<std::string> kinds_of(session::format const& format) {
  std::vector<std::string> kinds;
  for (auto const& step : format.steps) {
    kinds.push_back(std::visit([](auto const& s) { return std::string(s.kind); }, step.settings));
  }
  return kinds;
}

TEST_CASE("everything that ships is in order, for the reader and for the schemas") {
  auto const checked = adapters::check_content(shipped_content);
  for (auto const& p : checked.problems) {
    UNSCOPED_INFO(p.file + ":" + std::to_string(p.line) + ": " + p.pointer + ": " + p.reason);
  }
  CHECK(checked.problems.empty());
  std::set<std::string> files;  // some hold many pieces
  for (auto const& piece : checked.pieces) files.insert(piece.file);
  CHECK(checked.files == static_cast<int>(files.size()));
  CHECK(checked.files >= 10);
}

TEST_CASE("each piece is there in Dutch and in English") {
  auto const pieces = adapters::read_content(shipped_content).pieces;
  for (auto const& one : pieces) {
    if (one.kind == "calendar") continue;  // its names are in both
    INFO(one.file);
    CHECK(std::count_if(
              pieces.begin(), pieces.end(),
              [&](auto const& other) { return other.kind == one.kind && other.id == one.id; })
          == 2);
  }
}

TEST_CASE("the monthly reflections have the steps that the loop needs") {
  adapters::files_library const library(shipped_content);
  for (std::string const language : {"nl", "en"}) {
    auto const whole = library.find_format("monthly_reflection_45", language);
    auto const brief = library.find_format("monthly_reflection_20", language);
    REQUIRE((whole && brief));
    CHECK(kinds_of(*whole)
          == std::vector<std::string>{"check_in", "review", "collect", "group", "vote", "discuss",
                                      "commit", "check_out"});
    CHECK(kinds_of(*brief)
          == std::vector<std::string>{"check_in", "review", "collect", "vote", "commit",
                                      "check_out"});
    for (auto const& format : {*whole, *brief}) {
      int sum = 0;
      for (auto const& step : format.steps) sum += step.minutes;
      CHECK(sum == format.minutes);
      CHECK(format.steps[2].prepare);
    }
  }
}

namespace {

// Here people say with their name what they bring, or what they will do.
bool is_said_openly(std::string const& format, std::string const& step) {
  return (format == "leaders_in_view" && step == "promises")
         || (format == "new_team" && step == "bring");
}

}  // namespace

TEST_CASE("formats promise what people are told: ballots are secret, cards anonymous") {
  adapters::files_library const library(shipped_content);
  for (auto const& format : library.formats()) {
    INFO(format.id);
    for (auto const& step : format.steps) {
      INFO(step.id.value);
      std::visit(
          [&](auto const& s) {
            if constexpr (requires { s.promised; }) {
              std::string const kind = s.kind;
              bool const cards = kind == "review" || kind == "collect";
              auto const wished = is_said_openly(format.id, step.id.value) ? promise::open
                                  : cards                                  ? promise::anonymous
                                                                           : promise::secret;
              CHECK(s.promised == wished);
            }
          },
          step.settings);
    }
  }
}

// Lists with one entry for each person are complete, and every number names something.
void check_demo(ordered_json const& demo, session::format const& format) {
  auto const people = demo["people"].size();
  auto const& held = demo["finished_session"];
  auto const cards = held["cards"].size();
  auto const themes = held["themes"].size();
  CHECK(people == 9);
  CHECK(demo["organisations"].size() == 4);
  for (auto const* list : {"check_in", "votes", "check_out"}) CHECK(held[list].size() == people);
  CHECK(held["review"].size() == demo["earlier_sessions"].back()["agreements"].size());
  for (auto const& one : held["review"]) CHECK(one["statuses"].size() == people);
  CHECK(held["agreements"].size() == 3);

  std::set<std::size_t> grouped;
  for (auto const& theme : held["themes"]) {
    for (auto const& card : theme["cards"]) {
      CHECK(card.get<std::size_t>() < cards);
      CHECK(grouped.insert(card.get<std::size_t>()).second);
    }
  }
  for (auto const& ballot : held["votes"]) {
    if (ballot.contains("abstains")) continue;
    CHECK(ballot["dots"].size() == themes);
    int sum = 0;
    for (auto const& dots : ballot["dots"]) sum += dots.get<int>();
    CHECK(sum <= std::get<steps::vote::settings>(format.steps[4].settings).dots);
  }
  for (auto const& note : held["notes"]) CHECK(note["theme"].get<std::size_t>() < themes);
  for (auto const& agreement : held["agreements"]) {
    CHECK(agreement["proposed_by"].get<std::size_t>() < people);
    for (auto const& need : agreement["needs"]) CHECK(need["person"].get<std::size_t>() < people);
  }
  for (auto const& obstacle : held["obstacles"])
    CHECK(obstacle["person"].get<std::size_t>() < people);
}

void check_answers(ordered_json const& demo, session::format const& format) {
  auto const& moods = std::get<steps::check_in::settings>(format.steps[0].settings).moods;
  for (auto const& answer : demo["finished_session"]["check_in"]) {
    auto const mood = answer["mood"].get<std::string>();
    CHECK(std::any_of(moods.begin(), moods.end(), [&](auto const& m) { return m.key == mood; }));
  }
  auto const& columns = std::get<steps::collect::settings>(format.steps[2].settings).columns;
  for (auto const* part : {"finished_session", "running_session"}) {
    CHECK(demo[part]["format"] == format.id);
    for (auto const& card : demo[part]["cards"]) {
      auto const column = card["column"].get<std::string>();
      CHECK(std::any_of(columns.begin(), columns.end(),
                        [&](auto const& c) { return c.key == column; }));
      CHECK(card["person"].get<std::size_t>() < demo["people"].size());
    }
  }
  auto const& statements =
      std::get<steps::check_out::settings>(format.steps[7].settings).statements;
  for (auto const& answer : demo["finished_session"]["check_out"]) {
    CHECK(answer["statements"].size() == statements.size());
  }
}

// What one session left open is what the next one settles; each list has one entry for each person.
void check_year(ordered_json const& demo) {
  auto const people = demo["people"].size();
  std::size_t open = 0;
  int days_ago = 366;
  for (auto const& one : demo["earlier_sessions"]) {
    CHECK(one["days_ago"].get<int>() < days_ago);
    days_ago = one["days_ago"];
    INFO(days_ago << " days ago");
    CHECK(one["settled"].size() == open);
    for (auto const& settled : one["settled"]) {
      if (settled == "done" || settled == "no_longer_needed") --open;
    }
    open += one["agreements"].size();
    for (auto const* list : {"moods", "dots", "return_on_time", "normal"}) {
      CHECK(one[list].size() == people);
    }
    for (auto const& statement : one["statements"]) CHECK(statement.size() == people);
    for (auto const& dots : one["dots"]) CHECK(dots.size() == one["themes"].size());
  }
  CHECK(demo["finished_session"]["days_ago"].get<int>() < days_ago);
}

TEST_CASE("the demonstration can be played: each answer fits the format that it is given in") {
  adapters::files_library const library(shipped_content);
  for (std::string const language : {"nl", "en"}) {
    auto const demo = file_json(shipped_content / "demo" / ("healthy_start." + language + ".json"));
    auto const format =
        library.find_format(demo["finished_session"]["format"].get<std::string>(), language);
    REQUIRE(format);
    check_demo(demo, *format);
    check_answers(demo, *format);
    check_year(demo);
  }
}

}  // namespace
}  // namespace viab::tests
