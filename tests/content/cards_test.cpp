// Course cards, stories and programmes: what ships is whole; what is wrong is told with its place.
#include "adapters/files/content_folder.hpp"
#include "adapters/files/files_library.hpp"
#include "content/content_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace viab::tests {
namespace {

using nlohmann::ordered_json;

ordered_json good_cards() {
  return ordered_json::parse(R"({
    "kind": "course_cards", "language": "nl", "level": "team",
    "cards": [{
      "id": "team_lead_try_out", "version": 1, "strategy": "lead", "title": "Proef",
      "from": "Zo ging het.", "to": "Zo kan het.", "via": "Doe dit eens.",
      "question": "Wat merk je?", "watch": "Houd dit in ere.",
      "example": {"cue": "we beginnen", "action": "vraag ik wie er ontbreekt"},
      "sources": ["essay"]
    }]})");
}

adapters::content check_with(ordered_json const& cards) {
  content_sandbox const sandbox;
  sandbox.copy_schemas();
  sandbox.write("course_cards/team.nl.json", cards);
  sandbox.write("language/plain.nl.json", ordered_json::parse(R"({
    "kind": "plain", "language": "nl", "id": "plain", "most_words": 8,
    "avoid": [{"word": "implementeren", "instead": "invoeren"},
              {"word": "in het kader van", "instead": "voor"}]})"));
  return adapters::check_content(sandbox.path());
}

void check_refused(char const* patch, char const* pointer, char const* reason) {
  auto const broken = good_cards().patch(ordered_json::parse(patch));
  auto const checked = check_with(broken);
  INFO(patch);
  REQUIRE_FALSE(checked.problems.empty());
  CHECK(checked.problems.front().pointer == pointer);
  CHECK_THAT(checked.problems.front().reason, Catch::Contains(reason));
  CHECK(checked.cards.empty());
}

TEST_CASE("sixty cards and more: at least three in every cell, in both languages") {
  adapters::files_library const library(shipped_content);
  for (std::string const language : {"nl", "en"}) {
    auto const cards = library.course_cards(language);
    CHECK(cards.size() >= 60);
    for (std::size_t l = 0; l < level_words.size(); ++l) {
      for (std::size_t s = 0; s < strategy_words.size(); ++s) {
        auto const in_cell = std::count_if(cards.begin(), cards.end(), [&](auto const& one) {
          return one.level == static_cast<course_level>(l)
                 && one.strategy == static_cast<strategy>(s);
        });
        INFO(level_words[l] << " " << strategy_words[s]);
        CHECK(in_cell >= 3);
      }
    }
  }
}

TEST_CASE("twenty-four stories, and who tells what is made up says so") {
  adapters::files_library const library(shipped_content);
  for (std::string const language : {"nl", "en"}) {
    auto const stories = library.stories(language);
    CHECK(stories.size() >= 24);
    for (auto const& one : stories) CHECK(one.sourced == !one.sources.empty());
  }
  CHECK(library.programmes().size() == 2);
}

TEST_CASE("a card that is in order is read") {
  auto const checked = check_with(good_cards());
  CHECK(checked.problems.empty());
  REQUIRE(checked.cards.at("nl").size() == 1);
  CHECK(checked.cards.at("nl")[0].action == "vraag ik wie er ontbreekt");
  CHECK(checked.pieces.back().kind == "course_card");
  CHECK(checked.pieces.back().strategy == "lead");
}

TEST_CASE("a card that is not in order is left out, with the place and the reason") {
  check_refused(R"([{"op": "replace", "path": "/cards/0/strategy", "value": "leid"}])",
                "/cards/0/strategy", "did you mean \"lead\"?");
  check_refused(R"([{"op": "replace", "path": "/cards/0/id", "value": "team_reload_x"}])",
                "/cards/0/id", "must begin with \"team_lead_\"");
  check_refused(R"([{"op": "replace", "path": "/cards/0/question", "value": "Wat merk je."}])",
                "/cards/0/question", "question mark");
  check_refused(R"([{"op": "remove", "path": "/cards/0/watch"}])", "/cards/0", "watch");
  check_refused(R"([{"op": "copy", "from": "/cards/0", "path": "/cards/1"}])", "/cards/1/id",
                "is the id of an earlier one");
  check_refused(R"([{"op": "replace", "path": "/level", "value": "province"}])", "/level",
                "one of");
}

TEST_CASE("plain language: long sentences and words to avoid are told, the card stays in use") {
  auto const long_one = check_with(good_cards().patch(ordered_json::parse(
      R"([{"op": "replace", "path": "/cards/0/via",
           "value": "Dit is een zin die veel te lang is voor wie leest."}])")));
  REQUIRE(long_one.problems.size() == 1);
  CHECK_THAT(long_one.problems[0].reason, Catch::Contains("a sentence of 12 words"));
  CHECK(long_one.cards.at("nl").size() == 1);
  auto const hard_word = check_with(good_cards().patch(ordered_json::parse(
      R"([{"op": "replace", "path": "/cards/0/via", "value": "Implementeren maar."}])")));
  REQUIRE(hard_word.problems.size() == 1);
  CHECK(hard_word.problems[0].pointer == "/cards/0/via");
  CHECK_THAT(hard_word.problems[0].reason, Catch::Contains("invoeren"));
  auto const phrase = check_with(good_cards().patch(ordered_json::parse(
      R"([{"op": "replace", "path": "/cards/0/via", "value": "In het kader van de opgave."}])")));
  REQUIRE(phrase.problems.size() == 1);
  CHECK_THAT(phrase.problems[0].reason, Catch::Contains("in het kader van"));
}

TEST_CASE("plain language: sentences end at marks and at empty lines") {
  using words = std::vector<std::string>;
  CHECK(adapters::sentences_of("Eén. Twee drie?\n\nVier: vijf")
        == std::vector<words>{{"Eén"}, {"Twee", "drie"}, {"Vier"}, {"vijf"}});
  CHECK(adapters::sentences_of(" … ").size() <= 1);
}

TEST_CASE("a translation of cards differs in words only") {
  content_sandbox const sandbox;
  sandbox.write("course_cards/team.nl.json", good_cards());
  auto english = good_cards();
  english["language"] = "en";
  english["cards"][0]["version"] = 2;
  sandbox.write("course_cards/team.en.json", english);
  auto const read = adapters::read_content(sandbox.path());
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems[0].pointer == "/cards/0/version");
  CHECK_FALSE(read.cards.contains("en"));
}

TEST_CASE("a programme that names what is nowhere is told") {
  content_sandbox const sandbox;
  auto year = file_json(shipped_content / "programmes/first_year.nl.json");
  sandbox.write("programmes/first_year.nl.json", year);
  auto const read = adapters::read_content(sandbox.path());
  REQUIRE_FALSE(read.problems.empty());
  CHECK_THAT(read.problems[0].reason, Catch::Contains("is nowhere in this language"));
}

}  // namespace
}  // namespace viab::tests
