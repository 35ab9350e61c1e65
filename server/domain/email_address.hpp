// An e-mail address that can be put in an envelope and a header as it is.
#pragma once

#include "domain/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace viab {

// name@host.tld in ASCII: letters, digits and what RFC 5322 allows without quotes; the host has a
// dot. So it holds no space, comma, bracket, quote or line end. At most 254 characters.
class email_address {
public:
  // Spaces at both ends are left out. `malformed`, detail "email".
  static result<email_address> make(std::string_view typed);

  std::string const& value() const { return value_; }
  std::string host() const { return value_.substr(value_.rfind('@') + 1); }
  auto operator<=>(email_address const&) const = default;

private:
  explicit email_address(std::string value) : value_(std::move(value)) {}
  std::string value_;
};

}  // namespace viab
