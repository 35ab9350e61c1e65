// The words for "no" of walls. Each has a sentence per language in content/texts/refusals.*.json.
#pragma once

#include "domain/refusals.hpp"

namespace viab::refusals {

inline refusal wall_needs_owner() { return make("wall_needs_owner"); }
inline refusal wall_needs_answer() { return make("wall_needs_answer"); }

}  // namespace viab::refusals
