#include "meeting.hpp"

#include <set>

namespace viab::tests {

using namespace viab::session;

item agreement_item(std::uint32_t number, char const* cue, char const* action) {
  item one;
  one.id = {0, number};
  one.kind = item_kind::agreement;
  one.plan = agreement{};
  one.plan->cue = agreement_text::of(cue);
  one.plan->action = agreement_text::of(action);
  one.origin = "agreement-" + std::to_string(number);
  return one;
}

namespace {

void draw_own_in_step(picture& into, state const& s, step_slot const& slot, participant_id who) {
  if (!slot.state || !s.people.contains(who)) return;  // the host has no view
  auto const ballot = ballot_in(s, slot.plan.id, who);
  into.own_in_steps[who].insert_or_assign(slot.plan.id,
                                          steps::own_view_of(*slot.state, {who, ballot}));
}

}  // namespace

picture drawn(state const& s) {
  picture all;
  all.about = about_view_of(s);
  all.lead = lead_about_view_of(s);
  for (auto const& [id, one] : s.people) {
    if (auto const entry = person_view_of(s, id)) all.people.emplace(id, *entry);
    all.own.emplace(id, you_view_of(s, id));
    for (auto const& slot : s.slots) draw_own_in_step(all, s, slot, id);
  }
  return all;
}

namespace {

void redraw_own_in_steps(picture& seen, state const& s, changes const& touched) {
  for (auto const& [step, of_step] : touched.in_steps) {
    auto const* slot = find_slot(s, step);
    for (auto const id : of_step.own) draw_own_in_step(seen, s, *slot, id);
    if (!of_step.everyones_own) continue;
    for (auto const& [id, one] : s.people) draw_own_in_step(seen, s, *slot, id);
  }
}

// Draws again what was touched, and nothing else.
void redraw(picture& seen, state const& s, changes const& touched) {
  if (touched.everything) seen = drawn(s);
  if (touched.about) seen.about = about_view_of(s);
  if (touched.lead) seen.lead = lead_about_view_of(s);
  for (auto const id : touched.people) {
    seen.people.erase(id);
    if (auto const entry = person_view_of(s, id)) seen.people.emplace(id, *entry);
  }
  for (auto const id : touched.own) {
    seen.own.insert_or_assign(id, you_view_of(s, id));
    for (auto const& slot : s.slots) draw_own_in_step(seen, s, slot, id);
  }
  redraw_own_in_steps(seen, s, touched);
}

struct counted {
  int here = 0;
  int leads = 0;
  int ready = 0;
  std::set<participant_id> waiting;
  std::set<std::string> names;
  bool operator==(counted const&) const = default;
};

counted recounted(state const& s) {
  counted all;
  for (auto const& [id, one] : s.people) {
    if (one.removed) continue;
    all.names.insert(one.name.value());
    if (one.waiting) {
      all.waiting.insert(id);
      continue;
    }
    ++all.here;
    if (one.as == role::facilitator) ++all.leads;
    if (one.ready) ++all.ready;
  }
  return all;
}

}  // namespace

void meeting::take(std::vector<event> const& events) {
  last_from = log.size();
  touched = {};
  for (auto const& one : events) {
    evolve(now, one, touched);
    log.push_back(one);
  }
  if (looks_on) CHECK(sees_what_is());
}

bool meeting::sees_what_is() {
  // Whose a ballot is, only the host knows, and draws for them.
  for (auto i = last_from; i < log.size(); ++i) {
    auto const* inside = std::get_if<step_event>(&log[i]);
    if (!inside || !steps::is_ballot(inside->what)) continue;
    touched.in_steps[inside->step].everyones_own = true;
  }
  redraw(seen, now, touched);
  counted const kept{now.here, now.leads, now.ready, now.waiting, now.names};
  return seen == drawn(now) && recounted(now) == kept;
}

int meeting::accepted(command const& what, actor const& by) {
  auto const out = decide(now, what, by, around);
  if (!out) FAIL("refused: " << out.why().code);
  take(*out);
  return static_cast<int>(out->size());
}

int meeting::accepted(char const* step, steps::any_command const& what, actor const& by) {
  auto const out = decide(now, step_command{{step}, what}, by, around);
  if (!out) FAIL("refused: " << out.why().code);
  take(*out);
  return static_cast<int>(out->size());
}

std::string meeting::refused(command const& what, actor const& by) {
  auto const out = decide(now, what, by, around);
  return out ? "" : out.why().code;
}

std::string meeting::refused(char const* step, steps::any_command const& what, actor const& by) {
  auto const out = decide(now, step_command{{step}, what}, by, around);
  return out ? "" : out.why().code;
}

participant_id meeting::enters(char const* key, char const* name, role as, bool guest) {
  enter arrival;
  arrival.key = key;
  arrival.called = name_text::of(name);
  arrival.as = as;
  arrival.guest = guest;
  accepted(arrival, host());
  return *find_person(now, key);
}

std::string meeting::refused_at_the_door(enter const& arrival) { return refused(arrival, host()); }

actor meeting::as(participant_id who) const {
  auto one = actor_of(now, who).value_or(actor{});
  one.who = who;
  one.ballot = {"p" + std::to_string(who.number)};
  return one;
}

actor meeting::as(participant_id who, char const* step) const {
  auto one = as(who);
  one.ballot = ballot_in(now, {step}, who);
  return one;
}

step_slot const& meeting::slot(char const* id) const { return *find_slot(now, {id}); }

int meeting::count_last(std::string const& event_name) const {
  int found = 0;
  for (auto i = last_from; i < log.size(); ++i) {
    std::visit([&](auto const& one) { found += one.name == event_name ? 1 : 0; }, log[i]);
  }
  return found;
}

actor host() {
  actor one;
  one.system = true;
  return one;
}

actor big_screen() {
  actor one;
  one.as = role::screen;
  return one;
}

ballot_key pseudonym(char const* step, steps::round const& current, participant_id who) {
  return {"secret-" + std::string(step) + "-" + std::to_string(current.number) + "-"
          + std::to_string(who.number)};
}

ballot_key ballot_in(state const& now, step_id const& step, participant_id who) {
  auto const current = round_of(*find_slot(now, step));
  if (current.promised == promise::secret) return pseudonym(step.value.c_str(), current, who);
  return {"p" + std::to_string(who.number)};
}

meeting given_lobby(format chosen, int people) {
  meeting room;
  create made;
  made.id = {"s1"};
  made.team = {"t1"};
  made.team_name = "Schulden";
  made.title = "November";
  made.chosen = std::move(chosen);
  made.agreements = {agreement_item(1, "we twijfelen", "bellen we"),
                     agreement_item(2, "het schuurt", "zeggen we het")};
  made.join_code = "ABCD1234";
  made.join_code_until = at_ten + 12h;
  room.accepted(made, host());
  room.enters("person:1", "Fatma", role::facilitator);
  for (int number = 2; number <= people; ++number) {
    auto const name = "Member " + std::to_string(number);
    room.enters(("person:" + std::to_string(number)).c_str(), name.c_str());
  }
  return room;
}

meeting given_running(format chosen, int people) {
  auto room = given_lobby(std::move(chosen), people);
  room.accepted(start{}, room.as(p(1)));
  return room;
}

}  // namespace viab::tests
