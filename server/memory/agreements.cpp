#include "memory/agreements.hpp"

namespace viab::memory {

agreement_count counted(std::vector<agreement_seen> const& all, time_point since) {
  agreement_count sum;
  for (auto const& one : all) {
    if (!one.made_at || *one.made_at < since) continue;
    ++sum.made;
    ++sum.by_status.at(static_cast<std::size_t>(one.status));
  }
  return sum;
}

}  // namespace viab::memory
