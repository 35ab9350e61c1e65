// The words for "no". Each has a sentence per language in content/texts/refusals.*.json.
#pragma once

#include "domain/result.hpp"

#include <string>

namespace viab::refusals {

inline refusal make(char const* code, std::string detail = {}) {
  return refusal{code, std::move(detail)};
}

inline refusal not_facilitator() { return make("not_facilitator"); }
inline refusal not_taking_part() { return make("not_taking_part"); }
inline refusal not_yours() { return make("not_yours"); }
inline refusal step_closed() { return make("step_closed"); }
inline refusal step_not_open() { return make("step_not_open"); }
inline refusal unknown_step() { return make("unknown_step"); }
inline refusal unknown_item() { return make("unknown_item"); }
inline refusal unknown_person() { return make("unknown_person"); }
inline refusal unknown_choice() { return make("unknown_choice"); }
inline refusal empty_text() { return make("empty_text"); }
inline refusal too_long(int limit) { return make("too_long", std::to_string(limit)); }
inline refusal too_many_cards(int limit) { return make("too_many_cards", std::to_string(limit)); }
inline refusal too_many_votes(int limit) { return make("too_many_votes", std::to_string(limit)); }
inline refusal too_many_items(int limit) { return make("too_many_items", std::to_string(limit)); }
inline refusal too_few_ballots(int least) { return make("too_few_ballots", std::to_string(least)); }
inline refusal ballots_already_cast() { return make("ballots_already_cast"); }
inline refusal round_not_closed() { return make("round_not_closed"); }
inline refusal secret_round_stays_closed() { return make("secret_round_stays_closed"); }
// `version` is the newest one; the sender keeps the own text and sees the other's.
inline refusal changed_meanwhile(int version) {
  return make("changed_meanwhile", std::to_string(version));
}
inline refusal session_closed() { return make("session_closed"); }
inline refusal session_not_started() { return make("session_not_started"); }
inline refusal session_already_started() { return make("session_already_started"); }
inline refusal session_locked() { return make("session_locked"); }
inline refusal session_full(int limit) { return make("session_full", std::to_string(limit)); }
inline refusal waiting_for_admission() { return make("waiting_for_admission"); }
inline refusal session_too_long() { return make("session_too_long"); }
inline refusal no_such_step_ahead() { return make("no_such_step_ahead"); }
inline refusal inputs_changed() { return make("inputs_changed"); }
inline refusal facilitator_present() { return make("facilitator_present"); }
inline refusal guests_cannot_lead() { return make("guests_cannot_lead"); }
inline refusal last_facilitator() { return make("last_facilitator"); }
inline refusal no_timer() { return make("no_timer"); }
inline refusal out_of_range(char const* range) { return make("out_of_range", range); }

}  // namespace viab::refusals
