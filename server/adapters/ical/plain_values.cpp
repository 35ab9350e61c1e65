#include "adapters/ical/plain_values.hpp"

#include "domain/text.hpp"

#include <algorithm>

namespace viab::adapters {

std::string plain_uri(std::string_view uri) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view unsafe = "\"<>\\^`{|}";
  std::string plain;
  for (char const c : uri) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && unsafe.find(c) == std::string_view::npos) {
      plain += c;
    } else {
      plain += {'%', digits[byte >> 4], digits[byte & 0xFU]};
    }
  }
  return plain;
}

std::string plain_parameter(std::string_view value) {
  auto plain = tidied(value);
  std::replace(plain.begin(), plain.end(), '\n', ' ');
  std::replace(plain.begin(), plain.end(), '"', '\'');
  return plain;
}

}  // namespace viab::adapters
