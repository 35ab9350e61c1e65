// Recurrence rules of RFC 5545, read and expanded with libical.
#pragma once

#include "ports/recurrences.hpp"
#include "ports/time_zones.hpp"

namespace viab::adapters {

// libical reckons in wall-clock time only; what instant that is, `zones` says, so that the whole
// server has one answer to it. `zones` outlives this.
class ical_recurrences : public ports::recurrences {
public:
  explicit ical_recurrences(ports::time_zones const& zones);

  result<rhythm::recurrence> read(rhythm::recurrence const& asked) const override;
  std::vector<rhythm::occurrence> expand(rhythm::recurrence const& what, time_point from,
                                         time_point until, std::size_t most) const override;
  std::optional<std::string> sentence(rhythm::recurrence const& what,
                                      std::string const& language) const override;

private:
  ports::time_zones const& zones_;
};

}  // namespace viab::adapters
