#include "session/rules.hpp"

#include <algorithm>

namespace viab::session {
namespace {

// When the topic at hand has a deadline that has not run out.
std::optional<std::pair<item_id, time_point>> topic_deadline(step_slot const& slot) {
  if (!slot.state) return std::nullopt;
  auto const* talk = std::get_if<steps::discuss::state>(&*slot.state);
  if (!talk || !talk->open) return std::nullopt;
  auto const found = talk->topics.find(*talk->open);
  if (found == talk->topics.end()) return std::nullopt;
  auto const& at_hand = found->second;
  if (!at_hand.deadline || at_hand.time_ran_out) return std::nullopt;
  return std::pair(found->first, *at_hand.deadline);
}

}  // namespace

std::optional<time_point> deadline_of(state const& s) {
  if (s.now != phase::running) return std::nullopt;
  std::optional<time_point> next;
  if (s.clock && !s.clock->ran_out) next = s.clock->ends_at;
  auto const& slot = rules::current_slot(s);
  if (slot.state) {
    auto const own = steps::deadline_of(*slot.state);
    if (own && (!next || *own < *next)) next = own;
  }
  return next;
}

namespace rules {

answer on(state const& s, extend_time const& what, actor const& by, circumstances const& around) {
  if (!by.leads()) return refusals::not_facilitator();
  if (auto const no = not_running(s)) return *no;
  if (what.seconds < 10 || what.seconds > most_extension_seconds) {
    return refusals::out_of_range("10-3600");
  }
  bool const runs = s.clock && !s.clock->ran_out && s.clock->ends_at > around.now;
  auto const from = runs ? s.clock->ends_at : around.now;
  return events{time_extended{from + std::chrono::seconds(what.seconds)}};
}

answer on(state const& s, time_passed const&, actor const& by, circumstances const& around) {
  if (!by.system) return refusals::not_facilitator();
  events out;
  if (s.now != phase::running) return out;
  if (s.clock && !s.clock->ran_out && s.clock->ends_at <= around.now) {
    out.emplace_back(time_ran_out{});
  }
  auto const& slot = current_slot(s);
  auto const topic = topic_deadline(slot);
  if (!topic || topic->second > around.now) return out;
  steps::discuss::command const says = steps::discuss::time_passed{};
  auto const passed = steps::decide(*slot.state, says, by, around);
  if (!passed) return passed.why();
  for (auto const& happened : *passed) out.emplace_back(step_event{slot.plan.id, happened});
  return out;
}

answer on(state const& s, give_back_downtime const& what, actor const& by,
          circumstances const& around) {
  if (!by.system) return refusals::not_facilitator();
  events out;
  auto const given = std::min<milliseconds>(around.now - what.down_since,
                                            most_downtime_given_back);
  if (s.now != phase::running || given <= milliseconds(0)) return out;
  // What had ended before the server went down lost nothing.
  if (s.clock && !s.clock->ran_out && s.clock->ends_at > what.down_since) {
    out.emplace_back(downtime_given_back{given});
  }
  auto const& slot = current_slot(s);
  if (auto const topic = topic_deadline(slot); topic && topic->second > what.down_since) {
    steps::discuss::event moved =
        steps::discuss::deadline_moved{topic->first, topic->second + given};
    out.emplace_back(step_event{slot.plan.id, std::move(moved)});
  }
  return out;
}

}  // namespace rules
}  // namespace viab::session
