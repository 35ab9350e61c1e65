// Signatures of tokens by cjose.
#pragma once

#include "ports/token_signatures.hpp"

namespace viab::adapters {

class cjose_token_signatures : public ports::token_signatures {
public:
  std::optional<std::string> open(std::string_view token, std::string const& public_key,
                                  ports::jws_algorithm) const override;
  std::string sign(std::string const& payload, std::string const& private_key,
                   ports::jws_algorithm) const override;
  std::string public_part(std::string const& private_key) const override;
  std::string make_key(std::string const& kid) const override;
};

}  // namespace viab::adapters
