#include "adapters/sqlite/sqlite_outcome_repair.hpp"

#include "adapters/sqlite/event_rows.hpp"
#include "adapters/sqlite/outcome_rows.hpp"
#include "adapters/sqlite/told.hpp"

namespace viab::adapters {

using sqlite::connection;

boost::asio::awaitable<std::vector<session_id>> sqlite_outcome_repair::sessions_in_log() {
  return database_.reads().read<std::vector<session_id>>([](connection& db) {
    auto answer = db.query("select session from events where seq = 1 order by row_number");
    std::vector<session_id> all;
    while (answer.next()) all.push_back({answer.text(0)});
    return all;
  });
}

boost::asio::awaitable<int> sqlite_outcome_repair::complete(
    ports::session_summary summary, std::optional<ports::session_outcome> outcome) {
  return sqlite::told<int>(database_, [=](connection& db) {
    int made = 0;
    if (!sqlite::find_summary(db, summary.id)) {
      sqlite::write_summary(db, summary);
      ++made;
    }
    if (outcome) made += sqlite::complete_outcome(db, *outcome, summary.closed_at);
    return made;
  });
}

}  // namespace viab::adapters
