// The header of an ID token: which algorithm and key it names, before anything of it is believed.
#pragma once

#include "openid/problem.hpp"
#include "ports/token_signatures.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::openid {

struct token_header {
  ports::jws_algorithm algorithm{};
  std::string kid;  // empty: none
};

std::optional<ports::jws_algorithm> algorithm_named(std::string_view name);

// Keys and addresses of keys in the header (jwk, jku, x5c, x5u) are not looked at. Problems:
// token_unreadable, algorithm_refused, token_type_wrong, critical_header.
checked<token_header> read_token_header(std::string_view token,
                                        std::vector<ports::jws_algorithm> const& accepted);

}  // namespace viab::openid
