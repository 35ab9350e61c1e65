// Who made an entry of a step, for the kinds that keep that.
#pragma once

#include "domain/ids.hpp"

#include <optional>

namespace viab::steps {

// Nothing when there is no such entry, or it was brought along from elsewhere.
template <class Entries>
std::optional<participant_id> author_in(Entries const& entries,
                                        typename Entries::key_type const& id) {
  auto const found = entries.find(id);
  if (found == entries.end()) return std::nullopt;
  return found->second.author;
}

}  // namespace viab::steps
