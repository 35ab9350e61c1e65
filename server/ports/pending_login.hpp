// A login that went to an identity provider and has not come back: what is kept until it does.
#pragma once

#include "domain/actor.hpp"

#include <string>

namespace viab::ports {

// Kept under state_hash. Whoever comes back takes it: looked up and deleted in one go, so that a
// second time finds nothing. What is past `until` may be deleted at any time.
struct pending_login {
  std::string state_hash;  // SHA-256, hex; the state itself is kept nowhere
  std::string issuer;      // of the settings with which it was started
  std::string nonce;
  std::string verifier;      // PKCE
  std::string browser_hash;  // SHA-256, hex, of the secret in the cookie of the browser that asked
  std::string return_to;     // where the browser goes afterwards; the caller's, not looked at
  time_point started_at;
  time_point until;
};

}  // namespace viab::ports
