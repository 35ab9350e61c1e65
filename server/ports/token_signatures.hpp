// Signed tokens (JWS, RFC 7515) and their keys (JWK, RFC 7517): who signed this, and our own
// signature.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace viab::ports {

// All that there are: none that needs a shared secret, and never "none".
enum class jws_algorithm : std::uint8_t { rs256, ps256, es256 };

class token_signatures {
public:
  virtual ~token_signatures() = default;
  // The payload of `token`, a compact JWS, when its header names this very algorithm and this key
  // signed it; otherwise nothing. `public_key` is a JWK as JSON: RSA of 2048 bits or more, or
  // P-256. Keys that a token brings or points to are not looked at.
  virtual std::optional<std::string> open(std::string_view token, std::string const& public_key,
                                          jws_algorithm) const = 0;
  // A compact JWS with typ "JWT" and the kid of the key, if it has one. Throws
  // std::invalid_argument when `private_key` is not a private JWK that fits the algorithm.
  virtual std::string sign(std::string const& payload, std::string const& private_key,
                           jws_algorithm) const = 0;
  // The key without its secret, as JSON, to publish. Throws std::invalid_argument.
  virtual std::string public_part(std::string const& private_key) const = 0;
  // A new P-256 key for es256, as JSON with its secret.
  virtual std::string make_key(std::string const& kid) const = 0;
};

}  // namespace viab::ports
