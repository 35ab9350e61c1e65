#include "adapters/system/system_dice.hpp"

#include "domain/ensure.hpp"

#include <sodium.h>

#include <array>
#include <string_view>
#include <vector>

namespace viab::adapters {

system_dice::system_dice() { VIAB_ENSURE(sodium_init() >= 0); }

std::string system_dice::token(std::size_t bytes) {
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::vector<unsigned char> raw(bytes);
  randombytes_buf(raw.data(), raw.size());
  std::string text(sodium_base64_ENCODED_LEN(bytes, variant), '\0');
  sodium_bin2base64(text.data(), text.size(), raw.data(), raw.size(), variant);
  text.pop_back();  // the closing zero that libsodium writes
  return text;
}

std::string system_dice::join_code() {
  // Five bits a character: no character is likelier than another.
  static constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  static_assert(crockford.size() == 32);
  std::array<unsigned char, 8> raw;
  randombytes_buf(raw.data(), raw.size());
  std::string code;
  for (auto byte : raw) code += crockford[byte & 31];
  return code;
}

}  // namespace viab::adapters
