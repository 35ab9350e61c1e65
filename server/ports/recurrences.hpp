// Rules by which meetings come back: reading them strictly, and the times that they come to.
#pragma once

#include "domain/result.hpp"
#include "rhythm/recurrence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viab::ports {

// What a rule may ask for; more is refused.
inline constexpr int most_repeats = 520;  // COUNT: ten years of every week
inline constexpr std::size_t most_rule_characters = 200;
inline constexpr int first_year_of_meetings = 2000;  // and the last is last_year_with_zones

class recurrences {
public:
  virtual ~recurrences() = default;

  // The recurrence with its rule in one spelling, or why it is none:
  //   unknown_zone               not in the tz database
  //   out_of_range               the start is before 2000 or after 2036
  //   recurrence_malformed       no RRULE
  //   recurrence_unsupported     a part (named) or a number that we have no use for: hours and
  //                              smaller, days of the year, an UNTIL that is not in UTC
  //   recurrence_too_frequent    two times less than seven days apart, however seldom
  //   recurrence_too_many        a COUNT over `most_repeats`
  //   recurrence_never           no such day up to 2036
  //   recurrence_wrong_start     the start is none of its times; the detail is the first that is
  // An end is not asked for: it is `expand` that is bounded.
  virtual result<rhythm::recurrence> read(rhythm::recurrence const& asked) const = 0;

  // The times at or after `from` and before `until`, in order, at most `most` of them, none after
  // last_year_with_zones. Ten o'clock stays ten o'clock over a change of the clock. `what` comes
  // from `read`.
  virtual std::vector<rhythm::occurrence> expand(rhythm::recurrence const& what, time_point from,
                                                 time_point until, std::size_t most) const = 0;

  // "elke eerste dinsdag van de maand om 10:00"; nothing for a rule that has no plain sentence.
  virtual std::optional<std::string> sentence(rhythm::recurrence const& what,
                                              std::string const& language) const = 0;
};

}  // namespace viab::ports
