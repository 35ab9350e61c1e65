#include "app/retention.hpp"

#include <spdlog/spdlog.h>

namespace viab::app {
namespace {

namespace asio = boost::asio;

constexpr auto look_every = std::chrono::hours(1);
// At a time, so that no list grows with what there is.
constexpr int most_at_once = 100;

}  // namespace

asio::awaitable<void> retention::look() {
  auto const now = outside_.clock.now();
  if (looking_ || (looked_at_ && now - *looked_at_ < look_every)) co_return;
  looking_ = true;
  looked_at_ = now;
  try {
    auto const gone = co_await let_go_of_all();
    if (gone.anything()) {
      spdlog::info(
          "past its time: own words in {} sessions, {} whole sessions, {} people, {} other rows",
          gone.texts, gone.sessions, gone.people, gone.rows);
    }
  } catch (...) {
    looking_ = false;
    throw;
  }
  looking_ = false;
}

asio::awaitable<let_go> retention::let_go_of_all() {
  let_go gone;
  gone.sessions = co_await whole_sessions();
  gone.texts = co_await texts();
  gone.people = co_await people();
  gone.rows = co_await kept_.tidy(as_, outside_.clock.now());
  co_return gone;
}

asio::awaitable<int> retention::texts() {
  int gone = 0;
  for (;;) {
    auto const due = co_await kept_.texts_due(as_, outside_.clock.now(), most_at_once);
    if (due.empty()) co_return gone;
    for (auto const& id : due) {
      session::forgetting everybody;
      everybody.called = outside_.library.text("person.forgotten", {}, "nl");
      co_await rights_.rewrite(id, std::move(everybody));
      co_await kept_.note_texts_gone(id, outside_.clock.now());
      co_await note("retention_texts", id);
      ++gone;
    }
  }
}

asio::awaitable<int> retention::whole_sessions() {
  int gone = 0;
  for (;;) {
    auto const due = co_await kept_.sessions_due(as_, outside_.clock.now(), most_at_once);
    if (due.empty()) co_return gone;
    for (auto const& id : due) {
      co_await remove(id);
      co_await note("retention_session", id);
      ++gone;
    }
  }
}

asio::awaitable<void> retention::remove(session_id id) {
  co_await sessions_.read_anew(id);
  co_await kept_.remove_session(id);
  co_await destroy_keys(id);
}

asio::awaitable<int> retention::people() {
  int gone = 0;
  auto const now = outside_.clock.now();
  auto const due = co_await kept_.people_due(as_, now, most_at_once);
  for (auto const& key : due) {
    ports::act const by{"server", "server", now};
    auto const became = co_await rights_.forget(key, by);
    if (became == ports::change::done) ++gone;
  }
  co_return gone;
}

// Of a session that was never closed a round may still be open.
asio::awaitable<void> retention::destroy_keys(session_id const id) {
  auto const rounds = co_await outside_.keys.rounds();
  for (auto const& round : rounds) {
    if (round.starts_with(id.value + ".")) co_await outside_.keys.destroy(round);
  }
}

asio::awaitable<void> retention::note(char const* action, session_id const id) {
  ports::act const by{"server", "server", outside_.clock.now()};
  co_await audit_.note(action, "session:" + id.value, "done", by);
}

}  // namespace viab::app
