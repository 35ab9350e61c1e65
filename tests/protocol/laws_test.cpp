#include "history.hpp"

#include "protocol/drawn_view.hpp"

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <fstream>

using namespace viab;
using namespace viab::protocol;
using namespace viab::tests;
using nlohmann::json;

namespace {

std::string shared_of(meeting const& room) {
  drawn_shared drawn;
  drawn.redraw(room.now, {});
  return drawn.whole();
}

std::string lead_of(meeting const& room) {
  drawn_parts drawn;
  drawn.redraw(draw_lead(room.now));
  return drawn.whole();
}

std::string mine_of(meeting const& room, participant_id who) {
  drawn_parts drawn;
  drawn.redraw(draw_mine(room.now, who, [&](step_id const& step) {
    return ballot_in(room.now, step, who);
  }));
  return drawn.whole();
}

meeting given_step(char const* step) {
  auto room = given_running(eight_steps());
  if (std::string(step) == "mood") return room;
  room.accepted(session::go_to_step{{"ideas"}, {}}, room.as(p(1)));
  if (std::string(step) == "ideas") return room;
  for (auto const* text : {"Bellen", "Schrijven"}) {
    room.accepted("ideas", steps::collect::command(steps::collect::add_card{
                               "works", card_text::of(text)}), room.as(p(2)));
  }
  room.accepted("ideas", steps::collect::command(steps::show_results{}), room.as(p(1)));
  room.accepted(session::go_to_step{{step}, {}}, room.as(p(1)));
  return room;
}

// One of many answers that a blind step takes; a different number says something different.
steps::any_command answer(std::string const& step, int n) {
  if (step == "mood") {
    steps::check_in::answer given{n % 2 == 0 ? "sun" : "rain", std::nullopt};
    if (n % 3 != 0) given.word = word_text::of("woord " + std::to_string(n));
    return steps::check_in::command(given);
  }
  if (step == "before") {
    auto const status = static_cast<review_status>(1 + n % 4);
    return steps::review::command(steps::review::assess{{0, n % 2 == 0 ? 1U : 2U}, status});
  }
  if (step == "ideas") {
    auto const text = card_text::of("Tekst " + std::to_string(n * 7));
    return steps::collect::command(
        steps::collect::add_card{n % 2 == 0 ? "works" : "stuck", text});
  }
  if (step == "dots") {
    if (n % 5 == 0) return steps::vote::command(steps::vote::abstain{});
    return steps::vote::command(steps::vote::set_dots{{3, n % 2 == 0 ? 1U : 2U}, 1 + n % 3});
  }
  return steps::check_out::command(steps::check_out::answer{1 + n % 5, {1 + n % 4}, n % 11});
}

constexpr std::array blind_steps{"mood", "before", "ideas", "dots", "end"};

// Two rooms in which everything is the same but what was answered.
struct twins {
  meeting one;
  meeting other;
  explicit twins(char const* step) : one(given_step(step)), other(one) {
    one.looks_on = other.looks_on = false;
  }
  void both(char const* step, steps::any_command const& what) {
    one.accepted(step, what, one.as(p(1), step));
    other.accepted(step, what, other.as(p(1), step));
  }
};

// Of whichever kind the step is.
template <class Command>
steps::any_command for_round(std::string const& step, Command what) {
  if (step == "mood") return steps::check_in::command(what);
  if (step == "before") return steps::review::command(what);
  if (step == "ideas") return steps::collect::command(what);
  if (step == "dots") return steps::vote::command(what);
  return steps::check_out::command(what);
}

std::set<std::string> words_of(char const* language) {
  auto const path = std::string(VIAB_SOURCE_DIR) + "/content/texts/refusals." + language + ".json";
  auto const document = json::parse(std::ifstream(path));
  std::set<std::string> words;
  for (auto const& [word, sentence] : document.at("texts").items()) {
    words.insert(word);
  }
  return words;
}

}  // namespace

TEST_CASE("laws: until the reveal nobody's view depends on what others answered") {
  for (char const* step : blind_steps) {
    INFO(step);
    CHECK(rc::check([step] {
      twins rooms(step);
      auto const people = *rc::gen::inRange<std::uint32_t>(1, 6);
      for (std::uint32_t who = 2; who < 2 + people; ++who) {
        auto const a = *rc::gen::inRange(0, 40);
        auto const b = *rc::gen::inRange(0, 40);
        rooms.one.accepted(step, answer(step, a), rooms.one.as(p(who), step));
        rooms.other.accepted(step, answer(step, b), rooms.other.as(p(who), step));
        RC_ASSERT(shared_of(rooms.one) == shared_of(rooms.other));
        RC_ASSERT(lead_of(rooms.one) == lead_of(rooms.other));
        for (auto watching = who + 1; watching < 7; ++watching) {
          RC_ASSERT(mine_of(rooms.one, p(watching)) == mine_of(rooms.other, p(watching)));
        }
        RC_ASSERT(mine_of(rooms.one, p(1)) == mine_of(rooms.other, p(1)));
      }
    }));
  }
}

TEST_CASE("laws: closing a round shows the room nothing yet") {
  for (char const* step : blind_steps) {
    INFO(step);
    CHECK(rc::check([step] {
      twins rooms(step);
      for (std::uint32_t who = 2; who < 7; ++who) {
        auto const a = *rc::gen::inRange(0, 40);
        auto const b = *rc::gen::inRange(0, 40);
        rooms.one.accepted(step, answer(step, a), rooms.one.as(p(who), step));
        rooms.other.accepted(step, answer(step, b), rooms.other.as(p(who), step));
      }
      rooms.both(step, for_round(step, steps::close_round{}));
      RC_ASSERT(shared_of(rooms.one) == shared_of(rooms.other));
      RC_ASSERT(mine_of(rooms.one, p(1)) == mine_of(rooms.other, p(1)));
    }));
  }
}

TEST_CASE("laws: what was answered is seen after the reveal") {
  for (char const* step : blind_steps) {
    INFO(step);
    twins rooms(step);
    for (std::uint32_t who = 2; who < 7; ++who) {
      rooms.one.accepted(step, answer(step, 2), rooms.one.as(p(who), step));
      rooms.other.accepted(step, answer(step, 3), rooms.other.as(p(who), step));
    }
    rooms.both(step, for_round(step, steps::show_results{}));
    CHECK(shared_of(rooms.one) != shared_of(rooms.other));
  }
}

TEST_CASE("laws: a hidden card's text is in nobody's view but its author's and the facilitators'") {
  auto room = given_step("ideas");
  auto const add = steps::collect::add_card{"works", card_text::of("GEHEIM")};
  room.accepted("ideas", steps::collect::command(add), room.as(p(2)));
  room.accepted("ideas", steps::collect::command(steps::show_results{}), room.as(p(1)));
  REQUIRE(shared_of(room).find("GEHEIM") != std::string::npos);
  room.accepted("ideas", steps::collect::command(steps::collect::hide_card{{3, 1}}), room.as(p(1)));
  CHECK(shared_of(room).find("GEHEIM") == std::string::npos);
  for (std::uint32_t who = 3; who < 7; ++who) {
    CHECK(mine_of(room, p(who)).find("GEHEIM") == std::string::npos);
  }
  CHECK(mine_of(room, p(2)).find("GEHEIM") != std::string::npos);
}

TEST_CASE("laws: no view holds the key of a person or a ballot's name") {
  CHECK(rc::check([] {
    history so_far;
    for (auto const& batch : any_batches()) so_far.play_batch(batch);
    auto all = shared_of(so_far.room) + lead_of(so_far.room);
    for (auto const& [who, person] : so_far.room.now.people) all += mine_of(so_far.room, who);
    for (auto const* secret : {"person:", "guest:", "secret-"}) {
      RC_ASSERT(all.find(secret) == std::string::npos);
    }
  }));
}

TEST_CASE("laws: a closed session refuses everything, from everybody") {
  CHECK(rc::check([] {
    history so_far;
    for (auto const& batch : any_batches(20)) so_far.play_batch(batch);
    auto& room = so_far.room;
    if (room.now.now != session::phase::closed) {
      room.take(*session::decide(room.now, session::close{}, host(), room.around));
    }
    for (int what = 0; what < kinds_of_move; ++what) {
      move const m{what, *rc::gen::inRange(2, numbers_in_moves),
                   *rc::gen::inRange(0, numbers_in_moves), *rc::gen::inRange(0, numbers_in_moves)};
      auto const& plan = room.now.slots[static_cast<std::size_t>(m.one) % 8].plan;
      auto const by = anybody(room, m, plan.id.value.c_str());
      session::step_command const step{plan.id, any_command_for(plan.settings, m)};
      RC_ASSERT(!session::decide(room.now, step, by, room.around).ok());
      RC_ASSERT(!session::decide(room.now, any_session_command(m), by, room.around).ok());
    }
  }));
}

TEST_CASE("laws: every command of every role gets an answer, and every word has a sentence") {
  auto const dutch = words_of("nl");
  auto const english = words_of("en");
  CHECK(rc::check([&] {
    history so_far;
    for (auto const& batch : any_batches()) so_far.play_batch(batch);
    for (auto const& word : so_far.refusals) {
      RC_TAG(word);
      RC_ASSERT(dutch.contains(word));
      RC_ASSERT(english.contains(word));
    }
  }));
}
