#include "steps/commit/commit.hpp"
#include "steps/rights.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>

namespace viab::steps::commit {
namespace {

using answer = result<std::vector<event>>;

item_id next_id(state const& s) { return {s.ordinal, s.next_item}; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "2026-12-01", and a day that the calendar has.
bool is_iso_date(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return false;
  auto const number = [&](std::size_t from, std::size_t digits) {
    int value = 0;
    for (auto const c : date.substr(from, digits)) value = value * 10 + (is_digit(c) ? c - '0' : 0);
    return value;
  };
  bool const all_digits = std::count_if(date.begin(), date.end(), is_digit) == 8;
  std::chrono::year_month_day const day{std::chrono::year(number(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  return all_digits && day.ok();
}

bool wrong_date(std::optional<std::string> const& date) { return date && !is_iso_date(*date); }

// The entry, when this person may change it.
template <class Entry>
result<Entry const*> changeable(std::map<item_id, Entry> const& entries, item_id id,
                                actor const& who) {
  if (!may_edit(who)) return refusals::not_taking_part();
  auto const found = entries.find(id);
  if (found == entries.end()) return refusals::unknown_item();
  if (!may_change(who, found->second.author)) return refusals::not_yours();
  return &found->second;
}

answer on(state const& s, propose const& c, actor const& who) {
  if (!may_edit(who)) return refusals::not_taking_part();
  if (s.proposals.size() >= most_agreements) return refusals::too_many_items(most_agreements);
  if (wrong_date(c.review_on)) return refusals::out_of_range("YYYY-MM-DD");
  agreement const plan{c.cue, c.action, c.owner, c.review_on, review_status::open};
  return std::vector<event>{proposed{next_id(s), who.who, plan}};
}

answer on(state const& s, edit_proposal const& c, actor const& who) {
  auto const one = changeable(s.proposals, c.proposal, who);
  if (!one) return one.why();
  auto const newest = (*one)->version;
  if (c.version != newest) return refusals::changed_meanwhile(newest);
  if (wrong_date(c.review_on)) return refusals::out_of_range("YYYY-MM-DD");
  agreement const plan{c.cue, c.action, c.owner, c.review_on, review_status::open};
  return std::vector<event>{proposal_edited{c.proposal, plan, newest + 1}};
}

answer on(state const& s, withdraw_proposal const& c, actor const& who) {
  auto const one = changeable(s.proposals, c.proposal, who);
  if (!one) return one.why();
  return std::vector<event>{proposal_withdrawn{c.proposal}};
}

answer on(state const& s, respond const& c, actor const& who) {
  if (!may_answer(who)) return refusals::not_taking_part();
  auto const found = s.proposals.find(c.proposal);
  if (found == s.proposals.end()) return refusals::unknown_item();
  if (!c.goes_along && (!c.needs || c.needs->empty())) return refusals::empty_text();
  response given{c.goes_along, std::nullopt};
  if (!c.goes_along) given.needs = c.needs;
  auto const& before = found->second.responses;
  auto const own = before.find(who.who);
  if (own != before.end() && own->second == given) return std::vector<event>{};
  return std::vector<event>{responded{c.proposal, who.who, given}};
}

answer on(state const& s, settle const& c, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  auto const found = s.proposals.find(c.proposal);
  if (found == s.proposals.end()) return refusals::unknown_item();
  if (found->second.accepted == c.accepted) return std::vector<event>{};
  return std::vector<event>{settled{c.proposal, c.accepted}};
}

answer on(state const& s, raise_obstacle const& c, actor const& who) {
  if (!may_edit(who)) return refusals::not_taking_part();
  if (!s.chosen.asks_obstacles) return refusals::step_not_open();
  if (s.obstacles.size() >= most_obstacles) return refusals::too_many_items(most_obstacles);
  return std::vector<event>{obstacle_raised{next_id(s), who.who, c.text, c.about}};
}

answer on(state const& s, edit_obstacle const& c, actor const& who) {
  auto const one = changeable(s.obstacles, c.obstacle, who);
  if (!one) return one.why();
  auto const newest = (*one)->version;
  if (c.version != newest) return refusals::changed_meanwhile(newest);
  return std::vector<event>{obstacle_edited{c.obstacle, c.text, c.about, newest + 1}};
}

answer on(state const& s, withdraw_obstacle const& c, actor const& who) {
  auto const one = changeable(s.obstacles, c.obstacle, who);
  if (!one) return one.why();
  return std::vector<event>{obstacle_withdrawn{c.obstacle}};
}

}  // namespace

result<std::vector<event>> decide(state const& s, command const& c, actor const& who,
                                  circumstances const&) {
  return std::visit([&](auto const& one) { return on(s, one, who); }, c);
}

std::vector<event> on_leave(state const&) { return {}; }

std::optional<time_point> deadline_of(state const&) { return std::nullopt; }

bool is_ballot(event const&) { return false; }

}  // namespace viab::steps::commit
