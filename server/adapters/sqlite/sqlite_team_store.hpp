// Teams, people, access and outcomes in SQLite; writes join the transactions of the event log.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/team_store.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace viab::adapters {

class sqlite_team_store : public ports::team_store {
public:
  explicit sqlite_team_store(sqlite::database& database) : database_(database) {}

  awaitable<void> save_team(ports::team_row) override;
  awaitable<std::optional<ports::team_row>> find_team(team_id) override;
  awaitable<std::vector<ports::team_row>> teams_of(std::string identity_key,
                                                   time_point now) override;
  awaitable<std::vector<ports::session_summary>> sessions_of(team_id) override;
  awaitable<std::optional<ports::session_summary>> find_session(session_id) override;
  awaitable<std::optional<ports::session_summary>> find_session_by_code(std::string code) override;
  awaitable<std::optional<ports::session_outcome>> outcome_of(session_id) override;
  awaitable<std::vector<ports::agreement_row>> agreements_of(team_id) override;
  awaitable<bool> correct_agreement(ports::agreement_row now, std::string by_key) override;

  awaitable<void> save_identity(ports::identity_row) override;
  awaitable<std::optional<ports::identity_row>> find_identity(std::string key) override;
  awaitable<void> save_browser(std::string cookie_hash, std::string identity_key,
                               time_point until) override;
  awaitable<std::optional<ports::identity_row>> find_browser(std::string cookie_hash,
                                                             time_point now) override;
  awaitable<void> remove_browser(std::string cookie_hash) override;
  awaitable<void> remove_browsers_of(std::string identity_key) override;
  awaitable<void> save_invitation(ports::invitation_row) override;
  awaitable<std::optional<ports::invitation_row>> find_invitation(std::string token_hash) override;
  awaitable<bool> take_invitation(std::string token_hash, time_point now) override;
  awaitable<std::vector<ports::invitation_row>> invitations_of(team_id, time_point now) override;
  awaitable<bool> revoke_invitation(team_id, std::string id) override;
  awaitable<void> grant_session(std::string identity_key, session_id, ports::access_row) override;
  awaitable<void> grant_team(std::string identity_key, team_id, role, time_point now) override;
  awaitable<std::optional<ports::access_row>> access_to_session(std::string identity_key,
                                                                session_id) override;
  awaitable<std::optional<role>> access_to_team(std::string identity_key, team_id,
                                                time_point now) override;

private:
  using change = std::function<void(sqlite::connection&)>;
  awaitable<void> write(change);
  // What the work says of itself.
  awaitable<bool> write_and_tell(std::function<bool(sqlite::connection&)>);
  template <class T>
  awaitable<T> read(std::function<T(sqlite::connection&)>);

  sqlite::database& database_;
};

}  // namespace viab::adapters
