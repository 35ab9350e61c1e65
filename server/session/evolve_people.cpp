#include "domain/ensure.hpp"
#include "session/apply.hpp"
#include "session/view.hpp"

namespace viab::session::apply {
namespace {

person& at(state& s, participant_id who) {
  auto const found = s.people.find(who);
  VIAB_ENSURE(found != s.people.end());
  return found->second;
}

// Counts somebody in (1) or out (-1). Names are shown up to a number of people: at that boundary
// everybody's entry comes or goes.
void count_here(state& s, person const& one, int by, changes& touched) {
  bool const showed = s.here <= most_names_shown;
  s.here += by;
  if (one.as == role::facilitator) s.leads += by;
  touched.about = touched.lead = true;
  if (showed == (s.here <= most_names_shown)) return;
  for (auto const& [id, anyone] : s.people) touched.people.push_back(id);
}

void touch(person const& one, changes& touched) {
  touched.people.push_back(one.id);
  touched.own.push_back(one.id);
}

void take_name(state& s, person& one, name_text const& name) {
  one.name = name;
  if (!name.empty()) s.names.insert(name.value());
}

void set_ready_of(state& s, person& one, bool yes, changes& touched) {
  if (one.ready == yes) return;
  one.ready = yes;
  s.ready += yes ? 1 : -1;
  touched.about = true;
}

}  // namespace

void on(state& s, entered const& e, changes& touched) {
  VIAB_ENSURE(!s.people.contains(e.person));
  auto& one = s.people[e.person];
  one = person{.id = e.person, .key = e.key, .name = {}, .as = e.as, .guest = e.guest,
               .taking_part = e.taking_part, .waiting = e.waiting};
  take_name(s, one, e.called);
  s.by_key.emplace(e.key, e.person);
  s.next_person = std::max(s.next_person, e.person.number + 1);
  touch(one, touched);
  if (e.waiting) {
    s.waiting.insert(e.person);
    touched.lead = true;
  } else {
    count_here(s, one, 1, touched);
  }
}

void on(state& s, role_changed const& e, changes& touched) {
  auto& one = at(s, e.person);
  bool const counts = !one.waiting && !one.removed;
  if (counts && one.as == role::facilitator) --s.leads;
  one.as = e.as;
  if (counts && one.as == role::facilitator) ++s.leads;
  touched.lead = true;
  touch(one, touched);
}

void on(state& s, admitted const& e, changes& touched) {
  auto& one = at(s, e.person);
  if (!one.waiting) return;
  one.waiting = false;
  s.waiting.erase(e.person);
  count_here(s, one, 1, touched);
  touch(one, touched);
}

void on(state& s, renamed const& e, changes& touched) {
  auto& one = at(s, e.person);
  s.names.erase(one.name.value());
  take_name(s, one, e.to);
  touched.lead = touched.lead || one.waiting;
  touch(one, touched);
}

void on(state& s, removed const& e, changes& touched) {
  auto& one = at(s, e.person);
  if (one.removed) return;
  set_ready_of(s, one, false, touched);
  if (one.waiting) {
    s.waiting.erase(e.person);
    one.waiting = false;
    touched.lead = true;
  } else {
    count_here(s, one, -1, touched);
  }
  one.removed = true;
  s.names.erase(one.name.value());  // who comes back with another cookie may have it again
  touch(one, touched);
}

void on(state& s, taking_part_set const& e, changes& touched) {
  auto& one = at(s, e.person);
  one.taking_part = e.yes;
  if (!e.yes) set_ready_of(s, one, false, touched);
  touched.own.push_back(e.person);
}

void on(state& s, ready_set const& e, changes& touched) {
  set_ready_of(s, at(s, e.person), e.yes, touched);
  touched.own.push_back(e.person);
}

void clear_ready(state& s, changes& touched) {
  if (s.ready == 0) return;
  for (auto& [id, one] : s.people) {
    if (!one.ready) continue;
    set_ready_of(s, one, false, touched);
    touched.own.push_back(id);
  }
}

}  // namespace viab::session::apply
