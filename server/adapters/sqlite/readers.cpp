#include "adapters/sqlite/readers.hpp"

#include "adapters/sqlite/failures.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace viab::adapters::sqlite {
namespace {

constexpr int steps_between_looks = 20'000;  // of SQLite's machine: well below a millisecond

}  // namespace

reader::reader(std::filesystem::path const& file, std::chrono::milliseconds longest)
    : longest_(longest), db_(file, SQLite::OPEN_READONLY) {
  db_.set("pragma query_only = on");
  db_.set("pragma cache_size = -16384");
  sqlite3_progress_handler(db_.handle(), steps_between_looks, &reader::is_too_late, this);
}

reader::~reader() = default;

int reader::is_too_late(void* self) {
  return std::chrono::steady_clock::now() > static_cast<reader*>(self)->deadline_ ? 1 : 0;
}

void reader::rethrow(SQLite::Exception const& failure) {
  std::rethrow_exception(as_failure(meaning_of(failure, sqlite3_system_errno(db_.handle())),
                                    failure.what()));
}

reader::transaction::transaction(reader& of) : of_(of) {
  of_.deadline_ = std::chrono::steady_clock::now() + of_.longest_;
  try {
    of_.db_.run("begin");
  } catch (SQLite::Exception const& failure) {
    of_.rethrow(failure);
  }
}

reader::transaction::~transaction() {
  of_.deadline_ = std::chrono::steady_clock::time_point::max();
  try {
    if (of_.db_.in_transaction()) of_.db_.run("rollback");
  } catch (SQLite::Exception const&) {
    // Nothing was written; the next `begin` will say that this connection is of no use.
  }
}

readers::readers(std::filesystem::path const& file, int count, std::chrono::milliseconds longest) {
  for (int i = 0; i < count; ++i) seats_.push_back(std::make_unique<seat>(file, longest));
}

readers::seat& readers::least_busy() {
  auto const fewer = [](auto const& a, auto const& b) { return a->waiting < b->waiting; };
  return **std::min_element(seats_.begin(), seats_.end(), fewer);
}

}  // namespace viab::adapters::sqlite
