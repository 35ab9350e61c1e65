#include "adapters/openssl/openssl_keyed_hash.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <stdexcept>

namespace viab::adapters {

std::array<std::uint8_t, 20> openssl_keyed_hash::hmac_sha1(std::string_view key,
                                                           std::string_view message) const {
  std::array<std::uint8_t, 20> out{};
  unsigned size = 0;
  auto const* const done = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
                                reinterpret_cast<unsigned char const*>(message.data()),
                                message.size(), out.data(), &size);
  if (done == nullptr || size != out.size()) throw std::runtime_error("HMAC-SHA-1 does not work");
  return out;
}

}  // namespace viab::adapters
