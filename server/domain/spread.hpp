// How answers on a scale lie: the middle one and the middle half, always values that were given.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace viab {

// The smallest and largest answer, and the answers at a quarter, a half and three quarters of the
// way. Nearest rank, so a team that chose 3 and 8 is never said to stand at 5.
struct spread {
  int least = 0;
  int low = 0;     // a quarter answered this or less
  int middle = 0;  // half did; of two middle answers the lower one
  int high = 0;    // three quarters did
  int most = 0;
  int answers = 0;

  int half() const { return high - low; }  // within which the middle half lies
  int whole() const { return most - least; }
  bool operator==(spread const&) const = default;
};

// `counts` holds how many answered `first`, `first + 1`, …; nothing when nobody did.
inline std::optional<spread> spread_of(std::vector<int> const& counts, int first) {
  spread all;
  for (auto const one : counts) all.answers += one;
  if (all.answers == 0) return std::nullopt;
  auto const at_rank = [&](int rank) {
    int seen = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      seen += counts[i];
      if (seen >= rank) return first + static_cast<int>(i);
    }
    return first;
  };
  auto const share = [&](int quarters) { return at_rank((all.answers * quarters + 3) / 4); };
  all.least = at_rank(1);
  all.low = share(1);
  all.middle = share(2);
  all.high = share(3);
  all.most = at_rank(all.answers);
  return all;
}

}  // namespace viab
