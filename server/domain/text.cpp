#include "domain/text.hpp"

#include <cstdint>

namespace viab {
namespace {

struct decoded {
  std::uint32_t code = 0;
  std::size_t bytes = 0;  // 0 when invalid
};

std::size_t length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

decoded decode(std::string_view s, std::size_t at) {
  auto const lead = static_cast<unsigned char>(s[at]);
  auto const bytes = length_of(lead);
  if (bytes == 0 || at + bytes > s.size()) return {};
  if (bytes == 1) return {lead, 1};
  std::uint32_t code = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    auto const next = static_cast<unsigned char>(s[at + i]);
    if ((next & 0xC0U) != 0x80U) return {};
    code = (code << 6) | (next & 0x3FU);
  }
  bool const overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
  bool const surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (overlong || surrogate || code > 0x10FFFF) return {};
  return {code, bytes};
}

// Control characters and the marks that turn the direction of what follows could make a card show
// something else than what it says.
bool unwanted(std::uint32_t code) {
  bool const control = (code < 0x20 && code != '\n') || (code >= 0x7F && code < 0xA0);
  bool const direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return control || direction || code == 0xFEFF;
}

bool blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

}  // namespace

std::optional<int> count_characters(std::string_view utf8) {
  int count = 0;
  for (std::size_t at = 0; at < utf8.size(); ++count) {
    auto const one = decode(utf8, at);
    if (one.bytes == 0) return std::nullopt;
    at += one.bytes;
  }
  return count;
}

std::string tidied(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    auto const one = decode(utf8, at);
    if (one.bytes == 0) return std::string(utf8);  // left as it is; make() refuses it
    if (one.code == '\t') {
      out += ' ';
    } else if (!unwanted(one.code)) {
      out.append(utf8, at, one.bytes);
    }
    at += one.bytes;
  }
  std::size_t first = 0;
  std::size_t last = out.size();
  while (first < last && blank(out[first])) ++first;
  while (last > first && blank(out[last - 1])) --last;
  return out.substr(first, last - first);
}

}  // namespace viab
