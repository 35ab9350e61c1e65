#include "steps/commit/commit.hpp"

#include <algorithm>

namespace viab::steps::commit {
namespace {

proposal_view drawn(proposal const& from) {
  proposal_view view{from.plan, from.author, from.version, 0, {}, from.accepted};
  for (auto const& [by, given] : from.responses) {
    if (given.goes_along) {
      ++view.going_along;
    } else {
      view.needs.push_back({by, given.needs.value_or(agreement_text{})});
    }
  }
  return view;
}

// Accepted; or not settled, and nobody said to need more.
bool stands(proposal const& one) {
  auto const& all = one.responses;
  return one.accepted.value_or(std::all_of(
      all.begin(), all.end(), [](auto const& entry) { return entry.second.goes_along; }));
}

}  // namespace

shared_view shared_view_of(state const& s, scope const& wanted) {
  shared_view view;
  for (auto const& one : s.topics) {
    view.topics.push_back({one.text.value(), one.note.value_or(note_text{}).value(), one.plan});
  }
  view.proposals = draw_entries<proposal_view>(s.proposals, wanted, drawn);
  view.obstacles = draw_entries<obstacle_view>(s.obstacles, wanted, [](obstacle const& from) {
    return obstacle_view{from.text, from.about, from.author, from.version};
  });
  return view;
}

own_view own_view_of(state const& s, viewer const& whose) {
  own_view view;
  for (auto const& [id, one] : s.proposals) {
    auto const own = one.responses.find(whose.who);
    if (own != one.responses.end()) view.responses.emplace(id, own->second);
  }
  return view;
}

lead_view lead_view_of(state const&) { return {}; }

// All see everything as it happens.
progress progress_of(state const&) {
  return {round{viab::promise::open, 1, round_phase::shown}, 0};
}

items outcome_of(state const& s) {
  items left;
  for (auto const& [id, one] : s.proposals) {
    if (!stands(one)) continue;
    item agreed;
    agreed.id = id;
    agreed.kind = item_kind::agreement;
    agreed.plan = one.plan;
    left.push_back(std::move(agreed));
  }
  for (auto const& [id, one] : s.obstacles) {
    item raised;
    raised.id = id;
    raised.kind = item_kind::obstacle;
    raised.text = one.text;
    raised.about = one.about;
    left.push_back(std::move(raised));
  }
  return left;
}

}  // namespace viab::steps::commit
