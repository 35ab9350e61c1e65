#include "adapters/sqlite/sqlite_event_store.hpp"

#include "adapters/sqlite/event_rows.hpp"
#include "adapters/sqlite/outcome_rows.hpp"

namespace viab::adapters {
namespace {

void forget_round(sqlite::connection& db, session_id const& session, std::string const& round) {
  db.run("delete from handled where session = ? and sealed_round = ?", session, round);
}

void write_batch(sqlite::write_scope& scope, ports::append_batch const& batch) {
  auto& db = scope.db;
  // Nobody asks again after the close, except whoever sent a command of this very batch.
  if (batch.summary && batch.summary->state == "closed") {
    sqlite::forget_handled(db, batch.session);
  }
  sqlite::write_log(db, batch);
  for (auto const& round : batch.closed_rounds) forget_round(db, batch.session, round);
  if (batch.summary) sqlite::write_summary(db, *batch.summary);
  if (batch.outcome) {
    auto closed_at = batch.summary ? batch.summary->closed_at : std::nullopt;
    if (!closed_at && !batch.events.empty()) closed_at = batch.events.back().at;
    sqlite::write_outcome(db, *batch.outcome, closed_at);
  }
  scope.forget = !batch.closed_rounds.empty();
}

}  // namespace

boost::asio::awaitable<void> sqlite_event_store::append(ports::append_batch batch) {
  sqlite::writer::work work = [kept = std::move(batch)](sqlite::write_scope& scope) {
    write_batch(scope, kept);
  };
  auto pending = database_.writes().write(std::move(work));
  co_await std::move(pending);
}

boost::asio::awaitable<ports::loaded_session> sqlite_event_store::load(session_id id) {
  std::function<ports::loaded_session(sqlite::connection&)> work = [id](sqlite::connection& db) {
    return sqlite::read_session(db, id);
  };
  auto pending = database_.reads().read(std::move(work));
  auto loaded = co_await std::move(pending);
  loaded.epoch = epoch();
  co_return loaded;
}

boost::asio::awaitable<std::vector<session_id>> sqlite_event_store::live_sessions() {
  std::function<std::vector<session_id>(sqlite::connection&)> work = sqlite::read_live_sessions;
  auto pending = database_.reads().read(std::move(work));
  co_return co_await std::move(pending);
}

}  // namespace viab::adapters
