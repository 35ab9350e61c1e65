#include "steps/collect/collect.hpp"

namespace viab::steps::collect {
namespace {

card_view drawn(state const& s, card const& from) {
  card_view view{from.column, from.text, from.hidden, std::nullopt, from.row, from.more};
  if (s.current.promised == promise::open) view.author = from.author;
  return view;
}

// What the other fields say, one below the other, for steps that show a card as one text.
std::optional<note_text> note_of(state const& s, card const& from) {
  std::string note;
  for (auto const& asked : s.chosen.fields) {
    auto const said = from.more.find(asked.key);
    if (said == from.more.end() || said->second.empty()) continue;
    note += (note.empty() ? "" : "\n") + asked.title + ": " + said->second.value();
  }
  if (note.empty()) return std::nullopt;
  return note_text::of(std::move(note));
}

}  // namespace

shared_view shared_view_of(state const& s, scope const& wanted) {
  shared_view view;
  view.current = s.current;
  view.reopened = s.reopened;
  view.total = static_cast<int>(s.drafts.size());
  view.answered = static_cast<int>(s.held.size());
  if (s.current.phase != round_phase::shown) return view;
  view.cards = draw_entries<card_view>(s.cards, wanted, [&](card const& from) {
    auto one = drawn(s, from);
    if (one.hidden) {
      one.text = card_text::erased();
      one.more.clear();
    }
    return one;
  });
  return view;
}

own_view own_view_of(state const& s, viewer const& whose) {
  own_view view;
  auto const held = s.held.find(whose.who);
  if (held == s.held.end()) return view;
  bool const is_shown = s.current.phase == round_phase::shown;
  for (auto const id : held->second) {
    auto const& one = s.drafts.at(id);
    view.cards.emplace(id, own_card{one.column, one.text, one.version,
                                    is_shown ? one.published : std::nullopt, one.row, one.more});
  }
  return view;
}

lead_view lead_view_of(state const& s) {
  lead_view view;
  if (s.current.phase != round_phase::closed) return view;
  view.cards =
      draw_entries<card_view>(s.cards, scope{}, [&](card const& from) { return drawn(s, from); });
  return view;
}

progress progress_of(state const& s) { return {s.current, static_cast<int>(s.held.size())}; }

items outcome_of(state const& s) {
  items left;
  if (s.current.phase != round_phase::shown) return left;
  for (auto const& [id, one] : s.cards) {
    if (one.hidden) continue;
    item kept;
    kept.id = id;
    kept.text = one.text;
    kept.column = one.column;
    kept.note = note_of(s, one);
    left.push_back(std::move(kept));
  }
  return left;
}

}  // namespace viab::steps::collect
