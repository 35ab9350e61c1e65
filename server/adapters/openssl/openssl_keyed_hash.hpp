// HMAC-SHA-1 by OpenSSL: libsodium has none.
#pragma once

#include "ports/keyed_hash.hpp"

namespace viab::adapters {

class openssl_keyed_hash : public ports::keyed_hash {
public:
  // Throws std::runtime_error when libcrypto has no SHA-1 (some hardened set-ups).
  std::array<std::uint8_t, 20> hmac_sha1(std::string_view key,
                                         std::string_view message) const override;
};

}  // namespace viab::adapters
