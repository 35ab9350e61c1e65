// Bytes as text: base64, base64url, base32 and hexadecimal (RFC 4648), and back where it is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace viab {

std::string to_base64(std::string_view bytes);                             // with padding
std::string to_base64url(std::string_view bytes);                          // without padding
std::string to_base32(std::string_view bytes, std::string_view alphabet);  // without padding
inline constexpr std::string_view base32_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

// Strict: nothing for other characters, padding, impossible lengths and bits that lead nowhere, so
// that one text stands for one row of bytes.
std::optional<std::string> from_base64url(std::string_view text);
std::optional<std::string> from_base32(std::string_view text, std::string_view alphabet);
std::optional<std::string> from_hex(std::string_view text);

// Takes the same time wherever two texts of one length differ.
bool equal_in_constant_time(std::string_view one, std::string_view other);

}  // namespace viab
