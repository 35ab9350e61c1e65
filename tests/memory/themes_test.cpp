// Which themes come back.
#include "memory/themes.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace viab;
using namespace viab::memory;

namespace {

theme_seen seen(std::string const& session, std::int64_t at, std::string const& title,
                int dots = 0) {
  return {{session}, time_point(milliseconds(at)), title, dots};
}

std::vector<std::string> titles(std::vector<recurring_theme> const& found) {
  std::vector<std::string> all;
  for (auto const& one : found) all.push_back(one.title);
  return all;
}

}  // namespace

TEST_CASE("words carry a title; articles, case and signs do not") {
  CHECK(words_of("De Overdracht van het dossier!")
        == std::vector<std::string>{"dossier", "overdracht"});
  CHECK(words_of("ÉÉN loket, één loket") == std::vector<std::string>{"loket", "één"});
  CHECK(words_of("van de het") == std::vector<std::string>{});
  CHECK(words_of("").empty());
}

TEST_CASE("titles are alike by more than half of the words of the shorter one") {
  CHECK(alike("Overdracht", "De overdracht tussen teams"));
  CHECK(alike("Inkoop duurt lang", "Hoe lang inkoop mag duren"));
  CHECK(alike("ENERGIE", "energie"));
  CHECK_FALSE(alike("Toestemming van ouders", "Brieven die ouders begrijpen"));
  CHECK_FALSE(alike("Overdracht", "Overleg"));
  CHECK_FALSE(alike("Wie tekent voor welk formulier", "Formulier dat niemand in de hand heeft"));
  CHECK_FALSE(alike("het van de", "het van de"));
}

TEST_CASE("a theme that two sessions had comes back, under its latest name") {
  auto const found = recurring({seen("s2", 200, "Overdracht tussen teams", 4),
                                seen("s1", 100, "Overdracht", 2), seen("s1", 100, "Rust", 1)});
  REQUIRE(titles(found) == std::vector<std::string>{"Overdracht tussen teams"});
  REQUIRE(found[0].times.size() == 2);
  CHECK(found[0].times[0].title == "Overdracht");
  CHECK(found[0].times[0].dots == 2);
  CHECK(found[0].times[1].session.value == "s2");
}

TEST_CASE("two themes of one session are one moment") {
  CHECK(recurring({seen("s1", 100, "Overdracht", 1), seen("s1", 100, "Overdracht nacht", 2)})
            .empty());
  auto const found =
      recurring({seen("s1", 100, "Overdracht", 1), seen("s1", 100, "Overdracht nacht", 2),
                 seen("s2", 200, "Overdracht", 3)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].times[0].dots == 3);
}

TEST_CASE("what came back most often stands first, then what came back last") {
  auto const found =
      recurring({seen("s1", 1, "Inkoop"), seen("s2", 2, "Inkoop"), seen("s3", 3, "Inkoop"),
                 seen("s1", 1, "Rust"), seen("s2", 2, "Rust"), seen("s1", 1, "Ouders"),
                 seen("s3", 3, "Ouders")});
  CHECK(titles(found) == std::vector<std::string>{"Inkoop", "Ouders", "Rust"});
}

TEST_CASE("property: the order of what is given does not matter, and nothing is counted twice") {
  CHECK(rc::check("recurring", [] {
    auto const letters = rc::gen::container<std::string>(rc::gen::inRange('a', 'e'));
    auto const many = *rc::gen::inRange(0, 20);
    std::vector<theme_seen> all;
    for (int i = 0; i < many; ++i) {
      auto const session = *rc::gen::inRange(0, 4);
      all.push_back(
          seen("s" + std::to_string(session), session, *letters + "x " + *letters + "y", i));
    }
    auto const found = recurring(all);
    std::reverse(all.begin(), all.end());
    auto const again = recurring(all);
    RC_ASSERT(titles(found) == titles(again));
    for (auto const& one : found) {
      RC_ASSERT(one.times.size() >= 2u);
      for (std::size_t i = 1; i < one.times.size(); ++i) {
        RC_ASSERT(one.times[i - 1].session != one.times[i].session);
        RC_ASSERT(one.times[i - 1].at <= one.times[i].at);
      }
    }
  }));
}
