#include "steps/group/group.hpp"
#include "steps/rights.hpp"

#include <iterator>

namespace viab::steps::group {
namespace {

using answer = result<std::vector<event>>;

item_id next_id(state const& s) { return {s.ordinal, s.next_item}; }

bool has_theme(state const& s, std::optional<item_id> theme) {
  return !theme || s.themes.contains(*theme);
}

answer on(state const& s, add_card const& c, actor const& who) {
  if (!has_theme(s, c.theme)) return refusals::unknown_item();
  if (!c.column.empty() && !s.columns.contains(c.column)) return refusals::unknown_choice();
  if (s.cards.size() >= most_cards) return refusals::too_many_items(most_cards);
  auto const added = s.added.find(who.who);
  if (added != s.added.end() && added->second.size() >= most_cards_per_person) {
    return refusals::too_many_cards(most_cards_per_person);
  }
  return std::vector<event>{card_added{next_id(s), who.who, c.text, c.column, c.theme}};
}

// The card, when it was added here and this person may change it.
result<card const*> card_to_change(state const& s, item_id id, actor const& who) {
  auto const found = s.cards.find(id);
  if (found == s.cards.end()) return refusals::unknown_item();
  auto const& author = found->second.author;
  if (!author || !may_change(who, *author)) return refusals::not_yours();
  return &found->second;
}

answer on(state const& s, rename_card const& c, actor const& who) {
  auto const one = card_to_change(s, c.card, who);
  if (!one) return one.why();
  auto const newest = (*one)->version;
  if (c.version != newest) return refusals::changed_meanwhile(newest);
  return std::vector<event>{card_renamed{c.card, c.text, newest + 1}};
}

answer on(state const& s, remove_card const& c, actor const& who) {
  auto const one = card_to_change(s, c.card, who);
  if (!one) return one.why();
  return std::vector<event>{card_removed{c.card}};
}

// True when the move would leave everything as it is.
bool stands_there(state const& s, card const& moved, move_card const& c) {
  if (moved.theme != c.theme) return false;
  if (c.before == c.card) return true;
  auto const& row = s.order.at(c.theme.value_or(item_id{}));
  auto const next = std::next(row.find(moved.place));
  return c.before ? next != row.end() && next->second == *c.before : next == row.end();
}

answer on(state const& s, move_card const& c, actor const&) {
  auto const moved = s.cards.find(c.card);
  if (moved == s.cards.end() || !has_theme(s, c.theme)) return refusals::unknown_item();
  if (c.before) {
    auto const before = s.cards.find(*c.before);
    bool const is_there = before != s.cards.end() && before->second.theme == c.theme;
    if (!is_there) return refusals::unknown_item();
  }
  if (stands_there(s, moved->second, c)) return std::vector<event>{};
  return std::vector<event>{card_moved{c.card, c.theme, c.before}};
}

answer on(state const& s, create_theme const& c, actor const&) {
  if (c.cards.size() > most_cards_at_once) return refusals::too_many_items(most_cards_at_once);
  if (s.themes.size() >= most_themes) return refusals::too_many_items(most_themes);
  theme_created created{next_id(s), c.title, {}};
  std::set<item_id> taken;
  for (auto const id : c.cards) {
    if (!s.cards.contains(id)) return refusals::unknown_item();
    if (taken.insert(id).second) created.cards.push_back(id);
  }
  return std::vector<event>{created};
}

answer on(state const& s, rename_theme const& c, actor const&) {
  auto const found = s.themes.find(c.theme);
  if (found == s.themes.end()) return refusals::unknown_item();
  auto const newest = found->second.version;
  if (c.version != newest) return refusals::changed_meanwhile(newest);
  return std::vector<event>{theme_renamed{c.theme, c.title, newest + 1}};
}

answer on(state const& s, merge_themes const& c, actor const&) {
  if (!has_theme(s, c.from) || !has_theme(s, c.into)) return refusals::unknown_item();
  if (c.from == c.into) return std::vector<event>{};
  return std::vector<event>{themes_merged{c.from, c.into}};
}

answer on(state const& s, dissolve_theme const& c, actor const&) {
  if (!has_theme(s, c.theme)) return refusals::unknown_item();
  return std::vector<event>{theme_dissolved{c.theme}};
}

}  // namespace

result<std::vector<event>> decide(state const& s, command const& c, actor const& who,
                                  circumstances const&) {
  if (!may_edit(who)) return refusals::not_taking_part();
  return std::visit([&](auto const& one) { return on(s, one, who); }, c);
}

std::vector<event> on_leave(state const&) { return {}; }

std::optional<time_point> deadline_of(state const&) { return std::nullopt; }

bool is_ballot(event const&) { return false; }

}  // namespace viab::steps::group
