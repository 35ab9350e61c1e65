#include "protocol/frames.hpp"

#include <charconv>
#include <chrono>

namespace viab::protocol {
namespace {

constexpr std::string_view pattern = "dddd-dd-ddTdd:dd:dd.dddZ";

bool follows_pattern(std::string_view text) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == 'd' ? !digit : text[i] != pattern[i]) return false;
  }
  return true;
}

int number_at(std::string_view text, std::size_t from, std::size_t size) {
  int value = 0;
  std::from_chars(text.data() + from, text.data() + from + size, value);
  return value;
}

}  // namespace

std::optional<time_point> read_time(std::string_view text) {
  using namespace std::chrono;
  if (!follows_pattern(text)) return std::nullopt;
  auto const part = [&](std::size_t from, std::size_t size) { return number_at(text, from, size); };
  year_month_day const date(year(part(0, 4)), month(static_cast<unsigned>(part(5, 2))),
                            day(static_cast<unsigned>(part(8, 2))));
  if (!date.ok() || part(11, 2) > 23 || part(14, 2) > 59 || part(17, 2) > 59) return std::nullopt;
  return sys_days(date) + hours(part(11, 2)) + minutes(part(14, 2)) + seconds(part(17, 2)) +
         milliseconds(part(20, 3));
}

}  // namespace viab::protocol
