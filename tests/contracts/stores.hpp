// Both kinds of stores under one face, so that one contract is put to both.
#pragma once

#include "adapters/memory/memory_event_store.hpp"
#include "adapters/sqlite/sqlite_event_store.hpp"
#include "adapters/sqlite/sqlite_team_store.hpp"
#include "support/event_loop.hpp"
#include "support/stored.hpp"
#include "support/temporary_folder.hpp"

#include <memory>
#include <string>
#include <vector>

namespace viab::tests {

class stores_in_memory {
public:
  ports::event_store& events() { return stores_.events; }
  ports::team_store& teams() { return stores_.teams; }
  void reopen() {}
  event_loop loop;

private:
  adapters::memory_stores stores_;
};

class stores_in_sqlite {
public:
  stores_in_sqlite() { reopen(); }
  ports::event_store& events() { return open_->events; }
  ports::team_store& teams() { return open_->teams; }
  adapters::sqlite::database& database() { return open_->database; }
  std::filesystem::path const& folder() const { return folder_.path(); }
  // As after a restart of the server.
  void reopen() {
    open_.reset();
    open_ = std::make_unique<opened>(folder_.path());
  }
  void close() { open_.reset(); }
  event_loop loop;

private:
  struct opened {
    explicit opened(std::filesystem::path const& folder) : database({folder, 2}) {}
    adapters::sqlite::database database;
    adapters::sqlite_event_store events{database};
    adapters::sqlite_team_store teams{database};
  };
  temporary_folder folder_;
  std::unique_ptr<opened> open_;
};

template <class Stores>
void append(Stores& stores, ports::append_batch batch) {
  stores.loop.await(stores.events().append(std::move(batch)));
}

template <class Stores>
ports::loaded_session load(Stores& stores, std::string const& session) {
  return stores.loop.await(stores.events().load(session_id{session}));
}

}  // namespace viab::tests
