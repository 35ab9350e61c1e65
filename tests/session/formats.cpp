#include "meeting.hpp"

namespace viab::tests {

using namespace viab::session;

format_step step_of(char const* id, steps::any_settings settings, int minutes) {
  format_step plan;
  plan.id = {id};
  plan.title = id;
  plan.question = std::string("What about ") + id + "?";
  plan.minutes = minutes;
  plan.settings = std::move(settings);
  return plan;
}

namespace {

steps::check_in::settings moods() {
  steps::check_in::settings chosen;
  chosen.moods = {{"sun", "Zon"}, {"rain", "Regen"}};
  return chosen;
}

steps::collect::settings columns() {
  steps::collect::settings chosen;
  chosen.columns = {{"works", "Werkt", ""}, {"stuck", "Schuurt", ""}};
  return chosen;
}

format format_of(char const* id, std::vector<format_step> plans) {
  format chosen;
  chosen.id = id;
  chosen.language = "nl";
  chosen.title = id;
  chosen.steps = std::move(plans);
  return chosen;
}

}  // namespace

format two_steps() {
  return format_of("two", {step_of("mood", moods(), 2), step_of("ideas", columns())});
}

format eight_steps() {
  auto chosen = format_of(
      "eight", {step_of("mood", moods(), 2), step_of("before", steps::review::settings{}),
                step_of("ideas", columns()), step_of("themes", steps::group::settings{}),
                step_of("dots", steps::vote::settings{}),
                step_of("talk", steps::discuss::settings{}, 0),
                step_of("plan", steps::commit::settings{}),
                step_of("end", steps::check_out::settings{{"Ik kon alles zeggen"}})});
  chosen.steps[0].prepare = true;
  chosen.steps[2].prepare = true;
  return chosen;
}

}  // namespace viab::tests
