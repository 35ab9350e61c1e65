#include "protocol/drawn_view.hpp"

#include "history.hpp"
#include "schema_check.hpp"

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

using namespace viab;
using namespace viab::protocol;
using namespace viab::tests;
using nlohmann::json;

namespace {

json patched(json const& before, operations const& patch) {
  return before.patch(json::parse("[" + patch + "]"));
}

std::string fresh_shared(session::state const& now) {
  drawn_shared anew;
  session::changes everything;
  everything.everything = true;
  anew.redraw(now, everything);
  return anew.whole();
}

ballot_of ballots(session::state const& now, participant_id who) {
  return [&now, who](step_id const& step) { return ballot_in(now, step, who); };
}

// Whose own part the host draws again after a batch.
std::set<participant_id> to_draw(history const& so_far) {
  auto const& touched = so_far.room.touched;
  auto all = touched.everything || touched.everyones_own;
  auto whose = so_far.acted;
  whose.insert(touched.own.begin(), touched.own.end());
  for (auto const& [step, changed] : touched.in_steps) {
    all = all || changed.everyones_own;
    whose.insert(changed.own.begin(), changed.own.end());
  }
  if (all) {
    for (auto const& [id, person] : so_far.room.now.people) whose.insert(id);
  }
  return whose;
}

// The own parts of everybody, as they were last sent.
struct own_parts {
  std::map<participant_id, drawn_parts> kept;

  void draw(session::state const& now, participant_id who) {
    auto& part = kept[who];
    auto const before = json::parse(part.whole());
    auto const patch = part.redraw(draw_mine(now, who, ballots(now, who)));
    RC_ASSERT(patched(before, patch) == json::parse(part.whole()));
  }

  void check(session::state const& now) {
    for (auto& [who, part] : kept) {
      drawn_parts anew;
      anew.redraw(draw_mine(now, who, ballots(now, who)));
      RC_ASSERT(part.whole() == anew.whole());
    }
  }
};

drawn_shared drawn_now(session::state const& now) {
  drawn_shared drawn;
  drawn.redraw(now, {});
  return drawn;
}

session::changes happened(meeting& room, char const* step, steps::any_command const& what) {
  room.accepted(step, what, room.as(p(1), step));
  return room.touched;
}

// In a step "themes" with two cards, after the cards were shown.
meeting given_cards() {
  auto room = given_running(eight_steps());
  room.accepted(session::go_to_step{{"ideas"}, {}}, room.as(p(1)));
  for (auto const* text : {"Bellen", "Schrijven"}) {
    room.accepted("ideas", steps::collect::command(steps::collect::add_card{
                               "works", card_text::of(text)}), room.as(p(2)));
  }
  room.accepted("ideas", steps::collect::command(steps::show_results{}), room.as(p(1)));
  room.accepted(session::go_to_step{{"themes"}, {}}, room.as(p(1)));
  return room;
}

}  // namespace

TEST_CASE("drawn view: before anything was drawn the containers are there") {
  CHECK(drawn_shared().whole() == R"({"session":{},"people":{},"steps":{}})");
  CHECK(drawn_parts().whole() == R"({"steps":{}})");
}

TEST_CASE("drawn view: the first drawing is a patch on the empty view") {
  auto const room = given_cards();
  drawn_shared drawn;
  auto const before = json::parse(drawn.whole());
  auto const patch = drawn.redraw(room.now, {});
  CHECK(patched(before, patch) == json::parse(drawn.whole()));
  CHECK(json::parse(drawn.whole()).at("steps").at("ideas").at("cards").size() == 2);
  CHECK(drawn.bytes() >= drawn.whole().size());
  CHECK(drawn.bytes() < drawn.whole().size() * 3 / 2);
}

TEST_CASE("drawn view: moving a card sends that card and no more") {
  auto room = given_cards();
  auto drawn = drawn_now(room.now);
  using namespace steps::group;
  auto const named = happened(room, "themes", command(create_theme{theme_text::of("Contact"), {}}));
  CHECK(json::parse("[" + drawn.redraw(room.now, named) + "]").size() == 1);
  auto const moved = happened(room, "themes", command(move_card{{3, 1}, item_id{4, 1}, {}}));
  auto const patch = json::parse("[" + drawn.redraw(room.now, moved) + "]");
  REQUIRE(patch.size() == 2);
  CHECK(patch[0] == json::parse(R"({"op": "replace", "path": "/steps/themes/loose", "value": 1})"));
  CHECK(patch[1].at("op") == "replace");
  CHECK(patch[1].at("path") == "/steps/themes/cards/3-1");
  CHECK(patch[1].at("value").at("theme") == "4-1");
}

TEST_CASE("drawn view: what did not change is not sent") {
  auto const room = given_cards();
  auto drawn = drawn_now(room.now);
  session::changes everything;
  everything.everything = true;
  CHECK(drawn.redraw(room.now, everything).empty());
  drawn_parts lead;
  CHECK_FALSE(lead.redraw(draw_lead(room.now)).empty());
  CHECK(lead.redraw(draw_lead(room.now)).empty());
}

TEST_CASE("drawn view: what a step that starts over no longer has is taken away") {
  auto room = given_cards();
  using namespace steps::group;
  happened(room, "themes", command(create_theme{theme_text::of("Contact"), {{3, 1}}}));
  auto drawn = drawn_now(room.now);
  auto const before = json::parse(drawn.whole());
  room.accepted(session::go_to_step{{"ideas"}, {}}, room.as(p(1)));
  drawn.redraw(room.now, room.touched);
  auto const hidden = steps::collect::hide_card{{3, 1}};
  auto const hides = happened(room, "ideas", steps::collect::command(hidden));
  drawn.redraw(room.now, hides);
  room.accepted(session::go_to_step{{"themes"}, session::on_changed_inputs::start_over},
                room.as(p(1)));
  drawn.redraw(room.now, room.touched);
  auto const after = json::parse(drawn.whole());
  auto const& themes = after.at("steps").at("themes");
  CHECK(before.at("steps").at("themes").at("cards").size() == 2);
  CHECK(themes.at("cards").size() == 1);
  CHECK(themes.at("themes").empty());
  CHECK(drawn.whole() == fresh_shared(room.now));
}

TEST_CASE("drawn view: a step's name is escaped in paths") {
  auto chosen = two_steps();
  chosen.steps[1].id = {"a/b~c"};
  auto room = given_running(chosen);
  auto drawn = drawn_now(room.now);
  auto const before = json::parse(drawn.whole());
  room.accepted(session::next_step{}, room.as(p(1)));
  auto const after = patched(before, drawn.redraw(room.now, room.touched));
  CHECK(after.at("steps").contains("a/b~c"));
  CHECK(after == json::parse(drawn.whole()));
  own_parts own;
  own.draw(room.now, p(2));
  CHECK(json::parse(own.kept[p(2)].whole()).at("steps").contains("a/b~c"));
}

TEST_CASE("drawn view: names appear and go as the room shrinks and grows") {
  auto room = given_lobby(two_steps(), session::most_names_shown);
  auto drawn = drawn_now(room.now);
  CHECK(json::parse(drawn.whole()).at("people").size() == 100);
  auto before = json::parse(drawn.whole());
  room.enters("person:one more", "One more");
  before = patched(before, drawn.redraw(room.now, room.touched));
  CHECK(before.at("people").empty());
  CHECK(before.at("session").at("here") == 101);
  room.accepted(session::remove{p(50), {}}, room.as(p(1)));
  before = patched(before, drawn.redraw(room.now, room.touched));
  CHECK(before.at("people").size() == 100);
  CHECK(before == json::parse(drawn.whole()));
}

TEST_CASE("drawn view: patch applied to the old view is the whole new view, for all") {
  CHECK(rc::check([] {
    history so_far;
    auto drawn = drawn_now(so_far.room.now);
    for (auto const& batch : any_batches()) {
      so_far.play_batch(batch);
      auto const before = json::parse(drawn.whole());
      auto const patch = drawn.redraw(so_far.room.now, so_far.room.touched);
      auto const whole = drawn.whole();
      RC_ASSERT(patched(before, patch) == json::parse(whole));
      RC_ASSERT(whole == fresh_shared(so_far.room.now));
    }
    RC_ASSERT(follows_schema(drawn.whole(), "shared_view"));
  }));
}

TEST_CASE("drawn view: patch applied to the old view is the whole new view, for each person") {
  CHECK(rc::check([] {
    history so_far;
    own_parts own;
    for (auto const& [who, person] : so_far.room.now.people) own.draw(so_far.room.now, who);
    for (auto const& batch : any_batches(30)) {
      so_far.play_batch(batch);
      for (auto const who : to_draw(so_far)) {
        if (so_far.room.now.people.contains(who)) own.draw(so_far.room.now, who);
      }
      own.check(so_far.room.now);
    }
    for (auto const& [who, part] : own.kept) RC_ASSERT(follows_schema(part.whole(), "mine_view"));
  }));
}

TEST_CASE("drawn view: patch applied to the old view is the whole new view, for facilitators") {
  CHECK(rc::check([] {
    history so_far;
    drawn_parts lead;
    lead.redraw(draw_lead(so_far.room.now));
    for (auto const& batch : any_batches()) {
      so_far.play_batch(batch);
      auto const& touched = so_far.room.touched;
      auto const before = json::parse(lead.whole());
      auto const patch = lead.redraw(draw_lead(so_far.room.now));
      RC_ASSERT(patched(before, patch) == json::parse(lead.whole()));
      bool const may_change = touched.everything || touched.lead || !touched.in_steps.empty();
      RC_ASSERT(may_change || patch.empty());
    }
    RC_ASSERT(follows_schema(lead.whole(), "lead_view"));
  }));
}
