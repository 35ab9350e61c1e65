#include "steps/commit/commit.hpp"

#include <algorithm>

namespace viab::steps::commit {
namespace {

constexpr std::size_t most_topics_shown = 20;

// Responses go with the text that they were given to.
void forget_responses(proposal& one, changes& touched) {
  for (auto const& [by, given] : one.responses) touched.own.push_back(by);
  one.responses.clear();
}

void on(state& s, proposed const& e, changes& touched) {
  proposal one;
  one.plan = e.plan;
  one.author = e.author;
  s.proposals[e.proposal] = std::move(one);
  s.next_item = std::max(s.next_item, e.proposal.number + 1);
  touched.touch(e.proposal);
}

void on(state& s, proposal_edited const& e, changes& touched) {
  auto& one = s.proposals.at(e.proposal);
  one.plan = e.plan;
  one.version = e.version;
  one.accepted.reset();  // what was settled was another text
  forget_responses(one, touched);
  touched.touch(e.proposal);
}

void on(state& s, proposal_withdrawn const& e, changes& touched) {
  forget_responses(s.proposals.at(e.proposal), touched);
  s.proposals.erase(e.proposal);
  touched.touch(e.proposal);
}

void on(state& s, responded const& e, changes& touched) {
  s.proposals.at(e.proposal).responses[e.by] = e.given;
  touched.touch(e.proposal);
  touched.own.push_back(e.by);
}

void on(state& s, settled const& e, changes& touched) {
  s.proposals.at(e.proposal).accepted = e.accepted;
  touched.touch(e.proposal);
}

void on(state& s, obstacle_raised const& e, changes& touched) {
  s.obstacles[e.obstacle] = obstacle{e.text, e.about, e.author, 1};
  s.next_item = std::max(s.next_item, e.obstacle.number + 1);
  touched.touch(e.obstacle);
}

void on(state& s, obstacle_edited const& e, changes& touched) {
  auto& one = s.obstacles.at(e.obstacle);
  one.text = e.text;
  one.about = e.about;
  one.version = e.version;
  touched.touch(e.obstacle);
}

void on(state& s, obstacle_withdrawn const& e, changes& touched) {
  s.obstacles.erase(e.obstacle);
  touched.touch(e.obstacle);
}

}  // namespace

state start(settings const& chosen, opening const& how) {
  state s;
  s.chosen = chosen;
  s.ordinal = how.ordinal;
  s.next_item = how.first_item;
  s.topics = how.inputs;
  if (s.topics.size() > most_topics_shown) s.topics.resize(most_topics_shown);
  return s;
}

void evolve(state& s, event const& e, changes& touched) {
  std::visit([&](auto const& one) { on(s, one, touched); }, e);
}

}  // namespace viab::steps::commit
