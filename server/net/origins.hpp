// Which web pages may change something here: an exact list, taken from public_url.
#pragma once

#include "net/config.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace viab::net {

// "https://viab.example:8443/path" → "https://viab.example:8443"; lower case, default port left
// out. Empty when it is no http(s) address.
std::string origin_of(std::string_view url);

class allowed_origins {
public:
  allowed_origins() = default;
  // `ports`: where the server listens on loopback; pages from there are allowed too.
  allowed_origins(std::string_view public_url, std::vector<std::uint16_t> const& loopback_ports);

  // Byte for byte, as browsers write it. Missing and "null" are not.
  bool allows(std::string_view origin) const;
  std::vector<std::string> const& list() const { return list_; }

private:
  std::vector<std::string> list_;
};

}  // namespace viab::net
