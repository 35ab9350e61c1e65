#include "steps/group/group.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace viab::steps::group {
namespace {

// The room that is left between neighbours, for cards that come between them later.
constexpr std::uint32_t gap = 1024;

using row = std::map<std::uint32_t, item_id>;

item_id key_of(std::optional<item_id> theme) { return theme.value_or(item_id{}); }

// A free place at the end, or in front of the card at `before`; nothing when there is no room left.
std::optional<std::uint32_t> free_place(row const& cards, std::optional<std::uint32_t> before) {
  if (!before) {
    auto const last = cards.empty() ? 0 : cards.rbegin()->first;
    if (last > std::numeric_limits<std::uint32_t>::max() - gap) return std::nullopt;
    return last + gap;
  }
  auto const at = cards.find(*before);
  auto const previous = at == cards.begin() ? 0 : std::prev(at)->first;
  auto const middle = previous + (*before - previous) / 2;
  if (middle == previous) return std::nullopt;
  return middle;
}

void renumber(state& s, row& cards, changes& touched) {
  row fresh;
  std::uint32_t place = 0;
  for (auto const& [old, id] : cards) {
    place += gap;
    fresh.emplace_hint(fresh.end(), place, id);
    s.cards.at(id).place = place;
    touched.touch(id);
  }
  cards = std::move(fresh);
}

// Puts a card that stands nowhere in a theme, or among the loose ones.
void put(state& s, item_id id, std::optional<item_id> theme, std::optional<item_id> before,
         changes& touched) {
  auto& cards = s.order[key_of(theme)];
  auto const place_before = [&]() -> std::optional<std::uint32_t> {
    if (!before) return std::nullopt;
    return s.cards.at(*before).place;
  };
  auto place = free_place(cards, place_before());
  if (!place) {
    renumber(s, cards, touched);
    place = free_place(cards, place_before());
  }
  auto& one = s.cards.at(id);
  one.theme = theme;
  one.place = place.value();
  cards.emplace(one.place, id);
  touched.touch(id);
}

void take_out(state& s, item_id id) {
  auto const& one = s.cards.at(id);
  s.order.at(key_of(one.theme)).erase(one.place);
}

// All cards of a theme go to the end of another, or become loose; the theme is gone.
void empty_into(state& s, item_id from, std::optional<item_id> into, changes& touched) {
  auto const cards = std::exchange(s.order.at(from), {});
  for (auto const& [place, id] : cards) put(s, id, into, std::nullopt, touched);
  s.order.erase(from);
  s.themes.erase(from);
  touched.touch(from);
}

void make_theme(state& s, item_id id, theme_text name) {
  s.themes[id] = theme{std::move(name), s.next_place, 1};
  s.next_place += gap;
  s.order[id];
}

void on(state& s, card_added const& e, changes& touched) {
  auto& one = s.cards[e.card];
  one.text = e.text;
  one.column = e.column;
  one.author = e.author;
  put(s, e.card, e.theme, std::nullopt, touched);
  s.added[e.author].insert(e.card);
  s.next_item = std::max(s.next_item, e.card.number + 1);
  touched.own.push_back(e.author);
}

void on(state& s, card_renamed const& e, changes& touched) {
  auto& one = s.cards.at(e.card);
  one.text = e.text;
  one.version = e.version;
  touched.touch(e.card);
}

void on(state& s, card_removed const& e, changes& touched) {
  take_out(s, e.card);
  auto const author = s.cards.at(e.card).author.value();
  auto const added = s.added.find(author);
  added->second.erase(e.card);
  if (added->second.empty()) s.added.erase(added);
  s.cards.erase(e.card);
  touched.touch(e.card);
  touched.own.push_back(author);
}

void on(state& s, card_moved const& e, changes& touched) {
  take_out(s, e.card);
  put(s, e.card, e.theme, e.before, touched);
}

void on(state& s, theme_created const& e, changes& touched) {
  make_theme(s, e.theme, e.title.value_or(theme_text{}));
  s.next_item = std::max(s.next_item, e.theme.number + 1);
  touched.touch(e.theme);
  for (auto const id : e.cards) {
    take_out(s, id);
    put(s, id, e.theme, std::nullopt, touched);
  }
}

void on(state& s, theme_renamed const& e, changes& touched) {
  auto& one = s.themes.at(e.theme);
  one.name = e.title;
  one.version = e.version;
  touched.touch(e.theme);
}

void on(state& s, themes_merged const& e, changes& touched) {
  empty_into(s, e.from, e.into, touched);
}

void on(state& s, theme_dissolved const& e, changes& touched) {
  empty_into(s, e.theme, std::nullopt, touched);
}

// A card that is brought along; a second time, or beyond the limit, it is left.
void bring_card(state& s, item const& from, std::optional<item_id> theme) {
  if (s.cards.size() >= most_cards || s.cards.contains(from.id)) return;
  auto& one = s.cards[from.id];
  one.text = from.text;
  one.column = from.column;
  if (!from.column.empty()) s.columns.insert(from.column);
  changes nobody_looks_yet;
  put(s, from.id, theme, std::nullopt, nobody_looks_yet);
}

// A theme beyond the limit leaves its cards loose.
void bring_theme(state& s, item const& from) {
  std::optional<item_id> theme;
  if (s.themes.size() < most_themes && !s.themes.contains(from.id)) {
    theme = from.id;
    make_theme(s, from.id, from.text.redacted() ? theme_text::erased()
                                                : theme_text::of(from.text.value()));
  }
  for (auto const& one : from.parts) bring_card(s, one, theme);
}

}  // namespace

state start(settings const& chosen, opening const& how) {
  state s;
  s.chosen = chosen;
  s.ordinal = how.ordinal;
  s.next_item = how.first_item;
  s.order[item_id{}];
  for (auto const& one : how.inputs) {
    if (one.kind == item_kind::card) bring_card(s, one, std::nullopt);
    if (one.kind == item_kind::theme) bring_theme(s, one);
  }
  return s;
}

void evolve(state& s, event const& e, changes& touched) {
  std::visit([&](auto const& one) { on(s, one, touched); }, e);
}

}  // namespace viab::steps::group
