#include "rhythm/local_time.hpp"

#include <algorithm>

namespace viab::rhythm {
namespace {

using namespace std::chrono;

std::string digits(unsigned number, std::size_t width) {
  auto const text = std::to_string(number);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  for (char const c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<day> read_day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  auto const y = number(iso.substr(0, 4));
  auto const m = number(iso.substr(5, 2));
  auto const d = number(iso.substr(8, 2));
  if (!y || !m || !d || *y < 1900 || *y > 2199) return std::nullopt;
  auto const date = year{*y} / *m / *d;
  if (!date.ok()) return std::nullopt;
  return day{local_days{date}};
}

std::string iso(day on) {
  auto const date = date_of(on);
  return digits(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-"
         + digits(static_cast<unsigned>(date.month()), 2) + "-"
         + digits(static_cast<unsigned>(date.day()), 2);
}

}  // namespace viab::rhythm
