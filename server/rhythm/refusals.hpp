// The words for "no" of rhythm. Each has a sentence per language in content/texts/refusals.*.json.
#pragma once

#include "domain/refusals.hpp"

namespace viab::refusals {

inline refusal unknown_zone(std::string zone) { return make("unknown_zone", std::move(zone)); }
inline refusal recurrence_malformed() { return make("recurrence_malformed"); }
// `part` is the part of the rule that there is no use for.
inline refusal recurrence_unsupported(std::string part) {
  return make("recurrence_unsupported", std::move(part));
}
inline refusal recurrence_too_frequent() { return make("recurrence_too_frequent"); }
inline refusal recurrence_too_many(int limit) {
  return make("recurrence_too_many", std::to_string(limit));
}
inline refusal recurrence_never() { return make("recurrence_never"); }
// `first` is the first day after the start that the rule does fall on.
inline refusal recurrence_wrong_start(std::string first) {
  return make("recurrence_wrong_start", std::move(first));
}

}  // namespace viab::refusals
