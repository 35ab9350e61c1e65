#include "bench/server/formats.hpp"

#include <stdexcept>

namespace viab::bench {
namespace {

session::format_step step_of(std::string id, steps::any_settings chosen) {
  session::format_step one;
  one.id = step_id{std::move(id)};
  one.title = "Stap";
  one.question = "Wat werkte deze maand over grenzen heen?";
  one.minutes = 0;
  one.settings = std::move(chosen);
  return one;
}

steps::check_in::settings check_in() {
  steps::check_in::settings chosen;
  chosen.moods = {{"sunny", "Zonnig"}, {"fair", "Licht bewolkt"}, {"rainy", "Regen"}};
  return chosen;
}

steps::collect::settings collect() {
  steps::collect::settings chosen;
  chosen.columns = {{"works", "Dit werkte", ""}, {"in_the_way", "Dit zat in de weg", ""}};
  return chosen;
}

}  // namespace

session::format format_for(std::string const& step) {
  session::format chosen;
  chosen.id = "bench_" + step;
  chosen.language = "nl";
  chosen.title = "Meting";
  if (step == "group") {
    chosen.steps = {step_of("group", steps::group::settings{})};
  } else if (step == "check_in") {
    chosen.steps = {step_of("check_in", check_in())};
  } else if (step == "collect") {
    chosen.steps = {step_of("collect", collect())};
  } else if (step == "vote") {
    chosen.steps = {step_of("group", steps::group::settings{}),
                    step_of("vote", steps::vote::settings{})};
  } else {
    throw std::runtime_error("there is no format for " + step);
  }
  return chosen;
}

}  // namespace viab::bench
