// The database of one data folder: one writer, a few readers, and a lock that keeps others out.
#pragma once

#include "adapters/sqlite/directory_lock.hpp"
#include "adapters/sqlite/open_failure.hpp"
#include "adapters/sqlite/readers.hpp"
#include "adapters/sqlite/writer.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

namespace viab::adapters::sqlite {

struct database_settings {
  std::filesystem::path folder;  // made when there is none
  int readers = 2;
  std::chrono::milliseconds longest_read{5000};
};

// Outlived by the executors of everybody who waits for it.
class database {
public:
  // Throws open_failure with a sentence for who runs the server.
  explicit database(database_settings);

  writer& writes() { return writer_; }
  readers& reads() { return readers_; }
  // Changes when a backup was restored.
  std::string const& epoch() const { return epoch_; }
  writing_health health() const { return writer_.health(); }
  writing_counts counts() const { return writer_.counts(); }
  // Writes one small row: `health` is up to date afterwards. Throws store_failure.
  boost::asio::awaitable<void> try_writing();

private:
  static std::unique_ptr<connection> open(database_settings const&, std::string& epoch);

  database_settings settings_;
  struct checked {
    explicit checked(std::filesystem::path const& folder);
  } folder_;  // looked at before the lock is taken
  directory_lock lock_;
  std::string epoch_;
  writer writer_;
  readers readers_;
};

}  // namespace viab::adapters::sqlite
