#include "steps/position/position.hpp"
#include "steps/round.hpp"

#include <algorithm>

namespace viab::steps::position {
namespace {

// Of people who wrote the same, one loses it for each whose words go.
void erase_one(results& counted, std::string const& line, reason_text const& gone) {
  for (auto& one : counted.lines) {
    if (one.key != line) continue;
    auto const found = std::find(one.reasons.begin(), one.reasons.end(), gone);
    if (found != one.reasons.end()) *found = reason_text::erased();
  }
}

void in(state const&, reason_given& event, erasing const& whose) {
  if (whose.covers(participant_of(event.by)) && event.text) event.text = reason_text::erased();
}

// What remains of a secret round is nobody's any more, so it goes only with everybody's.
void in(state const& before, round_closed& event, erasing const& whose) {
  if (!whose.of) {
    for (auto& one : event.counted.lines) {
      for (auto& reason : one.reasons) reason = reason_text::erased();
    }
  } else {
    for (auto const& [by, given] : before.ballots) {
      if (!whose.covers(participant_of(by))) continue;
      for (auto const& [line, why] : given.reasons) erase_one(event.counted, line, why);
    }
  }
  for (auto& one : event.counted.named) {
    if (!whose.covers(one.who)) continue;
    for (auto& [line, why] : one.answer.reasons) why = reason_text::erased();
  }
}

template <class Other>
void in(state const&, Other&, erasing const&) {}

template <class Ballot>
bool by(event const& what, participant_id who) {
  return is_by<Ballot>(what, who);
}

}  // namespace

bool is_own(state const&, event const& what, participant_id who) {
  return by<placed>(what, who) || by<reason_given>(what, who) || by<aimed>(what, who)
         || by<abstained>(what, who) || by<retracted>(what, who);
}

void erase(state const& before, event& what, erasing const& whose) {
  std::visit([&](auto& one) { in(before, one, whose); }, what);
}

}  // namespace viab::steps::position
