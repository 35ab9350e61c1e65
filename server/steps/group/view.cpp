#include "steps/group/group.hpp"

#include <algorithm>

namespace viab::steps::group {
namespace {

// At most `theme_text::limit` characters, the last of them "…" when something was left out.
card_text shortened(card_text const& from) {
  auto const& all = from.value();
  int characters = 0;
  std::size_t end_of_last_but_one = 0;
  for (std::size_t at = 0; at < all.size(); ++at) {
    bool const begins = (static_cast<unsigned char>(all[at]) & 0xC0U) != 0x80U;
    if (!begins) continue;
    if (characters == theme_text::limit - 1) end_of_last_but_one = at;
    if (characters == theme_text::limit) {
      return card_text::of(all.substr(0, end_of_last_but_one) + "…");
    }
    ++characters;
  }
  return from;
}

item kept(item_id id, card const& from) {
  item one;
  one.id = id;
  one.text = from.text;
  one.column = from.column;
  return one;
}

items cards_in(state const& s, item_id theme) {
  items all;
  for (auto const& [place, id] : s.order.at(theme)) all.push_back(kept(id, s.cards.at(id)));
  return all;
}

card_text title_of(theme const& from, items const& cards) {
  if (from.name.redacted()) return card_text::erased();
  if (!from.name.empty()) return card_text::of(from.name.value());
  return shortened(cards.front().text);
}

}  // namespace

shared_view shared_view_of(state const& s, scope const& wanted) {
  shared_view view;
  view.total = static_cast<int>(s.cards.size());
  view.loose = static_cast<int>(s.order.at(item_id{}).size());
  view.cards = draw_entries<card_view>(s.cards, wanted, [](card const& from) {
    return card_view{from.text, from.column, from.theme, from.place, from.author.has_value(),
                     from.version};
  });
  view.themes = draw_entries<theme_view>(s.themes, wanted, [](theme const& from) {
    return theme_view{from.name, from.place, from.version};
  });
  return view;
}

own_view own_view_of(state const& s, viewer const& whose) {
  auto const added = s.added.find(whose.who);
  if (added == s.added.end()) return {};
  return {{added->second.begin(), added->second.end()}};
}

lead_view lead_view_of(state const&) { return {}; }

// All see everything as it happens.
progress progress_of(state const&) {
  return {round{viab::promise::open, 1, round_phase::shown}, 0};
}

items outcome_of(state const& s) {
  std::vector<std::pair<std::uint32_t, item_id>> in_order;
  for (auto const& [id, one] : s.themes) in_order.emplace_back(one.place, id);
  std::sort(in_order.begin(), in_order.end());
  items left;
  for (auto const& [place, id] : in_order) {
    item one;
    one.id = id;
    one.kind = item_kind::theme;
    one.parts = cards_in(s, id);
    if (one.parts.empty()) continue;
    one.text = title_of(s.themes.at(id), one.parts);
    left.push_back(std::move(one));
  }
  auto const loose = cards_in(s, item_id{});
  left.insert(left.end(), loose.begin(), loose.end());
  return left;
}

}  // namespace viab::steps::group
