// The keys of secret rounds: each in a file of its own, in no database, log or backup.
#pragma once

#include "domain/ids.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::ports {

// Seals ballots under one round's key: authenticated encryption, padded to one size.
class round_seal {
public:
  virtual ~round_seal() = default;
  // HMAC(round key, who), as text; the same for the same person within the round.
  virtual ballot_key pseudonym(std::string_view who) const = 0;
  virtual std::string seal(std::string_view plain, std::size_t padded_to) const = 0;
  // Nothing when it was not sealed with this key, or was changed.
  virtual std::optional<std::string> open(std::string_view sealed) const = 0;
};

class vault {
public:
  using seal = std::shared_ptr<round_seal const>;

  virtual ~vault() = default;
  // The round's key; made, written and synced (file and folder) when there is none. `round` is
  // "{session}.{step}.{number}".
  virtual boost::asio::awaitable<seal> open_round(std::string round) = 0;
  // Nothing when the key is gone.
  virtual boost::asio::awaitable<seal> find_round(std::string round) = 0;
  // Gone for good; no error when there was none.
  virtual boost::asio::awaitable<void> destroy(std::string round) = 0;
  virtual boost::asio::awaitable<std::vector<std::string>> rounds() = 0;
};

}  // namespace viab::ports
