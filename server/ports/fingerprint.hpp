// The fingerprint of a secret: what is stored of cookies and links in place of themselves.
#pragma once

#include <string>
#include <string_view>

namespace viab::ports {

class fingerprint {
public:
  virtual ~fingerprint() = default;
  // SHA-256 as 64 hexadecimal digits. Secrets are long and random, so no slow hash is needed.
  virtual std::string of(std::string_view secret) const = 0;
};

}  // namespace viab::ports
