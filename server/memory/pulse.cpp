#include "memory/pulse.hpp"

#include <algorithm>
#include <tuple>

namespace viab::memory {
namespace {

std::size_t band_of(std::size_t value) { return value <= 3 ? 0 : value <= 6 ? 1 : 2; }

}  // namespace

quarters shares_of(std::vector<int> const& counts) {
  std::array<int, bands> in_band{};
  int all = 0;
  for (std::size_t value = 0; value < counts.size(); ++value) {
    in_band.at(band_of(value)) += counts[value];
    all += counts[value];
  }
  quarters shares{};
  if (all == 0) return shares;
  for (std::size_t band = 0; band < bands; ++band) {
    shares.at(band) = (in_band.at(band) * 8 + all) / (2 * all);  // to the nearest quarter
  }
  return shares;
}

std::vector<pulse_shown> shown_over_time(std::vector<pulse_seen> all) {
  std::sort(all.begin(), all.end(), [](pulse_seen const& a, pulse_seen const& b) {
    return std::tie(a.at, a.session) < std::tie(b.at, b.session);
  });
  std::vector<pulse_shown> shown;
  for (auto const& one : all) shown.push_back({one.session, one.at, shares_of(one.counts)});
  return shown;
}

}  // namespace viab::memory
