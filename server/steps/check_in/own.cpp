#include "steps/check_in/check_in.hpp"
#include "steps/round.hpp"

namespace viab::steps::check_in {
namespace {

bool covers(erasing const& whose, ballot_key const& by) { return whose.covers(participant_of(by)); }

// Of people who wrote the same, one loses it for each whose words go.
void erase_one(std::vector<word_text>& words, word_text const& gone) {
  auto const found = std::find(words.begin(), words.end(), gone);
  if (found != words.end()) *found = word_text::erased();
}

void in(state const&, answered& event, erasing const& whose) {
  if (covers(whose, event.by) && event.given.word) event.given.word = word_text::erased();
}

// What remains of a secret round is nobody's any more, so it goes only with everybody's.
void in(state const& before, round_closed& event, erasing const& whose) {
  if (!whose.of) {
    for (auto& word : event.counted.words) word = word_text::erased();
  } else {
    for (auto const& [by, given] : before.ballots) {
      if (covers(whose, by) && given.word) erase_one(event.counted.words, *given.word);
    }
  }
  for (auto& one : event.counted.named) {
    if (whose.covers(one.who) && one.answer.word) one.answer.word = word_text::erased();
  }
}

template <class Other>
void in(state const&, Other&, erasing const&) {}

}  // namespace

bool is_own(state const&, event const& what, participant_id who) {
  return is_by<answered>(what, who) || is_by<retracted>(what, who);
}

void erase(state const& before, event& what, erasing const& whose) {
  std::visit([&](auto& one) { in(before, one, whose); }, what);
}

}  // namespace viab::steps::check_in
