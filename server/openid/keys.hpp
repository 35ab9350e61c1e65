// The public keys of a provider (JWKS, RFC 7517).
#pragma once

#include "openid/problem.hpp"
#include "ports/token_signatures.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::openid {

struct provider_key {
  std::string kid;                               // empty: it has none
  bool elliptic = false;                         // P-256, otherwise RSA
  std::optional<ports::jws_algorithm> only_for;  // when the key says so
  std::string json;                              // its public members and nothing else
};

// Keys that are not for signatures, of other kinds, or unreadable are left out: a provider may have
// them too. Problem: provider_answer_unreadable.
checked<std::vector<provider_key>> read_keys(std::string_view json);

// The key that a token names, if it goes with the algorithm. A token without a kid can only mean
// the one key that goes with the algorithm.
std::optional<provider_key> find_key(std::vector<provider_key> const& keys, std::string_view kid,
                                     ports::jws_algorithm algorithm);

}  // namespace viab::openid
