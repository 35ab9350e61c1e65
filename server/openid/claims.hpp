// What an ID token says once its signature holds: who signed in, and whether it was meant for us.
#pragma once

#include "openid/problem.hpp"
#include "openid/provider.hpp"
#include "ports/pending_login.hpp"

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace viab::openid {

// Which account somebody has here. An e-mail address is never part of it: another issuer may say
// the same one, and it may be given to somebody else.
struct account_key {
  std::string issuer;   // of the token, so of one tenant
  std::string subject;  // at most 255 bytes
  auto operator<=>(account_key const&) const = default;
};

struct signed_in_person {
  account_key account;
  // To show and nothing else: not checked by us, perhaps not by the provider. Possibly empty.
  std::string name;
  std::string email;
  std::string tenant;                // tid
  std::string object_id;             // oid
  std::string level;                 // acr
  std::vector<std::string> methods;  // amr: "pwd", "otp", "mfa" …
};

// `payload` is the signed text. Problems: those of the ID token in problem.hpp.
checked<signed_in_person> read_claims(std::string_view payload, provider_settings const&,
                                      ports::pending_login const&, time_point now);

}  // namespace viab::openid
