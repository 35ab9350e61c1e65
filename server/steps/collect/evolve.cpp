#include "steps/collect/collect.hpp"

#include <algorithm>

namespace viab::steps::collect {
namespace {

void publish(state& s, draft& from, item_id as) {
  from.published = as;
  s.cards[as] = card{from.column, from.text, false, from.version, from.author, from.row, from.more};
  s.next_item = std::max(s.next_item, as.number + 1);
}

void on(state& s, card_added const& e, changes& touched) {
  auto& one = s.drafts[e.card];
  one = draft{e.author, e.column, e.text, 1, std::nullopt, e.row, e.more};
  s.held[e.author].insert(e.card);
  s.next_draft = std::max(s.next_draft, e.card.number + 1);
  touched.own.push_back(e.author);
  if (!e.published) return;  // all but its author see one more, and nothing else
  publish(s, one, *e.published);
  touched.touch(*e.published);
}

void on(state& s, card_edited const& e, changes& touched) {
  auto& one = s.drafts.at(e.card);
  one.column = e.column;
  one.text = e.text;
  one.version = e.version;
  one.row = e.row;
  one.more = e.more;
  touched.own.push_back(one.author);
  if (!one.published) return;
  auto& seen = s.cards.at(*one.published);
  seen.column = e.column;
  seen.text = e.text;
  seen.version = e.version;
  seen.row = e.row;
  seen.more = e.more;
  touched.touch(*one.published);
}

void on(state& s, card_withdrawn const& e, changes& touched) {
  auto const found = s.drafts.find(e.card);
  auto const [author, published] = std::pair(found->second.author, found->second.published);
  if (published) {
    s.cards.erase(*published);
    touched.touch(*published);
  }
  auto const held = s.held.find(author);
  held->second.erase(e.card);
  if (held->second.empty()) s.held.erase(held);
  s.drafts.erase(found);
  touched.own.push_back(author);
}

void set_hidden(state& s, item_id id, bool hidden, changes& touched) {
  auto& one = s.cards.at(id);
  one.hidden = hidden;
  touched.touch(id);
  touched.own.push_back(one.author);
}

void on(state& s, card_hidden const& e, changes& touched) { set_hidden(s, e.card, true, touched); }
void on(state& s, card_unhidden const& e, changes& touched) {
  set_hidden(s, e.card, false, touched);
}

void on(state& s, round_closed const& e, changes&) {
  // After a reopening everything has been shown, and stays so.
  if (s.current.phase == round_phase::open) s.current.phase = round_phase::closed;
  s.reopened = false;
  for (auto const& one : e.published) publish(s, s.drafts.at(one.card), one.as);
}

void on(state& s, cards_reopened const&, changes&) { s.reopened = true; }

void on(state& s, results_shown const&, changes& touched) {
  s.current.phase = round_phase::shown;
  touched.touch_all();
}

}  // namespace

state start(settings const& chosen, opening const& how) {
  state s;
  s.chosen = chosen;
  s.ordinal = how.ordinal;
  s.next_item = how.first_item;
  s.current.number = how.first_round;
  // Cards are not sealed, so more than this cannot be promised.
  s.current.promised = how.promised == promise::secret ? promise::anonymous : how.promised;
  return s;
}

void evolve(state& s, event const& e, changes& touched) {
  std::visit([&](auto const& one) { on(s, one, touched); }, e);
}

}  // namespace viab::steps::collect
