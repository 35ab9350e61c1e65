#include "protocol/write_value.hpp"

#include "domain/ensure.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace viab::protocol {
namespace {

bool plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  static constexpr char digits[] = "0123456789abcdef";
  auto const code = static_cast<unsigned char>(c);
  out += "\\u00";
  out += digits[code >> 4];
  out += digits[code & 15];
}

// `width` digits, zeros in front.
void append_padded(std::string& out, unsigned value, int width) {
  std::array<char, 8> digits{};
  for (int i = width; i-- > 0; value /= 10) {
    digits[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
  }
  out.append(digits.data(), static_cast<std::size_t>(width));
}

// The first and the last moment that four digits of a year can say.
constexpr time_point earliest = std::chrono::sys_days(std::chrono::year(0) / 1 / 1);
constexpr time_point latest =
    std::chrono::sys_days(std::chrono::year(10000) / 1 / 1) - milliseconds(1);

}  // namespace

void append_number(std::string& out, std::int64_t value) {
  std::array<char, 24> digits;
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_quoted(std::string& out, std::string_view utf8) {
  out += '"';
  for (std::size_t at = 0; at < utf8.size();) {
    auto const start = at;
    while (at < utf8.size() && plain(utf8[at])) ++at;
    out.append(utf8, start, at - start);
    if (at < utf8.size()) append_escaped(out, utf8[at++]);
  }
  out += '"';
}

void append_id(std::string& out, participant_id id) {
  out += 'p';
  append_number(out, id.number);
}

void append_id(std::string& out, item_id id) {
  append_number(out, id.step);
  out += '-';
  append_number(out, id.number);
}

void append_id(std::string& out, draft_id id) {
  out += 'd';
  append_number(out, id.number);
}

void append_time(std::string& out, time_point when) {
  using namespace std::chrono;
  when = std::clamp(when, earliest, latest);
  auto const day = floor<days>(when);
  year_month_day const date(day);
  hh_mm_ss const clock(when - day);
  auto const part = [&](auto value, int width, char after) {
    append_padded(out, static_cast<unsigned>(value), width);
    out += after;
  };
  out += '"';
  part(int(date.year()), 4, '-');
  part(unsigned(date.month()), 2, '-');
  part(unsigned(date.day()), 2, 'T');
  part(clock.hours().count(), 2, ':');
  part(clock.minutes().count(), 2, ':');
  part(clock.seconds().count(), 2, '.');
  part(clock.subseconds().count(), 3, 'Z');
  out += '"';
}

std::string write_time(time_point when) {
  std::string quoted;
  append_time(quoted, when);
  return quoted.substr(1, quoted.size() - 2);
}

}  // namespace viab::protocol
