#include "session/rules.hpp"

#include <algorithm>

namespace viab::session::rules {
namespace {

// The first `limit` characters of valid UTF-8, without a space at the end.
std::string shortened(std::string const& utf8, int limit) {
  auto const starts_character = [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  };
  std::size_t end = 0;
  for (int seen = 0; end < utf8.size(); ++end) {
    if (starts_character(utf8[end]) && seen++ == limit) break;
  }
  while (end > 0 && utf8[end - 1] == ' ') --end;
  return utf8.substr(0, end);
}

answer on_known(state const& s, person const& one, enter const& what) {
  if (one.removed) return refusals::unknown_person();
  if (what.as != role::facilitator || one.as == role::facilitator) return events{};
  if (s.now == phase::closed) return refusals::session_closed();
  if (one.guest) return refusals::guests_cannot_lead();
  return events{role_changed{one.id, role::facilitator, "invited"}};
}

}  // namespace

name_text unique_name(std::set<std::string> const& taken, name_text const& wanted,
                      std::string const& own) {
  auto const is_free = [&](std::string const& name) {
    return name == own || !taken.contains(name);
  };
  if (is_free(wanted.value())) return wanted;
  for (int number = 2;; ++number) {
    auto const behind = " " + std::to_string(number);
    auto const room = name_text::limit - static_cast<int>(behind.size());
    auto name = shortened(wanted.value(), room) + behind;
    if (is_free(name)) return name_text::of(std::move(name));
  }
}

answer on(state const& s, enter const& what, actor const& by, circumstances const&) {
  if (!by.system) return refusals::not_facilitator();
  if (what.as == role::screen) return refusals::unknown_person();
  if (auto const known = find_person(s, what.key)) return on_known(s, s.people.at(*known), what);
  if (s.now == phase::closed) return refusals::session_closed();
  if (what.guest && what.as == role::facilitator) return refusals::guests_cannot_lead();
  if (s.locked) return refusals::session_locked();
  if (s.here + static_cast<int>(s.waiting.size()) >= most_people) {
    return refusals::session_full(most_people);
  }
  if (what.called.empty()) return refusals::empty_text();
  return events{entered{.person = {s.next_person},
                        .key = what.key,
                        .called = unique_name(s.names, what.called),
                        .as = what.as,
                        .guest = what.guest,
                        .taking_part = what.taking_part,
                        .waiting = what.guest && s.guests == admission::ask}};
}

answer on(state const& s, admit const& what, actor const& by, circumstances const&) {
  if (!by.leads()) return refusals::not_facilitator();
  auto const* one = find_present(s, what.person);
  if (!one) return refusals::unknown_person();
  if (!one->waiting) return events{};
  return events{admitted{one->id}};
}

answer on(state const& s, rename const& what, actor const& by, circumstances const&) {
  bool const oneself = !by.system && by.who == what.person;
  if (!oneself && !by.leads()) return refusals::not_facilitator();
  auto const* one = find_present(s, what.person);
  if (!one) return refusals::unknown_person();
  if (what.to.empty()) return refusals::empty_text();
  auto const name = unique_name(s.names, what.to, one->name.value());
  if (name == one->name) return events{};
  return events{renamed{one->id, name}};
}

answer on(state const& s, remove const& what, actor const& by, circumstances const& around) {
  if (!by.leads()) return refusals::not_facilitator();
  auto const* one = find_present(s, what.person);
  if (!one) return refusals::unknown_person();
  if (one->as == role::facilitator && s.leads == 1) return refusals::last_facilitator();
  auto out = retractions(s, what, around);
  out.emplace_back(removed{one->id});
  return out;
}

answer on(state const& s, set_taking_part const& what, actor const& by, circumstances const&) {
  auto const* one = find_present(s, by.who);
  if (by.system || !one) return refusals::unknown_person();
  if (one->taking_part == what.yes) return events{};
  return events{taking_part_set{one->id, what.yes}};
}

answer on(state const& s, set_ready const& what, actor const& by, circumstances const&) {
  auto const* one = find_present(s, by.who);
  if (by.system || !one) return refusals::unknown_person();
  if (!one->taking_part) return refusals::not_taking_part();
  if (one->ready == what.yes) return events{};
  return events{ready_set{one->id, what.yes}};
}

}  // namespace viab::session::rules
