// A session that is played by the rules alone, without a host, and kept as the rows it would leave.
#pragma once

#include "ports/event_store.hpp"
#include "session/session.hpp"

#include <string>
#include <vector>

namespace viab::bench {

class session_script {
public:
  // Made by the host in the name of a team.
  session_script(session_id, team_id, session::format, time_point now);

  // Who enters becomes p1, p2, …
  void enter(std::string key, std::string name, role);
  // Throws std::runtime_error with the refusal: a script knows the rules.
  void session_command(participant_id by, session::command const&);
  void step_command(participant_id by, step_id const&, steps::any_command);

  session::state const& state() const { return state_; }
  std::size_t length() const { return rows_.size(); }
  // All of it as one batch; with the outcome when the session closed.
  ports::append_batch batch() const;

private:
  void apply(result<std::vector<session::event>> const&, std::optional<participant_id> by);
  circumstances around() const;

  time_point now_;
  session::state state_;
  std::vector<ports::stored_event> rows_;
};

}  // namespace viab::bench
