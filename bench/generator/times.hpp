// Time in whole nanoseconds of the steady clock, and what many measured times say together.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace viab::bench {

using nanoseconds = std::int64_t;

inline nanoseconds now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

constexpr nanoseconds seconds_ns(double seconds) {
  return static_cast<nanoseconds>(seconds * 1e9);
}

class samples {
public:
  void add(nanoseconds one) { all_.push_back(one); }
  std::size_t count() const { return all_.size(); }
  // The smallest value that `share` of all values do not exceed, in milliseconds.
  double percentile_ms(double share) {
    if (all_.empty()) return 0;
    std::sort(all_.begin(), all_.end());
    auto const place = static_cast<std::size_t>(share * static_cast<double>(all_.size()));
    return static_cast<double>(all_[std::min(place, all_.size() - 1)]) / 1e6;
  }

private:
  std::vector<nanoseconds> all_;
};

}  // namespace viab::bench
