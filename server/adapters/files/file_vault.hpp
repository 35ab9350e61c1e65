// The keys of secret rounds, each in a file of its own: synced before use, wiped at the end.
#pragma once

#include "adapters/worker_thread.hpp"
#include "ports/vault.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace viab::adapters {

// Files are `{folder}/{hash of the round's name}.key`, mode 0600, in a folder of mode 0700. All
// work is done on a thread of its own, so that the event loop never waits for a disk; what the disk
// refuses is thrown as std::system_error. Backups never take this folder along.
class file_vault : public ports::vault {
public:
  // Makes a seal of 32 key bytes (adapters/sodium).
  using seal_maker = std::function<seal(std::string_view key)>;

  // Makes the folder; finishes what a crash left half done.
  file_vault(std::filesystem::path folder, seal_maker);

  boost::asio::awaitable<seal> open_round(std::string round) override;
  boost::asio::awaitable<seal> find_round(std::string round) override;
  boost::asio::awaitable<void> destroy(std::string round) override;
  boost::asio::awaitable<std::vector<std::string>> rounds() override;

private:
  std::filesystem::path folder_;
  seal_maker make_seal_;
  worker_thread thread_;
};

}  // namespace viab::adapters
