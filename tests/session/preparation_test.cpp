#include "meeting.hpp"

using namespace viab;
using namespace viab::session;
using namespace viab::tests;

namespace {

steps::collect::add_card card(char const* text) { return {"works", card_text::of(text)}; }

meeting given_preparation(int present = 6) {
  auto room = given_lobby(eight_steps());
  room.around.present = present;
  room.accepted(open_preparation{}, room.as(p(1)));
  return room;
}

}  // namespace

TEST_CASE("preparation: opens the steps that the format prepares, in the lobby") {
  auto room = given_lobby(eight_steps());
  CHECK(room.refused(open_preparation{}, room.as(p(2))) == "not_facilitator");
  CHECK(room.refused("ideas", card("Te vroeg"), room.as(p(2))) == "session_not_started");
  CHECK(room.accepted(open_preparation{}, room.as(p(1))) == 1);
  CHECK(room.accepted(open_preparation{}, room.as(p(1))) == 0);
  CHECK(room.slot("mood").prepared_open);
  CHECK(room.slot("ideas").prepared_open);
  CHECK_FALSE(room.slot("before").state.has_value());
  CHECK(about_view_of(room.now).steps[2].opened);
  CHECK(room.refused("before", steps::review::assess{{0, 1}}, room.as(p(2))) ==
        "session_not_started");
  CHECK(room.accepted("ideas", card("Bellen"), room.as(p(2))) == 1);
}

TEST_CASE("preparation: a format that prepares nothing has nothing to open") {
  auto room = given_lobby(two_steps());
  CHECK(room.accepted(open_preparation{}, room.as(p(1))) == 0);
}

TEST_CASE("preparation: a session that was not held moves to another day, and keeps its cards") {
  auto room = given_preparation();
  room.accepted("ideas", card("Bellen"), room.as(p(2)));
  auto const next_month = at_ten + std::chrono::days(30);
  CHECK(room.refused(session::plan_for{next_month, next_month}, room.as(p(1))) ==
        "not_facilitator");
  CHECK(room.accepted(session::plan_for{next_month, next_month + 12h}, host()) == 1);
  CHECK(room.accepted(session::plan_for{next_month, next_month + 12h}, host()) == 0);
  CHECK(room.now.planned_for == next_month);
  CHECK(room.now.join_code_until == next_month + 12h);
  CHECK(about_view_of(room.now).planned_for == next_month);
  CHECK(room.slot("ideas").prepared_open);
  CHECK(room.accepted("ideas", card("Nog een"), room.as(p(3))) == 1);
  room.accepted(start{}, room.as(p(1)));
  CHECK(room.refused(session::plan_for{at_ten, at_ten}, host()) == "session_already_started");
}

TEST_CASE("preparation: the promise is fixed when it opens") {
  auto room = given_preparation(GENERATE(1, 6));
  bool const enough = room.around.present >= least_ballots;
  CHECK(round_of(room.slot("mood")).promised == (enough ? promise::secret : promise::open));
  CHECK(round_of(room.slot("ideas")).promised == promise::anonymous);
  room.around.present = enough ? 1 : 6;
  room.accepted(start{}, room.as(p(1)));
  CHECK(round_of(room.slot("mood")).promised == (enough ? promise::secret : promise::open));
}

TEST_CASE("preparation: nobody closes or shows before the session is there") {
  auto room = given_preparation();
  auto const lead = room.as(p(1), "mood");
  using in_mood = steps::check_in::command;
  using in_ideas = steps::collect::command;
  CHECK(room.refused("mood", in_mood(steps::close_round{}), lead) == "session_not_started");
  CHECK(room.refused("mood", in_mood(steps::show_results{}), lead) == "session_not_started");
  CHECK(room.refused("mood", in_mood(steps::run_again{true}), lead) == "session_not_started");
  CHECK(room.refused("ideas", in_ideas(steps::show_results{}), lead) == "session_not_started");
  CHECK(room.refused("ideas", in_ideas(steps::collect::reopen{}), lead) == "session_not_started");
}

TEST_CASE("preparation: what was prepared is in the live step, with a clock") {
  auto room = given_preparation();
  steps::check_in::answer sun;
  sun.mood = "sun";
  room.accepted("mood", sun, room.as(p(2), "mood"));
  room.accepted("ideas", card("Bellen"), room.as(p(2)));
  room.accepted(start{}, room.as(p(1)));
  CHECK_FALSE(std::get<step_entered>(room.log.back()).opens);
  CHECK(room.in<steps::check_in::state>("mood").ballots.size() == 1);
  CHECK(about_view_of(room.now).ends_at == at_ten + 2min);
  // Its turn has not come yet.
  CHECK(room.refused("ideas", card("Schrijven"), room.as(p(3))) == "step_closed");

  room.accepted(go_to_step{{"ideas"}}, room.as(p(1)));
  CHECK(about_view_of(room.now).ends_at == at_ten + 5min);
  room.accepted("ideas", card("Schrijven"), room.as(p(3)));
  CHECK(steps::shared_view_of(*room.slot("ideas").state, {}).index() == 2);
  room.accepted(next_step{}, room.as(p(1)));
  CHECK(room.in<steps::group::state>("themes").cards.size() == 2);
}

TEST_CASE("preparation: removal takes prepared ballots along, each under its own name") {
  auto chosen = eight_steps();
  chosen.steps[7].prepare = true;
  auto room = given_lobby(chosen);
  room.accepted(open_preparation{}, room.as(p(1)));
  steps::check_in::answer sun;
  sun.mood = "sun";
  room.accepted("mood", sun, room.as(p(2), "mood"));
  room.accepted("end", steps::check_out::answer{4, {5}, 8}, room.as(p(2), "end"));
  session::remove out{p(2)};
  for (auto const* step : {"mood", "end"}) {
    out.ballots[{step}] = pseudonym(step, round_of(room.slot(step)), p(2));
  }
  CHECK(room.accepted(out, room.as(p(1))) == 3);
  CHECK(room.in<steps::check_in::state>("mood").ballots.empty());
  CHECK(room.in<steps::check_out::state>("end").ballots.empty());
}

TEST_CASE("preparation: no open round outlives the session") {
  auto room = given_preparation();
  steps::check_in::answer sun;
  sun.mood = "sun";
  room.accepted("mood", sun, room.as(p(2), "mood"));
  room.accepted(session::close{}, room.as(p(1)));
  CHECK(room.in<steps::check_in::state>("mood").ballots.empty());
  CHECK(round_of(room.slot("mood")).phase != steps::round_phase::open);
}
