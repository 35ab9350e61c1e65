// Teams, people, access and outcomes in memory, for tests and the load generator.
#pragma once

#include "ports/event_store.hpp"
#include "ports/team_store.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace viab::adapters {

class memory_team_store : public ports::team_store {
public:
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

  // What a batch of the event store carries for these tables; called by memory_event_store.
  void take(ports::append_batch const&);
  std::vector<ports::session_summary> const& all_sessions() const { return sessions_; }

private:
  struct kept_agreement {
    team_id team;
    ports::agreement_row row;
  };

  void take_summary(ports::session_summary const&);
  void take_outcome(ports::session_outcome const&, std::optional<time_point> closed_at);
  kept_agreement* find_agreement(std::string const& id);
  void must_know(std::string const& identity_key) const;

  std::map<team_id, ports::team_row> teams_;
  std::vector<ports::session_summary> sessions_;  // in the order in which they were made
  std::map<session_id, ports::session_outcome> outcomes_;
  std::vector<kept_agreement> agreements_;  // in the order in which they were made
  std::map<std::string, ports::identity_row> identities_;
  std::map<std::string, std::pair<std::string, time_point>> browsers_;
  std::map<std::string, ports::invitation_row> invitations_;
  std::map<std::pair<std::string, session_id>, ports::access_row> session_access_;
  using membership = std::pair<role, time_point>;  // from then on
  std::map<std::pair<std::string, team_id>, membership> memberships_;
};

}  // namespace viab::adapters
