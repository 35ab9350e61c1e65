#include "steps/discuss/discuss.hpp"

namespace viab::steps::discuss {
namespace {

void on(state& s, topic_opened const& e, changes& touched) {
  auto& one = s.topics.at(e.topic);
  one.phase = topic_phase::open;
  one.deadline = e.deadline;
  one.time_ran_out = false;
  one.opinions.clear();  // when it is opened once more, people are asked anew
  s.open = e.topic;
  touched.touch(e.topic);
}

void on(state& s, topic_finished const& e, changes& touched) {
  auto& one = s.topics.at(e.topic);
  one.phase = topic_phase::done;
  one.deadline.reset();
  one.time_ran_out = false;
  s.open.reset();
  touched.touch(e.topic);
  // The own part shows the opinion on the topic at hand, and there is none now.
  for (auto const& [by, yes] : one.opinions) touched.own.push_back(by);
}

void on(state& s, deadline_moved const& e, changes& touched) {
  auto& one = s.topics.at(e.topic);
  one.deadline = e.deadline;
  one.time_ran_out = false;
  touched.touch(e.topic);
}

void on(state& s, opinion_given const& e, changes& touched) {
  s.topics.at(e.topic).opinions[e.by] = e.yes;
  touched.touch(e.topic);
  touched.own.push_back(e.by);
}

void on(state& s, note_written const& e, changes& touched) {
  auto& one = s.topics.at(e.topic);
  one.note = e.text;
  one.note_version = e.version;
  touched.touch(e.topic);
}

void on(state& s, scribe_named const& e, changes&) { s.scribe = e.scribe; }

void on(state& s, time_ran_out const& e, changes& touched) {
  s.topics.at(e.topic).time_ran_out = true;
  touched.touch(e.topic);
}

bool is_topic(item const& from) {
  return from.kind == item_kind::theme || from.kind == item_kind::card;
}

}  // namespace

state start(settings const& chosen, opening const& how) {
  state s;
  s.chosen = chosen;
  for (auto const& from : how.inputs) {
    if (s.topics.size() == most_topics) break;
    if (!is_topic(from) || s.topics.contains(from.id)) continue;
    topic one;
    one.subject = from;
    one.note = from.note.value_or(note_text{});
    one.place = static_cast<std::uint32_t>(s.topics.size()) + 1;
    s.topics.emplace(from.id, std::move(one));
  }
  return s;
}

void evolve(state& s, event const& e, changes& touched) {
  std::visit([&](auto const& one) { on(s, one, touched); }, e);
}

}  // namespace viab::steps::discuss
