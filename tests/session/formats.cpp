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
  auto chosen =
      format_of("eight", {step_of("mood", moods(), 2), step_of("before", steps::review::settings{}),
                          step_of("ideas", columns()), step_of("themes", steps::group::settings{}),
                          step_of("dots", steps::vote::settings{}),
                          step_of("talk", steps::discuss::settings{}, 0),
                          step_of("plan", steps::commit::settings{}),
                          step_of("end", steps::check_out::settings{{"Ik kon alles zeggen"}})});
  chosen.steps[0].prepare = true;
  chosen.steps[2].prepare = true;
  return chosen;
}

format card_steps() {
  steps::position::settings levels;
  levels.lines = {{"team", "Het team", "eigen taak", "opgave"},
                  {"ministry", "Het ministerie", "schotten", "stromen"}};
  steps::position::settings board = levels;
  board.board = true;
  board.asks_needed = false;
  auto arrows = board;
  arrows.arrows = true;
  steps::pick::settings hand;
  for (auto const* id : {"t1", "t2", "m1"}) {
    auto& card = hand.cards.emplace_back();
    card.id = id;
    card.title = id;
    card.level = id[0] == 't' ? course_level::team : course_level::ministry;
  }
  return format_of("cards",
                   {step_of("levels", levels), step_of("talk", steps::discuss::settings{}),
                    step_of("ideas", columns()), step_of("board", board), step_of("aims", arrows),
                    step_of("hand", hand), step_of("plan", steps::commit::settings{})});
}

}  // namespace viab::tests
