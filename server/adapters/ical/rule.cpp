#include "adapters/ical/rule.hpp"

#include "adapters/ical/wall_clock.hpp"
#include "ports/recurrences.hpp"
#include "ports/time_zones.hpp"
#include "rhythm/refusals.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>

namespace viab::adapters {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 9> our_parts{
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"};
constexpr std::array<std::string_view, 7> other_parts{
    "BYSECOND", "BYMINUTE", "BYHOUR", "BYYEARDAY", "BYWEEKNO", "RSCALE", "SKIP"};

template <class Parts>
bool among(Parts const& parts, std::string_view name) {
  return std::find(parts.begin(), parts.end(), name) != parts.end();
}

bool allowed_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
         || std::string_view("=;,+-").find(c) != std::string_view::npos;
}

// "20271231T090000Z"; libical takes a wall-clock time or a mere date as well.
bool is_utc(std::string_view until) {
  if (until.size() != 16 || until[8] != 'T' || until[15] != 'Z') return false;
  return std::count_if(until.begin(), until.end(), [](char c) { return c >= '0' && c <= '9'; })
         == 14;
}

std::optional<refusal> check_part(std::string_view part, std::set<std::string_view>& earlier) {
  auto const equals = part.find('=');
  auto const name = part.substr(0, equals);
  if (among(other_parts, name)) return refusals::recurrence_unsupported(std::string(name));
  bool const whole = equals != std::string_view::npos && equals + 1 < part.size();
  if (!whole || !among(our_parts, name) || !earlier.insert(name).second) {
    return refusals::recurrence_malformed();
  }
  if (name == "UNTIL" && !is_utc(part.substr(equals + 1))) {
    return refusals::recurrence_unsupported(std::string(part));
  }
  return std::nullopt;
}

// A list of libical ends with a mark.
template <class Number>
std::span<Number> up_to_mark(std::span<Number> all) {
  auto const end = std::ranges::find(all, static_cast<short>(ICAL_RECURRENCE_ARRAY_MAX));
  return {all.begin(), end};
}
std::span<short const> listed(std::span<short const> all) { return up_to_mark(all); }

int highest_interval(icalrecurrencetype_frequency each) {
  if (each == ICAL_WEEKLY_RECURRENCE) return 52;
  return each == ICAL_MONTHLY_RECURRENCE ? 12 : 5;
}

bool has_positions(icalrecurrencetype const& parts) {
  auto const days = listed(parts.by_day);
  return std::any_of(days.begin(), days.end(),
                     [](short one) { return icalrecurrencetype_day_position(one) != 0; });
}

// The most days that one of the months of the rule can have.
int longest_month(icalrecurrencetype const& parts) {
  auto const months = listed(parts.by_month);
  if (months.empty()) return 31;
  int longest = 0;
  for (auto const one : months) {
    auto const of = year{2000} / icalrecurrencetype_month_month(one) / last;  // a leap year
    if (of.ok()) longest = std::max(longest, static_cast<int>(static_cast<unsigned>(of.day())));
  }
  return longest;
}

// Within a month a weekday comes four or five times, within a year 52 or 53 times.
int highest_position(icalrecurrencetype const& parts) {
  bool const in_month =
      parts.freq == ICAL_MONTHLY_RECURRENCE || !listed(parts.by_month).empty();
  return in_month ? 5 : 53;
}

// What can be written and yet has no plain meaning; libical searches some of it until the year
// 2582, and takes a second for that.
std::optional<refusal> check_choice(icalrecurrencetype const& parts) {
  auto const days = listed(parts.by_day);
  auto const dates = listed(parts.by_month_day);
  auto const chosen = listed(parts.by_set_pos);
  bool const weekly = parts.freq == ICAL_WEEKLY_RECURRENCE;
  bool const positions = has_positions(parts);
  if (weekly && (!dates.empty() || positions || !chosen.empty())) {
    return refusals::recurrence_malformed();
  }
  if (!chosen.empty() && days.empty() && dates.empty() && listed(parts.by_month).empty()) {
    return refusals::recurrence_malformed();
  }
  auto const too_far = [](int most) {
    return [most](int one) { return one > most || one < -most; };
  };
  auto const position = [](short one) { return icalrecurrencetype_day_position(one); };
  if (!chosen.empty()
      && (days.empty() || positions || !dates.empty()
          || std::any_of(chosen.begin(), chosen.end(), too_far(5)))) {
    return refusals::recurrence_unsupported("BYSETPOS");
  }
  if (!dates.empty() && positions) return refusals::recurrence_unsupported("BYMONTHDAY");
  if (std::ranges::any_of(days, too_far(highest_position(parts)), position)) {
    return refusals::recurrence_never();
  }
  return std::nullopt;
}

// The 30th of February.
bool has_no_day(icalrecurrencetype const& parts) {
  auto const days = listed(parts.by_month_day);
  auto const longest = longest_month(parts);
  return !days.empty() && std::all_of(days.begin(), days.end(), [&](short one) {
    return (one < 0 ? -one : one) > longest;
  });
}

rhythm::local_minute from_ical(icaltimetype const& time) {
  return rhythm::local_minute{local_days{year{time.year} / time.month / time.day}}
         + hours{time.hour} + minutes{time.minute};
}

}  // namespace

std::optional<refusal> check_parts(std::string const& text) {
  bool const readable = !text.empty() && text.size() <= ports::most_rule_characters
                        && std::all_of(text.begin(), text.end(), allowed_letter);
  if (!readable) return refusals::recurrence_malformed();
  std::set<std::string_view> earlier;
  std::string_view rest = text;
  while (true) {
    auto const end = rest.find(';');
    if (auto const why = check_part(rest.substr(0, end), earlier)) return why;
    if (end == std::string_view::npos) return std::nullopt;
    rest.remove_prefix(end + 1);
  }
}

void rule::forget::operator()(icalrecurrencetype* parts) const { delete parts; }

rule::rule(icalrecurrencetype const& parts) : parts_(new icalrecurrencetype(parts)) {}

std::optional<rule> rule::parse(std::string const& text) {
  icalerror_set_errors_are_fatal(0);
  auto parts = icalrecurrencetype_from_string(text.c_str());
  if (parts.freq == ICAL_NO_RECURRENCE) return std::nullopt;
  // libical sorts the days itself.
  std::ranges::sort(up_to_mark(std::span<short>(parts.by_month)));
  std::ranges::sort(up_to_mark(std::span<short>(parts.by_month_day)));
  return rule(parts);
}

std::string rule::text() const {
  std::unique_ptr<char, decltype(&icalmemory_free_buffer)> const written(
      icalrecurrencetype_as_string_r(parts_.get()), icalmemory_free_buffer);
  return written.get();
}

std::optional<refusal> rule::objection() const {
  auto const& parts = *parts_;
  if (parts.freq < ICAL_WEEKLY_RECURRENCE) return refusals::recurrence_too_frequent();
  if (parts.interval > highest_interval(parts.freq)) {
    return refusals::recurrence_unsupported("INTERVAL=" + std::to_string(parts.interval));
  }
  if (parts.count > ports::most_repeats) {
    return refusals::recurrence_too_many(ports::most_repeats);
  }
  if (auto const why = check_choice(parts)) return why;
  if (has_no_day(parts)) return refusals::recurrence_never();
  return std::nullopt;
}

std::optional<time_point> rule::until() const {
  if (icaltime_is_null_time(parts_->until)) return std::nullopt;
  return time_point{seconds{icaltime_as_timet(parts_->until)}};
}

void rule::set_local_until(rhythm::local_minute at) { parts_->until = as_ical(at); }

std::optional<rhythm::pattern> rule::pattern(rhythm::local_minute start,
                                             std::optional<rhythm::day> last_day) const {
  auto const& parts = *parts_;
  auto const first = rhythm::date_of(rhythm::day_of(start));
  auto const days = listed(parts.by_day);
  auto const dates = listed(parts.by_month_day);
  auto const positions = listed(parts.by_set_pos);
  if (dates.size() > 1 || positions.size() > 1) return std::nullopt;

  rhythm::pattern found;
  bool const weekly = parts.freq == ICAL_WEEKLY_RECURRENCE;
  bool const yearly = parts.freq == ICAL_YEARLY_RECURRENCE;
  using unit = rhythm::pattern::unit;
  found.each = weekly ? unit::weeks : yearly ? unit::years : unit::months;
  found.every = parts.interval;
  found.time = rhythm::time_of_day(start);
  for (auto const one : days) {
    found.on.set(static_cast<std::size_t>(icalrecurrencetype_day_day_of_week(one)) - 1);
    found.position = icalrecurrencetype_day_position(one);
  }
  if (found.position != 0 && days.size() > 1) return std::nullopt;
  if (!positions.empty()) {
    if (found.position != 0 || days.empty()) return std::nullopt;
    found.position = positions.front();
  }
  if (!dates.empty()) found.month_day = dates.front();
  for (auto const one : listed(parts.by_month)) {
    found.months.push_back(static_cast<unsigned>(icalrecurrencetype_month_month(one)));
  }
  if (days.empty() && dates.empty()) {
    if (weekly) found.on.set(weekday{rhythm::day_of(start)}.c_encoding());
    if (!weekly) found.month_day = static_cast<int>(static_cast<unsigned>(first.day()));
  }
  if (yearly && found.months.empty() && days.empty()) {
    found.months.push_back(static_cast<unsigned>(first.month()));
  }
  if (parts.count > 0) found.times = parts.count;
  found.last = last_day;
  return found;
}

void rule_times::forget::operator()(icalrecur_iterator_impl* at) const {
  icalrecur_iterator_free(at);
}

rule_times::rule_times(rule const& of, rhythm::local_minute start)
    : at_(icalrecur_iterator_new(*of.parts_, as_ical(start))) {}

std::optional<rhythm::local_minute> rule_times::next() {
  if (!at_) return std::nullopt;  // libical found nothing in it to begin with
  auto const time = icalrecur_iterator_next(at_.get());
  if (icaltime_is_null_time(time) || time.year > static_cast<int>(ports::last_year_with_zones)) {
    at_.reset();
    return std::nullopt;
  }
  return from_ical(time);
}

}  // namespace viab::adapters
