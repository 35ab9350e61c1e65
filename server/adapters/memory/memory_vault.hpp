// Round keys in memory, for tests: the seal hides and checks well enough to notice mistakes.
#pragma once

#include "ports/vault.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace viab::adapters {

class memory_vault : public ports::vault {
public:
  explicit memory_vault(std::uint64_t seed = 1) : next_key_(seed) {}

  boost::asio::awaitable<seal> open_round(std::string round) override;
  boost::asio::awaitable<seal> find_round(std::string round) override;
  boost::asio::awaitable<void> destroy(std::string round) override;
  boost::asio::awaitable<std::vector<std::string>> rounds() override;

private:
  std::uint64_t next_key_;
  std::map<std::string, seal> keys_;
};

}  // namespace viab::adapters
