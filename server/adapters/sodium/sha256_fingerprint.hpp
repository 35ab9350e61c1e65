// SHA-256 of cookies and link tokens, by libsodium.
#pragma once

#include "ports/fingerprint.hpp"

namespace viab::adapters {

class sha256_fingerprint : public ports::fingerprint {
public:
  std::string of(std::string_view secret) const override;
};

}  // namespace viab::adapters
