// HMAC-SHA-1 (RFC 2104), which the codes of authenticator apps are made with (RFC 6238).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace viab::ports {

class keyed_hash {
public:
  virtual ~keyed_hash() = default;
  virtual std::array<std::uint8_t, 20> hmac_sha1(std::string_view key,
                                                 std::string_view message) const = 0;
};

}  // namespace viab::ports
