// What both kinds of import work with, and how far one has come.
#pragma once

#include "imports/teams.hpp"
#include "ports/audit_log.hpp"
#include "ports/background.hpp"
#include "ports/bulk_store.hpp"
#include "ports/fingerprint.hpp"
#include "ports/world.hpp"

#include <boost/asio/awaitable.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace viab::app {

struct import_tools {
  ports::directory_store& directory;
  ports::bulk_store& bulk;
  ports::audit_log& audit;
  ports::background& aside;
  ports::clock const& clock;
  ports::dice& dice;
  ports::fingerprint const& prints;
};

// What a file comes to.
struct import_report {
  std::string fingerprint;           // of its bytes
  std::vector<std::string> headers;  // as they stand in it
  int made = 0;
  int changed = 0;
  int same = 0;
  imports::problem_list problems;
};

enum class import_state : std::uint8_t {
  running,
  done,     // possibly with problems: lines that another one overtook
  refused,  // something had moved since the check; nothing was changed
  stopped   // the server could not go on; what was written stays
};

struct import_job {
  std::string id;
  std::string owner;  // the identity that asked for it
  imports::kind of = imports::kind::people;
  import_state state = import_state::running;
  int written = 0;   // rows
  int to_write = 0;  // known when it has been checked
  import_report report;
};

// Reading: so many in one transaction.
inline constexpr std::size_t rows_in_read = 500;
// Writing: live sessions wait no longer than for these, and most of the time for nothing.
inline constexpr std::size_t rows_in_write = 50;
inline constexpr auto between_writes = std::chrono::milliseconds(10);

// The part of `all` from `from` on, at most `most` of it.
template <class Row>
std::vector<Row> slice_of(std::vector<Row> const& all, std::size_t from, std::size_t most) {
  auto const end = std::min(all.size(), from + most);
  return {all.begin() + static_cast<std::ptrdiff_t>(from),
          all.begin() + static_cast<std::ptrdiff_t>(end)};
}

// Does it on the other thread and hands out what it returned. T has a default value.
template <class T>
boost::asio::awaitable<T> done_aside(ports::background& aside, std::function<T()> work) {
  auto const made = std::make_shared<T>();
  std::function<void()> job = [todo = std::move(work), made] { *made = todo(); };
  auto pending = aside.run(std::move(job));
  co_await std::move(pending);
  co_return std::move(*made);
}

// Leaves the writer to live sessions for a while.
boost::asio::awaitable<void> make_way();

using people_by_address = std::unordered_map<std::string, directory::person>;

boost::asio::awaitable<imports::by_name<directory::organisation_id>> organisations_by_name(
    import_tools);
// Those that the file names in these columns, a part at a time.
boost::asio::awaitable<people_by_address> people_named_in(import_tools,
                                                          std::shared_ptr<imports::table const>,
                                                          std::vector<imports::column>);

}  // namespace viab::app
