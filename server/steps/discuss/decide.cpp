#include "steps/discuss/discuss.hpp"
#include "steps/rights.hpp"

#include <chrono>

namespace viab::steps::discuss {
namespace {

constexpr int least_seconds = 10;
constexpr int most_seconds = 3600;

using answer = result<std::vector<event>>;

answer on(state const& s, open_topic const& c, actor const& who, circumstances const& around) {
  if (!who.leads()) return refusals::not_facilitator();
  if (!s.topics.contains(c.topic)) return refusals::unknown_item();
  if (s.open == c.topic) return std::vector<event>{};
  auto events = on_leave(s);
  auto const length = std::chrono::minutes(s.chosen.minutes_per_topic);
  events.emplace_back(topic_opened{c.topic, around.now + length});
  return events;
}

answer on(state const& s, finish_topic const&, actor const& who, circumstances const&) {
  if (!who.leads()) return refusals::not_facilitator();
  if (!s.open) return refusals::step_not_open();
  return on_leave(s);
}

answer on(state const& s, give_more_time const& c, actor const& who, circumstances const& around) {
  if (!who.leads()) return refusals::not_facilitator();
  if (c.seconds < least_seconds || c.seconds > most_seconds) {
    return refusals::out_of_range("10-3600");
  }
  if (!s.open) return refusals::step_not_open();
  auto const from = deadline_of(s).value_or(around.now);
  return std::vector<event>{deadline_moved{*s.open, from + std::chrono::seconds(c.seconds)}};
}

answer on(state const& s, go_on const& c, actor const& who, circumstances const&) {
  if (!may_answer(who)) return refusals::not_taking_part();
  if (!s.open) return refusals::step_not_open();
  auto const& opinions = s.topics.at(*s.open).opinions;
  auto const before = opinions.find(who.who);
  if (before != opinions.end() && before->second == c.yes) return std::vector<event>{};
  return std::vector<event>{opinion_given{*s.open, who.who, c.yes}};
}

answer on(state const& s, write_note const& c, actor const& who, circumstances const&) {
  bool const writes = who.leads() || (s.scribe == who.who && who.as != role::screen);
  if (!writes) return refusals::not_facilitator();
  auto const found = s.topics.find(c.topic);
  if (found == s.topics.end()) return refusals::unknown_item();
  auto const newest = found->second.note_version;
  if (c.version != newest) return refusals::changed_meanwhile(newest);
  note_written written{c.topic, {}, newest + 1};
  if (!tidied(c.text).empty()) {
    auto note = note_text::make(c.text);
    if (!note) return note.why();
    written.text = std::move(*note);
  }
  return std::vector<event>{written};
}

answer on(state const& s, name_scribe const& c, actor const& who, circumstances const&) {
  if (!who.leads()) return refusals::not_facilitator();
  if (s.scribe == c.scribe) return std::vector<event>{};
  return std::vector<event>{scribe_named{c.scribe}};
}

answer on(state const& s, time_passed const&, actor const& who, circumstances const& around) {
  if (!who.system) return refusals::not_facilitator();
  auto const deadline = deadline_of(s);
  if (!deadline || around.now < *deadline) return std::vector<event>{};
  return std::vector<event>{time_ran_out{*s.open}};
}

}  // namespace

result<std::vector<event>> decide(state const& s, command const& c, actor const& who,
                                  circumstances const& around) {
  return std::visit([&](auto const& one) { return on(s, one, who, around); }, c);
}

std::vector<event> on_leave(state const& s) {
  if (!s.open) return {};
  return {topic_finished{*s.open}};
}

// Of the open topic, until it was said that its time ran out.
std::optional<time_point> deadline_of(state const& s) {
  if (!s.open) return std::nullopt;
  auto const& at_hand = s.topics.at(*s.open);
  return at_hand.time_ran_out ? std::nullopt : at_hand.deadline;
}

bool is_ballot(event const&) { return false; }

}  // namespace viab::steps::discuss
