#include "adapters/curl/mail_headers.hpp"

#include "domain/encoding.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace viab::adapters {
namespace {

// In whole groups of base64, so that "Subject: " or "From: " and a word make a line of at most 76
// characters. Names get what there is: some readers show a space where a name goes on in a next
// word.
constexpr std::size_t bytes_per_subject_word = 39;
constexpr std::size_t bytes_per_name_word = 42;
constexpr std::size_t longest_plain = 60;

std::size_t character_size(unsigned char first) {
  return first < 0x80   ? 1
         : first < 0xc2 ? 0
         : first < 0xe0 ? 2
         : first < 0xf0 ? 3
         : first < 0xf5 ? 4
                        : 0;
}

// The size of the character that begins here, or 0 when none does.
std::size_t character_at(std::string_view text) {
  auto const size = character_size(static_cast<unsigned char>(text[0]));
  if (size == 0 || size > text.size()) return 0;
  auto const rest = text.substr(1, size - 1);
  bool const whole = std::all_of(rest.begin(), rest.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
  });
  return whole ? size : 0;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  while (!text.empty()) {
    auto const size = character_at(text);
    auto const byte = static_cast<unsigned char>(text[0]);
    if (size == 0) {
      line += '?';
    } else if (byte < 0x20 || byte == 0x7f) {
      line += ' ';
    } else {
      line += text.substr(0, size);
    }
    text.remove_prefix(std::max<std::size_t>(1, size));
  }
  return line;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

// Each word holds whole characters.
std::string encoded_words(std::string_view text, std::size_t bytes_per_word) {
  std::string words;
  while (!text.empty()) {
    std::size_t size = 0;
    while (size < text.size()) {
      auto const next = character_at(text.substr(size));
      if (size + next > bytes_per_word) break;
      size += next;
    }
    words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + to_base64(text.substr(0, size));
    words += "?=";
    text.remove_prefix(size);
  }
  return words;
}

bool stands_as_it_is(std::string_view line) {
  return is_ascii(line) && line.size() <= longest_plain && line.find("=?") == std::string::npos;
}

std::string quoted(std::string_view line) {
  std::string back = "\"";
  for (char const c : line) {
    if (c == '"' || c == '\\') back += '\\';
    back += c;
  }
  return back + '"';
}

}  // namespace

std::string header_text(std::string_view text) {
  auto const line = on_one_line(text);
  return stands_as_it_is(line) ? line : encoded_words(line, bytes_per_subject_word);
}

std::string header_address(std::string_view name, email_address const& at) {
  auto const address = '<' + at.value() + '>';
  if (name.empty()) return address;
  auto const line = on_one_line(name);
  // A name of many words fills lines of its own; the address then begins one.
  return stands_as_it_is(line) ? quoted(line) + ' ' + address
                               : encoded_words(line, bytes_per_name_word) + "\r\n " + address;
}

std::string header_date(time_point when) {
  static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  auto const day = std::chrono::floor<std::chrono::days>(when);
  std::chrono::year_month_day const date(day);
  std::chrono::hh_mm_ss const time(std::chrono::floor<std::chrono::seconds>(when - day));
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000",
                days.at(std::chrono::weekday(day).c_encoding()), static_cast<unsigned>(date.day()),
                months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text.data();
}

std::vector<std::string> mail_headers(ports::mail_message const& letter, sender const& from,
                                      std::string_view id, time_point now) {
  std::vector<std::string> lines{
      "Date: " + header_date(now),
      "From: " + header_address(from.name, from.at),
      "To: " + header_address(letter.to_name, letter.to),
      "Subject: " + header_text(letter.subject),
      "Message-ID: <" + std::string(id) + '@' + from.at.host() + '>',
      // So that nobody's holiday answers it (RFC 3834).
      "Auto-Submitted: auto-generated",
  };
  if (letter.reply_to) lines.push_back("Reply-To: " + header_address({}, *letter.reply_to));
  return lines;
}

}  // namespace viab::adapters
