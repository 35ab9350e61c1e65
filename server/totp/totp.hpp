// Codes of an authenticator app: six digits, thirty seconds, HMAC-SHA-1 (RFC 6238), as all apps
// know.
#pragma once

#include "domain/actor.hpp"
#include "ports/keyed_hash.hpp"
#include "ports/world.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace viab::totp {

inline constexpr std::size_t secret_bytes = 20;

// The number of thirty seconds since 1970; only times from then on.
using step = std::int64_t;
step step_at(time_point when);

std::string make_secret(ports::dice&);  // secret_bytes of them
// As it is typed when no QR code can be read: base32 in groups of four, "JBSW Y3DP …".
std::string shown_secret(std::string_view secret);
// What the QR code holds: "otpauth://totp/Via%20B:ada?secret=…&issuer=Via%20B…". Neither may hold a
// colon; it is replaced by a space.
std::string app_uri(std::string_view issuer, std::string_view account, std::string_view secret);

std::string code_at(ports::keyed_hash const&, std::string_view secret, step);

// The step of which `typed` is the code, to be stored as the last used one; nothing when it is
// wrong or was used. One step before and after count too, because clocks differ and people are
// slow. Spaces are left out. Takes the same time whichever digit is wrong.
std::optional<step> accepted_step(ports::keyed_hash const&, std::string_view secret,
                                  std::string_view typed, time_point now,
                                  std::optional<step> last_used);

}  // namespace viab::totp
