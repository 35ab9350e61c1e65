#include "steps/check_in/check_in.hpp"
#include "steps/round.hpp"

namespace viab::steps::check_in {
namespace {

// An open round names who wrote which word; there the text must go as well. Of people who wrote the
// same, one loses it for each place that is hidden.
void erase_in(std::vector<named_ballot>& named, word_text const& hidden) {
  for (auto& one : named) {
    if (one.answer.word == hidden) {
      one.answer.word = word_text::erased();
      return;
    }
  }
}

void on(state& now, answered const& event, changes&) { now.ballots[event.by] = event.given; }

void on(state& now, retracted const& event, changes&) { now.ballots.erase(event.by); }

void on(state& now, round_closed const& event, changes& touched) {
  evolve_closed(now, event.counted, touched);
}

void on(state& now, round_dropped const&, changes& touched) { evolve_dropped(now, touched); }

void on(state& now, word_hidden const& event, changes& touched) {
  auto const place = static_cast<std::size_t>(event.place);
  if (!now.counted || place >= now.counted->words.size()) return;
  auto& word = now.counted->words[place];
  if (word.redacted()) return;
  erase_in(now.counted->named, word);
  word = word_text::erased();
  touched.everything = true;
}

void on(state& now, results_shown const&, changes& touched) { evolve_shown(now, touched); }

void on(state& now, round_reopened const& event, changes& touched) {
  evolve_reopened(now, event, touched);
}

}  // namespace

state start(settings const& chosen, opening const& how) {
  state now;
  now.chosen = chosen;
  now.current.promised = how.promised;
  now.current.number = how.first_round;
  return now;
}

void evolve(state& now, event const& what, changes& touched) {
  std::visit([&](auto const& one) { on(now, one, touched); }, what);
}

}  // namespace viab::steps::check_in
