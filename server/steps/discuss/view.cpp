#include "steps/discuss/discuss.hpp"

#include <algorithm>

namespace viab::steps::discuss {
namespace {

constexpr std::size_t most_parts_shown = 30;

std::vector<part_view> parts_of(item const& subject) {
  std::vector<part_view> shown;
  for (auto const& part : subject.parts) {
    if (shown.size() == most_parts_shown) break;
    shown.push_back({part.text.value(), part.column});
  }
  return shown;
}

topic_view drawn(topic const& from, settings const& chosen) {
  topic_view view;
  view.text = from.subject.text.value();
  view.parts = parts_of(from.subject);
  view.dots = from.subject.dots;
  view.phase = from.phase;
  view.place = from.place;
  view.proposed = from.place <= static_cast<std::uint32_t>(std::max(chosen.topics, 0));
  view.note = from.note;
  view.note_version = from.note_version;
  for (auto const& [by, yes] : from.opinions) ++(yes ? view.go_on : view.move_on);
  view.deadline = from.deadline;
  view.time_ran_out = from.time_ran_out;
  return view;
}

}  // namespace

shared_view shared_view_of(state const& s, scope const& wanted) {
  return {s.open, s.scribe, draw_entries<topic_view>(s.topics, wanted, [&](topic const& from) {
            return drawn(from, s.chosen);
          })};
}

own_view own_view_of(state const& s, viewer const& whose) {
  own_view view;
  if (!s.open) return view;
  auto const& opinions = s.topics.at(*s.open).opinions;
  auto const own = opinions.find(whose.who);
  if (own != opinions.end()) view.go_on = own->second;
  return view;
}

lead_view lead_view_of(state const&) { return {}; }

// All see everything as it happens.
progress progress_of(state const&) {
  return {round{viab::promise::open, 1, round_phase::shown}, 0};
}

items outcome_of(state const& s) {
  std::vector<topic const*> in_order;
  for (auto const& [id, one] : s.topics) in_order.push_back(&one);
  std::sort(in_order.begin(), in_order.end(),
            [](topic const* a, topic const* b) { return a->place < b->place; });
  items left;
  for (auto const* from : in_order) {
    left.push_back(from->subject);
    left.back().note.reset();
    if (!from->note.empty()) left.back().note = from->note;
  }
  return left;
}

}  // namespace viab::steps::discuss
