// Codes on paper for when the phone is gone: each works once, and only its hash is kept.
#pragma once

#include "ports/fingerprint.hpp"
#include "ports/world.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::totp {

struct recovery_codes {
  std::vector<std::string> shown;   // once: "KQ7M3X-VN0P2R-…", 24 characters of Crockford's
  std::vector<std::string> hashes;  // to be stored
};

// 120 random bits each, so that a fast hash is enough (ASVS 6.5.2 asks a slow one below 112).
recovery_codes make_recovery_codes(ports::dice&, ports::fingerprint const&, int count = 10);

// The hashes that remain to be stored when `typed` is one of the codes; otherwise nothing.
// Capitals, spaces and hyphens do not matter, O is read as 0, I and L as 1.
std::optional<std::vector<std::string>> after_using(std::vector<std::string> hashes,
                                                    std::string_view typed,
                                                    ports::fingerprint const&);

}  // namespace viab::totp
