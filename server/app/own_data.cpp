#include "app/own_data.hpp"

#include "app/outcome_keeper.hpp"
#include "protocol/stored_events.hpp"

namespace viab::app {
namespace {

namespace asio = boost::asio;

constexpr std::size_t id_bytes = 16;
// A room that goes on while its past is rewritten may add to it meanwhile: then once more.
constexpr int most_rewrites = 5;

// The events that can be read, and where each of them is stored. A sealed ballot is not read: when
// its key is there, the person was taken out of the open round first.
struct readable_log {
  std::vector<session::event> events;
  std::vector<std::size_t> places;
};

readable_log read_log(std::vector<ports::stored_event> const& stored) {
  readable_log log;
  for (std::size_t place = 0; place < stored.size(); ++place) {
    auto const& row = stored[place];
    if (row.sealed_round) continue;
    log.events.push_back(protocol::read_event(row.kind, row.version, row.payload));
    log.places.push_back(place);
  }
  return log;
}

}  // namespace

ports::rewritten_session rewritten(std::vector<ports::stored_event> const& stored,
                                   session::forgetting const& wanted) {
  auto const log = read_log(stored);
  auto const now = session::forget(log.events, wanted);
  ports::rewritten_session changed;
  session::state end;
  session::changes unseen;
  for (std::size_t i = 0; i < now.size(); ++i) {
    session::evolve(end, now[i], unseen);
    auto written = protocol::write_event(now[i]);
    if (written.payload == protocol::write_event(log.events[i]).payload) continue;
    auto row = stored[log.places[i]];
    row.version = written.version;
    row.payload = std::move(written.payload);
    changed.events.push_back(std::move(row));
  }
  if (end.now == session::phase::closed) changed.outcome = stored_outcome_of(end);
  return changed;
}

asio::awaitable<own_data> data_rights::all_of(std::string key) {
  own_data all;
  auto const actor = prints_.of(key);
  all.tables = co_await kept_.data_of(key, actor);
  auto const sessions = co_await kept_.sessions_of(key);
  for (auto const& id : sessions) {
    auto const summary = co_await teams_.find_session(id);
    auto const loaded = co_await outside_.events.load(id);
    if (!summary) continue;
    acts_in_session in{*summary, {}};
    auto const log = read_log(loaded.events);
    for (auto const place : session::own_acts(log.events, key)) {
      auto const& row = loaded.events[log.places[place]];
      in.acts.push_back({row.at, row.kind, row.payload});
    }
    if (!in.acts.empty()) all.sessions.push_back(std::move(in));
  }
  co_return all;
}

asio::awaitable<ports::change> data_rights::forget(std::string key, ports::act by) {
  auto const becomes = "gone:" + outside_.dice.token(id_bytes);
  auto const asked = co_await kept_.ask_to_forget(key, becomes, by);
  if (asked != ports::change::done) co_return asked;
  sessions_.close_of(key, close_code::signed_out);
  auto const waiting = co_await kept_.forget_requests();
  for (auto const& one : waiting) {
    if (one.key == key) co_await finish(one);
  }
  co_return ports::change::done;
}

asio::awaitable<void> data_rights::look() {
  if (looking_) co_return;
  looking_ = true;
  try {
    auto const waiting = co_await kept_.forget_requests();
    for (auto const& one : waiting) co_await finish(one);
  } catch (...) {
    looking_ = false;
    throw;
  }
  looking_ = false;
}

asio::awaitable<void> data_rights::finish(ports::forget_request whose) {
  auto const sessions = co_await kept_.sessions_of(whose.key);
  for (auto const& id : sessions) {
    auto const summary = co_await teams_.find_session(id);
    auto const language = summary ? summary->language : "nl";
    session::forgetting wanted{whose.key,
                               whose.becomes,
                               outside_.library.text("person.forgotten", {}, language),
                               {whose.name}};
    if (summary && summary->state != "closed") co_await leave_room(id, whose.key);
    co_await rewrite(id, std::move(wanted));
  }
  ports::act const by{prints_.of(whose.key), "server", outside_.clock.now()};
  co_await kept_.finish_forgetting(whose, by);
}

// Of a session that goes on: takes along what this person answered in open rounds.
asio::awaitable<void> data_rights::leave_room(session_id id, std::string key) {
  auto const one = sessions_.host(id);
  one->wake();
  co_await one->settled();
  auto const who = session::find_person(one->state(), key);
  if (!who) co_return;
  session::remove out;
  out.person = *who;
  one->instruct(std::move(out));
  co_await one->settled();
}

asio::awaitable<void> data_rights::rewrite(session_id id, session::forgetting wanted) {
  ports::rewriter how = [wanted = std::move(wanted)](auto const& events) {
    return rewritten(events, wanted);
  };
  for (int again = 0; again < most_rewrites; ++again) {
    bool const changed = co_await kept_.rewrite(id, how);
    if (!changed) co_return;
    co_await sessions_.read_anew(id);
  }
}

}  // namespace viab::app
