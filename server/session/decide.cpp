#include "session/rules.hpp"

#include <variant>

namespace viab::session {
namespace {

// Who asks, as the session knows them now: what the connection remembers may be of a moment ago.
result<actor> known(state const& s, actor const& by) {
  if (by.system) return by;
  auto const* one = by.as == role::screen ? nullptr : rules::find_present(s, by.who);
  if (!one) return refusals::unknown_person();
  if (one->waiting) return refusals::waiting_for_admission();
  auto now = *actor_of(s, by.who);
  now.ballot = by.ballot;
  return now;
}

template <class Command>
rules::answer decide_any(state const& s, Command const& what, actor const& by,
                         circumstances const& around) {
  if (s.id.value.empty()) return refusals::session_not_started();
  if (s.now == phase::closed) return refusals::session_closed();
  auto const who = known(s, by);
  if (!who) return who.why();
  return rules::on(s, what, *who, around);
}

// These two have their own idea of what must be there before them.
rules::answer decide_any(state const& s, create const& what, actor const& by,
                         circumstances const& around) {
  return rules::on(s, what, by, around);
}
rules::answer decide_any(state const& s, enter const& what, actor const& by,
                         circumstances const& around) {
  if (s.id.value.empty()) return refusals::session_not_started();
  return rules::on(s, what, by, around);
}

}  // namespace

result<std::vector<event>> decide(state const& s, command const& what, actor const& by,
                                  circumstances const& around) {
  return std::visit([&](auto const& one) { return decide_any(s, one, by, around); }, what);
}

result<std::vector<event>> decide(state const& s, step_command const& what, actor const& by,
                                  circumstances const& around) {
  return decide_any(s, what, by, around);
}

}  // namespace viab::session
