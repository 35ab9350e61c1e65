#include "domain/encoding.hpp"

#include <cstddef>
#include <cstdint>

namespace viab {
namespace {

constexpr std::string_view base64_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base64url_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view hex_alphabet = "0123456789abcdef";

// All of these alphabets have a power of two of characters: each stands for `bits` bits.
std::string to_text(std::string_view bytes, std::string_view alphabet, unsigned bits) {
  std::string text;
  std::uint32_t waiting = 0;
  unsigned have = 0;
  for (char const c : bytes) {
    waiting = (waiting << 8) | static_cast<unsigned char>(c);
    have += 8;
    while (have >= bits) {
      have -= bits;
      text += alphabet[(waiting >> have) & ((1U << bits) - 1)];
    }
    waiting &= (1U << have) - 1;
  }
  if (have > 0) text += alphabet[(waiting << (bits - have)) & ((1U << bits) - 1)];
  return text;
}

std::optional<std::string> to_bytes(std::string_view text, std::string_view alphabet,
                                    unsigned bits) {
  std::string bytes;
  std::uint32_t waiting = 0;
  unsigned have = 0;
  for (char const c : text) {
    auto const value = alphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    waiting = (waiting << bits) | static_cast<std::uint32_t>(value);
    have += bits;
    if (have >= 8) {
      have -= 8;
      bytes += static_cast<char>((waiting >> have) & 0xff);
    }
    waiting &= (1U << have) - 1;
  }
  if (have >= bits || waiting != 0) return std::nullopt;
  return bytes;
}

}  // namespace

std::string to_base64(std::string_view bytes) {
  auto text = to_text(bytes, base64_alphabet, 6);
  text.append((4 - text.size() % 4) % 4, '=');
  return text;
}

std::string to_base64url(std::string_view bytes) { return to_text(bytes, base64url_alphabet, 6); }

std::string to_base32(std::string_view bytes, std::string_view alphabet) {
  return to_text(bytes, alphabet, 5);
}

std::optional<std::string> from_base64url(std::string_view text) {
  return to_bytes(text, base64url_alphabet, 6);
}

std::optional<std::string> from_base32(std::string_view text, std::string_view alphabet) {
  return to_bytes(text, alphabet, 5);
}

std::optional<std::string> from_hex(std::string_view text) {
  return to_bytes(text, hex_alphabet, 4);
}

bool equal_in_constant_time(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  unsigned volatile differs = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    differs = differs | static_cast<unsigned char>(one[i] ^ other[i]);
  }
  return differs == 0;
}

}  // namespace viab
