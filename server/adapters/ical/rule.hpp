// One recurrence rule in libical's hands: its parts, its times, and what it says.
#pragma once

#include "domain/result.hpp"
#include "rhythm/pattern.hpp"
#include "rhythm/recurrence.hpp"

#include <memory>
#include <optional>
#include <string>

struct icalrecurrencetype;
struct icalrecur_iterator_impl;

namespace viab::adapters {

// libical's own structure is large and in C; nobody outside this folder sees it.
class rule {
public:
  // Nothing when libical cannot read it. Takes what `check_parts` let through.
  static std::optional<rule> parse(std::string const& text);

  // The one spelling: the order of parts and of days that libical writes.
  std::string text() const;
  // Why a rule that can be read is not for us: too often, too many, a number too large.
  std::optional<refusal> objection() const;
  // UNTIL as it was written, in UTC.
  std::optional<time_point> until() const;
  // From here on UNTIL is a wall-clock time, as the times themselves are.
  void set_local_until(rhythm::local_minute);
  std::optional<rhythm::pattern> pattern(rhythm::local_minute start,
                                         std::optional<rhythm::day> last) const;

private:
  friend class rule_times;
  struct forget {
    void operator()(icalrecurrencetype*) const;
  };
  explicit rule(icalrecurrencetype const&);
  std::unique_ptr<icalrecurrencetype, forget> parts_;
};

// Its times one after the other, from `start` on.
class rule_times {
public:
  rule_times(rule const&, rhythm::local_minute start);
  // Nothing after the last one, and after the last year for which there are zones.
  std::optional<rhythm::local_minute> next();

private:
  struct forget {
    void operator()(icalrecur_iterator_impl*) const;
  };
  std::unique_ptr<icalrecur_iterator_impl, forget> at_;
};

// Why the text cannot be a rule of ours, from its letters and the names of its parts alone. After
// this it holds nothing that could break out of a line of a calendar file.
std::optional<refusal> check_parts(std::string const& text);

}  // namespace viab::adapters
