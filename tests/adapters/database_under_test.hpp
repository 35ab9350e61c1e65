// A database in a folder of its own, with both stores, that a test can close and open again.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "adapters/sqlite/opening.hpp"
#include "adapters/sqlite/sqlite_event_store.hpp"
#include "adapters/sqlite/sqlite_team_store.hpp"
#include "support/event_loop.hpp"
#include "support/stored.hpp"
#include "support/temporary_folder.hpp"

#include <memory>
#include <string>

namespace viab::tests {

class database_under_test {
public:
  explicit database_under_test(std::filesystem::path folder,
                               std::chrono::milliseconds longest_read = std::chrono::seconds(5))
      : folder_(std::move(folder)), longest_read_(longest_read) {
    open();
  }
  void open() {
    close();
    open_ = std::make_unique<opened>(folder_, longest_read_);
  }
  void close() { open_.reset(); }

  adapters::sqlite::database& database() { return open_->database; }
  adapters::sqlite_event_store& events() { return open_->events; }
  adapters::sqlite_team_store& teams() { return open_->teams; }

  void append(ports::append_batch batch) { loop.await(events().append(std::move(batch))); }
  // Its last seq, 0 when there is none.
  std::uint64_t last_seq(std::string const& session) {
    auto const loaded = loop.await(events().load(session_id{session}));
    return loaded.events.empty() ? 0 : loaded.events.back().seq;
  }
  event_loop loop;

private:
  struct opened {
    opened(std::filesystem::path const& folder, std::chrono::milliseconds longest)
        : database({folder, 2, longest}) {}
    adapters::sqlite::database database;
    adapters::sqlite_event_store events{database};
    adapters::sqlite_team_store teams{database};
  };
  std::filesystem::path folder_;
  std::chrono::milliseconds longest_read_;
  std::unique_ptr<opened> open_;
};

}  // namespace viab::tests
