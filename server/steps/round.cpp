#include "steps/round.hpp"

#include "domain/ensure.hpp"
#include "steps/rights.hpp"

#include <charconv>

namespace viab::steps {
namespace {

bool hides(round const& current) { return current.promised != promise::open; }

}  // namespace

std::optional<participant_id> participant_of(ballot_key const& key) {
  auto const& name = key.value;
  if (name.size() < 2 || name[0] != 'p' || name[1] == '0') return std::nullopt;
  participant_id who;
  auto const* const end = name.data() + name.size();
  auto const read = std::from_chars(name.data() + 1, end, who.number);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return who;
}

participant_id voter_of(ballot_key const& key) {
  auto const who = participant_of(key);
  VIAB_ENSURE(who.has_value());
  return *who;
}

std::optional<refusal> refuse_answer(round const& current, actor const& who) {
  // The host has no answer of its own; a ballot without a name cannot be kept for anybody.
  if (!may_answer(who) || who.ballot.value.empty()) return refusals::not_taking_part();
  if (current.phase != round_phase::open) return refusals::step_closed();
  return std::nullopt;
}

bool may_be_counted(standing const& at) {
  return !hides(at.current) || at.asks_nothing || at.ballots >= least_ballots;
}

std::optional<refusal> refuse_close(standing const& at, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (at.current.phase != round_phase::open) return refusals::step_closed();
  if (!may_be_counted(at)) return refusals::too_few_ballots(least_ballots);
  return std::nullopt;
}

std::optional<refusal> refuse_show(standing const& at, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (at.dropped) return refusals::too_few_ballots(least_ballots);
  if (at.current.phase == round_phase::shown) return refusals::step_closed();
  if (at.current.phase == round_phase::open) return refuse_close(at, who);
  return std::nullopt;
}

std::optional<refusal> refuse_again(standing const& at, run_again const& how, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (at.current.phase != round_phase::open) return std::nullopt;
  // Too few for this promise: the answers are dropped unseen, and everybody is asked again openly.
  bool const stuck = hides(at.current) && !may_be_counted(at);
  if (stuck && how.as_open) return std::nullopt;
  return refusals::round_not_closed();
}

round_reopened next_round(round const& current, run_again const& how) {
  return {current.number + 1, how.as_open ? promise::open : current.promised};
}

}  // namespace viab::steps
