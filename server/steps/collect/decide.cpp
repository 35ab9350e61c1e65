#include "steps/collect/collect.hpp"
#include "steps/rights.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace viab::steps::collect {
namespace {

using answer = result<std::vector<event>>;

bool takes_cards(state const& s) { return s.current.phase == round_phase::open || s.reopened; }

// Where a column stands in the settings; their number when it does not.
std::size_t rank_of(state const& s, std::string const& key) {
  auto const& all = s.chosen.columns;
  auto const found =
      std::find_if(all.begin(), all.end(), [&](column const& c) { return c.key == key; });
  return static_cast<std::size_t>(found - all.begin());
}

bool has_column(state const& s, std::string const& key) {
  return rank_of(s, key) < s.chosen.columns.size();
}

std::size_t rank_of_row(state const& s, std::string const& key) {
  auto const& all = s.chosen.rows;
  auto const found =
      std::find_if(all.begin(), all.end(), [&](row const& r) { return r.key == key; });
  return static_cast<std::size_t>(found - all.begin());
}

// A card stands in a column, in a row where there are rows, and fills fields that are asked for.
template <class Command>
bool fits(state const& s, Command const& c) {
  auto const& chosen = s.chosen;
  if (!has_column(s, c.column)) return false;
  bool const in_a_row = rank_of_row(s, c.row.value_or("")) < chosen.rows.size();
  if (in_a_row == chosen.rows.empty()) return false;
  if (chosen.rows.empty() && c.row.has_value()) return false;
  for (auto const& [key, text] : c.more) {
    auto const asked = std::find_if(chosen.fields.begin(), chosen.fields.end(),
                                    [&key = key](field const& f) { return f.key == key; });
    if (asked == chosen.fields.end() || asked == chosen.fields.begin()) return false;
  }
  return true;
}

// Numbered by content, so that nobody can read from the ids who wrote when.
round_closed closing_of(state const& s) {
  using entry = std::pair<draft_id, draft const*>;
  std::vector<entry> unpublished;
  for (auto const& [id, one] : s.drafts) {
    if (!one.published) unpublished.emplace_back(id, &one);
  }
  std::stable_sort(unpublished.begin(), unpublished.end(), [&](entry const& a, entry const& b) {
    auto const by_content = [&](draft const& of) {
      return std::tuple<std::size_t, std::size_t, card_text const&, more_fields const&>(
          rank_of(s, of.column), rank_of_row(s, of.row), of.text, of.more);
    };
    return by_content(*a.second) < by_content(*b.second);
  });
  round_closed closed;
  auto number = s.next_item;
  for (auto const& one : unpublished) {
    closed.published.push_back({one.first, {s.ordinal, number++}});
  }
  return closed;
}

// The draft, when this person may change it now.
result<draft const*> own_draft(state const& s, draft_id id, actor const& who) {
  if (!may_answer(who)) return refusals::not_taking_part();
  auto const found = s.drafts.find(id);
  if (found == s.drafts.end()) return refusals::unknown_item();
  if (found->second.author != who.who) return refusals::not_yours();
  if (!takes_cards(s)) return refusals::step_closed();
  return &found->second;
}

answer on(state const& s, add_card const& c, actor const& who) {
  if (!may_answer(who)) return refusals::not_taking_part();
  if (!takes_cards(s)) return refusals::step_closed();
  if (!fits(s, c)) return refusals::unknown_choice();
  auto const held = s.held.find(who.who);
  if (held != s.held.end() && held->second.size() >= most_cards_per_person) {
    return refusals::too_many_cards(most_cards_per_person);
  }
  card_added added{{s.next_draft}, who.who, c.column, c.text, {}, c.row.value_or(""), c.more};
  if (s.reopened) added.published = item_id{s.ordinal, s.next_item};
  return std::vector<event>{added};
}

answer on(state const& s, edit_card const& c, actor const& who) {
  auto const mine = own_draft(s, c.card, who);
  if (!mine) return mine.why();
  auto const newest = (*mine)->version;
  if (c.version != newest) return refusals::changed_meanwhile(newest);
  if (!fits(s, c)) return refusals::unknown_choice();
  return std::vector<event>{
      card_edited{c.card, c.column, c.text, newest + 1, c.row.value_or(""), c.more}};
}

answer on(state const& s, withdraw_card const& c, actor const& who) {
  auto const mine = own_draft(s, c.card, who);
  if (!mine) return mine.why();
  return std::vector<event>{card_withdrawn{c.card}};
}

// Hides or unhides; nothing when the card is as wished.
template <class Event>
answer set_hidden(state const& s, item_id id, bool hidden, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  auto const found = s.cards.find(id);
  if (found == s.cards.end()) return refusals::unknown_item();
  if (found->second.hidden == hidden) return std::vector<event>{};
  return std::vector<event>{Event{id}};
}

answer on(state const& s, hide_card const& c, actor const& who) {
  return set_hidden<card_hidden>(s, c.card, true, who);
}

answer on(state const& s, unhide_card const& c, actor const& who) {
  return set_hidden<card_unhidden>(s, c.card, false, who);
}

answer on(state const& s, reopen const&, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (s.current.phase != round_phase::shown || s.reopened) return refusals::round_not_closed();
  return std::vector<event>{cards_reopened{}};
}

answer on(state const& s, close_round const&, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (!takes_cards(s)) return refusals::step_closed();
  return std::vector<event>{closing_of(s)};
}

answer on(state const& s, show_results const&, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (s.current.phase == round_phase::shown) return refusals::step_closed();
  return on_leave(s);
}

}  // namespace

result<std::vector<event>> decide(state const& s, command const& c, actor const& who,
                                  circumstances const&) {
  return std::visit([&](auto const& one) { return on(s, one, who); }, c);
}

std::vector<event> on_leave(state const& s) {
  std::vector<event> events;
  if (takes_cards(s)) events.emplace_back(closing_of(s));
  if (s.current.phase != round_phase::shown) events.emplace_back(results_shown{});
  return events;
}

std::optional<time_point> deadline_of(state const&) { return std::nullopt; }

// What people write here is shown to all in the end; it is never sealed.
bool is_ballot(event const&) { return false; }

}  // namespace viab::steps::collect
