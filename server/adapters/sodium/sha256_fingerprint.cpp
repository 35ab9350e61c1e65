#include "adapters/sodium/sha256_fingerprint.hpp"

#include <sodium.h>

#include <array>

namespace viab::adapters {

std::string sha256_fingerprint::of(std::string_view secret) const {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(secret.data()),
                     secret.size());
  std::string hex(2 * hash.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

}  // namespace viab::adapters
