#include "adapters/files/file_vault.hpp"

#include "adapters/files/key_file.hpp"
#include "domain/ensure.hpp"

#include <sodium.h>

namespace viab::adapters {

file_vault::file_vault(std::filesystem::path folder, seal_maker make_seal)
    : folder_(std::move(folder)), make_seal_(std::move(make_seal)) {
  VIAB_ENSURE(sodium_init() >= 0);
  make_private_folder(folder_);
  tidy_keys(folder_);
}

boost::asio::awaitable<file_vault::seal> file_vault::open_round(std::string round) {
  std::function<seal()> work = [this, round] {
    if (auto const known = read_key(key_path(folder_, round))) return make_seal_(known->key);
    auto const made = make_key(folder_, round);
    return make_seal_(made.key);
  };
  co_return co_await thread_.run(std::move(work));
}

boost::asio::awaitable<file_vault::seal> file_vault::find_round(std::string round) {
  std::function<seal()> work = [this, round] {
    auto const known = read_key(key_path(folder_, round));
    return known ? make_seal_(known->key) : seal{};
  };
  co_return co_await thread_.run(std::move(work));
}

boost::asio::awaitable<void> file_vault::destroy(std::string round) {
  std::function<void()> work = [this, round] { destroy_key(key_path(folder_, round)); };
  co_return co_await thread_.run(std::move(work));
}

boost::asio::awaitable<std::vector<std::string>> file_vault::rounds() {
  std::function<std::vector<std::string>()> work = [this] { return tidy_keys(folder_); };
  co_return co_await thread_.run(std::move(work));
}

}  // namespace viab::adapters
