#include "bench/server/session_script.hpp"

#include "app/outcome_keeper.hpp"
#include "protocol/stored_events.hpp"

#include <stdexcept>

namespace viab::bench {
namespace {

actor the_host() {
  actor host;
  host.system = true;
  return host;
}

}  // namespace

session_script::session_script(session_id id, team_id team, session::format chosen, time_point now)
    : now_(now) {
  session::create wish;
  wish.id = std::move(id);
  wish.team = std::move(team);
  wish.team_name = "Team " + wish.team.value;
  wish.title = chosen.title;
  wish.chosen = std::move(chosen);
  wish.guests = session::admission::open;
  apply(session::decide(state_, session::command(wish), the_host(), around()), std::nullopt);
}

circumstances session_script::around() const {
  return {now_, state_.here, time_point::max()};
}

void session_script::enter(std::string key, std::string name, role as) {
  session::enter arriving;
  arriving.key = std::move(key);
  arriving.called = name_text::of(std::move(name));
  arriving.as = as;
  apply(session::decide(state_, session::command(arriving), the_host(), around()), std::nullopt);
}

void session_script::session_command(participant_id by, session::command const& what) {
  auto const who = session::actor_of(state_, by).value();
  apply(session::decide(state_, what, who, around()), by);
}

void session_script::step_command(participant_id by, step_id const& step,
                                  steps::any_command what) {
  auto const who = session::actor_of(state_, by).value();
  session::step_command const whole{step, std::move(what)};
  apply(session::decide(state_, whole, who, around()), by);
}

void session_script::apply(result<std::vector<session::event>> const& decided,
                           std::optional<participant_id> by) {
  if (!decided) throw std::runtime_error("a script was refused: " + decided.why().code);
  session::changes unseen;
  for (auto const& event : *decided) {
    auto encoded = protocol::write_event(event);
    ports::stored_event row;
    row.seq = rows_.size() + 1;
    row.at = now_;
    row.actor = by;
    row.kind = std::move(encoded.kind);
    row.version = encoded.version;
    row.payload = std::move(encoded.payload);
    row.shown_seq = row.seq;
    rows_.push_back(std::move(row));
    session::evolve(state_, event, unseen);
  }
}

ports::append_batch session_script::batch() const {
  ports::append_batch all;
  all.session = state_.id;
  all.events = rows_;
  all.summary = app::summary_of(state_);
  if (state_.now == session::phase::closed) all.outcome = app::stored_outcome_of(state_);
  return all;
}

}  // namespace viab::bench
