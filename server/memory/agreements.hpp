// How the agreements of a team stand: made, and what became of them.
#pragma once

#include "domain/actor.hpp"
#include "domain/item.hpp"

#include <array>
#include <optional>
#include <vector>

namespace viab::memory {

struct agreement_seen {
  std::optional<time_point> made_at;
  review_status status = review_status::open;
};

struct agreement_count {
  int made = 0;
  std::array<int, 5> by_status{};  // in the order of review_status
  int of(review_status one) const { return by_status.at(static_cast<std::size_t>(one)); }
};

// Those made at or after `since`.
agreement_count counted(std::vector<agreement_seen> const& all, time_point since);

}  // namespace viab::memory
