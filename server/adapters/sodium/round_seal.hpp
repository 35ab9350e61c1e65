// Seals the ballots of one secret round with libsodium (design: anonymity).
#pragma once

#include "ports/vault.hpp"

#include <cstddef>
#include <memory>
#include <string_view>

namespace viab::adapters {

inline constexpr std::size_t round_key_bytes = 32;

// HMAC-SHA-256 for pseudonyms, XChaCha20-Poly1305 with a random nonce for ballots, each under a key
// of its own made from `key`. The copies are wiped when the seal goes. `key` has round_key_bytes.
std::shared_ptr<ports::round_seal const> make_round_seal(std::string_view key);

}  // namespace viab::adapters
