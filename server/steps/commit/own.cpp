#include "steps/authors.hpp"
#include "steps/commit/commit.hpp"

namespace viab::steps::commit {
namespace {

using somebody = std::optional<participant_id>;

somebody author(state const&, proposed const& e) { return e.author; }
somebody author(state const& before, proposal_edited const& e) {
  return author_in(before.proposals, e.proposal);
}
somebody author(state const& before, proposal_withdrawn const& e) {
  return author_in(before.proposals, e.proposal);
}
somebody author(state const&, responded const& e) { return e.by; }
somebody author(state const&, obstacle_raised const& e) { return e.author; }
somebody author(state const& before, obstacle_edited const& e) {
  return author_in(before.obstacles, e.obstacle);
}
somebody author(state const& before, obstacle_withdrawn const& e) {
  return author_in(before.obstacles, e.obstacle);
}
somebody author(state const&, settled const&) { return std::nullopt; }

void erase_plan(agreement& plan) {
  plan.cue = plan.action = agreement_text::erased();
  plan.owner.reset();
}

}  // namespace

bool is_own(state const& before, event const& what, participant_id who) {
  return std::visit([&](auto const& one) { return author(before, one) == who; }, what);
}

void erase(state const& before, event& what, erasing const& whose) {
  std::visit(
      [&](auto& one) {
        bool const covered = whose.covers(author(before, one));
        if constexpr (requires { one.plan; }) {
          if (whose.names_owner(one.plan)) one.plan.owner.reset();
          if (covered && !whose.kept.contains(one.proposal)) erase_plan(one.plan);
        }
        if constexpr (requires { one.given.needs; }) {
          if (covered && one.given.needs) one.given.needs = agreement_text::erased();
        }
        if constexpr (requires { one.text; }) {
          if (covered) one.text = card_text::erased();
        }
      },
      what);
}

}  // namespace viab::steps::commit
