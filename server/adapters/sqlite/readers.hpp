// One or two threads that read, each with a read-only connection and a limit on its time.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "adapters/worker_thread.hpp"

#include <boost/asio/awaitable.hpp>

#include <atomic>
#include <chrono>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace viab::adapters::sqlite {

// One read-only connection; a piece of work is one read transaction.
class reader {
public:
  reader(std::filesystem::path const& file, std::chrono::milliseconds longest);
  ~reader();

  // Throws store_failure; retryable when it was stopped because it took too long, so that the log
  // can always be truncated soon.
  template <class T>
  T read(std::function<T(connection&)> const& work) {
    transaction one(*this);
    try {
      return work(db_);
    } catch (SQLite::Exception const& failure) {
      rethrow(failure);
    }
  }

private:
  class transaction {
  public:
    explicit transaction(reader&);
    ~transaction();

  private:
    reader& of_;
  };

  static int is_too_late(void* self);
  [[noreturn]] void rethrow(SQLite::Exception const&);

  std::chrono::milliseconds longest_;
  std::chrono::steady_clock::time_point deadline_;
  connection db_;
};

class readers {
public:
  readers(std::filesystem::path const& file, int count, std::chrono::milliseconds longest);

  template <class T>
  boost::asio::awaitable<T> read(std::function<T(connection&)> work) {
    auto& chosen = least_busy();
    std::function<T()> job = [&chosen, todo = std::move(work)] {
      turn_taken mine(chosen);
      return chosen.reads.template read<T>(todo);
    };
    ++chosen.waiting;
    co_return co_await chosen.thread.run(std::move(job));
  }

private:
  struct seat {
    seat(std::filesystem::path const& file, std::chrono::milliseconds longest)
        : reads(file, longest) {}
    std::atomic<int> waiting = 0;
    reader reads;
    worker_thread thread;
  };
  struct turn_taken {
    explicit turn_taken(seat& mine) : of(mine) {}
    ~turn_taken() { --of.waiting; }
    seat& of;
  };

  seat& least_busy();

  std::vector<std::unique_ptr<seat>> seats_;
};

}  // namespace viab::adapters::sqlite
