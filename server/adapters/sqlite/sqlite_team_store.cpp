#include "adapters/sqlite/sqlite_team_store.hpp"

#include "adapters/sqlite/access_rows.hpp"
#include "adapters/sqlite/event_rows.hpp"
#include "adapters/sqlite/invitation_rows.hpp"
#include "adapters/sqlite/outcome_rows.hpp"
#include "adapters/sqlite/told.hpp"

#include <chrono>

namespace viab::adapters {

using sqlite::connection;

boost::asio::awaitable<void> sqlite_team_store::write(change what) {
  return sqlite::written(database_, std::move(what));
}

template <class T>
boost::asio::awaitable<T> sqlite_team_store::read(std::function<T(connection&)> work) {
  return database_.reads().read(std::move(work));
}

boost::asio::awaitable<void> sqlite_team_store::save_team(ports::team_row team) {
  return write([team = std::move(team)](connection& db) { sqlite::write_team(db, team); });
}

boost::asio::awaitable<std::optional<ports::team_row>> sqlite_team_store::find_team(team_id id) {
  return read<std::optional<ports::team_row>>(
      [id = std::move(id)](connection& db) { return sqlite::find_team(db, id); });
}

boost::asio::awaitable<std::vector<ports::team_row>> sqlite_team_store::teams_of(
    std::string identity_key, time_point now) {
  return read<std::vector<ports::team_row>>([key = std::move(identity_key), now](connection& db) {
    return sqlite::read_teams_of(db, key, now);
  });
}

boost::asio::awaitable<std::vector<ports::session_summary>> sqlite_team_store::sessions_of(
    team_id team) {
  return read<std::vector<ports::session_summary>>(
      [team = std::move(team)](connection& db) { return sqlite::read_summaries(db, team); });
}

boost::asio::awaitable<std::optional<ports::session_summary>> sqlite_team_store::find_session(
    session_id id) {
  return read<std::optional<ports::session_summary>>(
      [id = std::move(id)](connection& db) { return sqlite::find_summary(db, id); });
}

boost::asio::awaitable<std::optional<ports::session_summary>>
sqlite_team_store::find_session_by_code(std::string code) {
  return read<std::optional<ports::session_summary>>(
      [code = std::move(code)](connection& db) { return sqlite::find_summary_by_code(db, code); });
}

boost::asio::awaitable<std::optional<ports::session_outcome>> sqlite_team_store::outcome_of(
    session_id session) {
  return read<std::optional<ports::session_outcome>>(
      [id = std::move(session)](connection& db) { return sqlite::read_outcome(db, id); });
}

boost::asio::awaitable<std::vector<ports::agreement_row>> sqlite_team_store::agreements_of(
    team_id team) {
  return read<std::vector<ports::agreement_row>>(
      [team = std::move(team)](connection& db) { return sqlite::read_agreements(db, team); });
}

boost::asio::awaitable<bool> sqlite_team_store::correct_agreement(ports::agreement_row now,
                                                                  std::string by_key) {
  auto const at = std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
  auto pending = write_and_tell(
      [=](connection& db) { return sqlite::correct_agreement(db, now, by_key, at); });
  co_return co_await std::move(pending);
}

boost::asio::awaitable<void> sqlite_team_store::save_identity(ports::identity_row identity) {
  return write([row = std::move(identity)](connection& db) { sqlite::write_identity(db, row); });
}

boost::asio::awaitable<std::optional<ports::identity_row>> sqlite_team_store::find_identity(
    std::string key) {
  return read<std::optional<ports::identity_row>>(
      [key = std::move(key)](connection& db) { return sqlite::find_identity(db, key); });
}

boost::asio::awaitable<void> sqlite_team_store::save_browser(std::string cookie_hash,
                                                             std::string identity_key,
                                                             time_point until) {
  return write(
      [=](connection& db) { sqlite::write_browser(db, cookie_hash, identity_key, until); });
}

boost::asio::awaitable<std::optional<ports::identity_row>> sqlite_team_store::find_browser(
    std::string cookie_hash, time_point now) {
  return read<std::optional<ports::identity_row>>(
      [=](connection& db) { return sqlite::find_browser(db, cookie_hash, now); });
}

boost::asio::awaitable<void> sqlite_team_store::remove_browser(std::string cookie_hash) {
  return write([=](connection& db) { sqlite::delete_browser(db, cookie_hash); });
}

boost::asio::awaitable<void> sqlite_team_store::remove_browsers_of(std::string identity_key) {
  return write([=](connection& db) { sqlite::delete_browsers_of(db, identity_key); });
}

boost::asio::awaitable<void> sqlite_team_store::save_invitation(ports::invitation_row row) {
  return write([row = std::move(row)](connection& db) { sqlite::write_invitation(db, row); });
}

boost::asio::awaitable<std::optional<ports::invitation_row>> sqlite_team_store::find_invitation(
    std::string token_hash) {
  return read<std::optional<ports::invitation_row>>(
      [hash = std::move(token_hash)](connection& db) { return sqlite::find_invitation(db, hash); });
}

boost::asio::awaitable<bool> sqlite_team_store::write_and_tell(
    std::function<bool(connection&)> what) {
  return sqlite::told(database_, std::move(what));
}

boost::asio::awaitable<bool> sqlite_team_store::take_invitation(std::string token_hash,
                                                                time_point now) {
  return write_and_tell(
      [=](connection& db) { return sqlite::take_invitation(db, token_hash, now); });
}

boost::asio::awaitable<std::vector<ports::invitation_row>> sqlite_team_store::invitations_of(
    team_id team, time_point now) {
  return read<std::vector<ports::invitation_row>>(
      [=](connection& db) { return sqlite::read_invitations_of(db, team, now); });
}

boost::asio::awaitable<bool> sqlite_team_store::revoke_invitation(team_id team, std::string id) {
  return write_and_tell([=](connection& db) { return sqlite::delete_invitation(db, team, id); });
}

boost::asio::awaitable<void> sqlite_team_store::grant_session(std::string identity_key,
                                                              session_id session,
                                                              ports::access_row access) {
  return write([=](connection& db) { sqlite::grant_session(db, identity_key, session, access); });
}

boost::asio::awaitable<void> sqlite_team_store::grant_team(std::string identity_key, team_id team,
                                                           role as, time_point now) {
  return write([=](connection& db) { sqlite::grant_team(db, identity_key, team, as, now); });
}

boost::asio::awaitable<std::optional<ports::access_row>> sqlite_team_store::access_to_session(
    std::string identity_key, session_id session) {
  return read<std::optional<ports::access_row>>(
      [=](connection& db) { return sqlite::find_session_access(db, identity_key, session); });
}

boost::asio::awaitable<std::optional<role>> sqlite_team_store::access_to_team(
    std::string identity_key, team_id team, time_point now) {
  return read<std::optional<role>>(
      [=](connection& db) { return sqlite::find_team_access(db, identity_key, team, now); });
}

}  // namespace viab::adapters
