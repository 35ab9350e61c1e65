#include "app/session_registry.hpp"

#include "app/dealing.hpp"

#include <vector>

namespace viab::app {
namespace {

constexpr auto idle_before_sleep = std::chrono::minutes(10);
constexpr auto code_lives = std::chrono::hours(12);

// The session in a round's name, "{session}.{step}.{number}".
session_id session_of(std::string const& round) {
  return session_id{round.substr(0, round.find('.'))};
}

}  // namespace

session_registry::session_registry(world& outside) : outside_(outside) {}

std::shared_ptr<session_host> session_registry::host(session_id const& id) {
  auto& found = hosts_[id];
  if (!found) found = std::make_shared<session_host>(outside_, id);
  return found;
}

boost::asio::awaitable<std::shared_ptr<live_session>> session_registry::find(session_id id) {
  std::shared_ptr<live_session> found = host(id);
  co_return found;
}

boost::asio::awaitable<void> session_registry::start(std::optional<time_point> down_since) {
  auto const live = co_await outside_.events.live_sessions();
  if (down_since) {
    session::give_back_downtime given{*down_since};
    for (auto const& id : live) host(id)->instruct(given);
  }
  // Loading a session destroys the keys of its closed rounds.
  auto const rounds = co_await outside_.keys.rounds();
  for (auto const& round : rounds) {
    auto const one = host(session_of(round));
    one->wake();
    co_await one->settled();
    co_await one->destroy_key_unless_open(round);
  }
  for (auto const& id : live) {
    auto const one = host(id);
    co_await one->settled();
  }
}

boost::asio::awaitable<session_id> session_registry::create(new_session wanted) {
  session::create command;
  command.id = wanted.id ? std::move(*wanted.id) : session_id{outside_.dice.token(12)};
  command.team = wanted.team.id;
  command.team_name = wanted.team.name;
  command.title = wanted.format.title;
  auto const held_at = std::max(outside_.clock.now(), wanted.planned_for.value_or(time_point{}));
  auto const cards = outside_.library.course_cards(wanted.format.language);
  command.chosen = dealt(std::move(wanted.format), cards, turn_of(held_at), wanted.cards);
  command.agreements = std::move(wanted.agreements);
  command.guests = wanted.guests;
  command.join_code = outside_.dice.join_code();
  command.join_code_until = held_at + code_lives;
  command.planned_for = wanted.planned_for;
  auto const id = command.id;
  auto const one = host(id);
  one->instruct(std::move(command));
  if (wanted.prepared) {
    session::open_preparation opening;
    one->instruct(opening);
  }
  co_await one->settled();
  co_return id;
}

boost::asio::awaitable<bool> session_registry::took_part(session_id id, std::string identity_key) {
  auto const one = host(id);
  one->wake();
  co_await one->settled();
  auto const who = session::find_person(one->state(), identity_key);
  if (!who) co_return false;
  auto const& person = one->state().people.at(*who);
  co_return !person.removed && !person.waiting;
}

void session_registry::sweep() {
  auto const now = outside_.clock.now();
  std::erase_if(hosts_, [&](auto const& entry) {
    auto const& one = *entry.second;
    auto const since = one.idle_since();
    return since != time_point::max() && now - since > idle_before_sleep && !one.needs_to_stay();
  });
}

void session_registry::close_all(std::string_view reason) {
  for (auto const& [id, one] : hosts_) one->close_all(close_code::restart, reason);
}

boost::asio::awaitable<void> session_registry::settled() {
  std::vector<std::shared_ptr<session_host>> all;
  for (auto const& [id, one] : hosts_) all.push_back(one);
  for (auto const& one : all) co_await one->settled();
}

boost::asio::awaitable<void> session_registry::read_anew(session_id id) {
  auto const awake = hosts_.find(id);
  if (awake == hosts_.end()) co_return;
  auto const one = awake->second;
  one->close_all(close_code::restart, "read anew");
  co_await one->settled();
  hosts_.erase(id);
}

void session_registry::close_of(std::string const& identity_key, int code) {
  for (auto const& [id, one] : hosts_) one->close_of(identity_key, code, "signed out");
}

void session_registry::close_in(session_id const& session, std::string const& identity_key,
                                int code) {
  auto const awake = hosts_.find(session);
  if (awake != hosts_.end()) awake->second->close_of(identity_key, code, "removed");
}

}  // namespace viab::app
