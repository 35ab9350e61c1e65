#include "app/rebuild.hpp"

#include "app/outcome_keeper.hpp"
#include "app/session_log.hpp"

namespace viab::app {

boost::asio::awaitable<rebuilt> rebuild(world& outside, ports::outcome_repair& rows) {
  rebuilt done;
  auto const sessions = co_await rows.sessions_in_log();
  for (auto const& id : sessions) {
    session_log log(outside, id);
    co_await log.load();
    std::optional<ports::session_outcome> left;
    if (log.state.now == session::phase::closed) left = stored_outcome_of(log.state);
    done.rows += co_await rows.complete(summary_of(log.state), std::move(left));
    ++done.sessions;
  }
  co_return done;
}

}  // namespace viab::app
