// A session as tests play it: people arrive, somebody asks something, and the answer is kept.
#pragma once

#include "session/view.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace viab::tests {

using namespace std::chrono_literals;

inline time_point const at_ten{std::chrono::milliseconds(1'795'600'800'000)};

session::format_step step_of(char const* id, steps::any_settings settings, int minutes = 5);
// check_in and collect.
session::format two_steps();
// check_in, review, collect, group, vote, discuss, commit, check_out; the first and third prepare.
session::format eight_steps();
// position, discuss, collect, a board, arrows on it, pick, commit.
session::format card_steps();
item agreement_item(std::uint32_t number, char const* cue, char const* action);

// What people see of a session, and what each sees of their own in its steps.
struct picture {
  session::about_view about;
  session::lead_about_view lead;
  std::map<participant_id, session::person_view> people;
  std::map<participant_id, session::you_view> own;
  std::map<participant_id, std::map<step_id, steps::any_own_view>> own_in_steps;
  bool operator==(picture const&) const = default;
};
picture drawn(session::state const&);

struct meeting {
  session::state now;
  std::vector<session::event> log;
  session::changes touched;  // by the last command
  circumstances around{at_ten, 6, time_point::max()};
  bool looks_on = true;  // checks after each command that what was drawn is honest
  picture seen;

  // The number of events, which have happened; fails when it is refused.
  int accepted(session::command const&, actor const&);
  int accepted(char const* step, steps::any_command const&, actor const&);
  // The word for why not; empty when it was accepted.
  std::string refused(session::command const&, actor const&);
  std::string refused(char const* step, steps::any_command const&, actor const&);

  // Somebody comes in through the host; who they are from now on.
  participant_id enters(char const* key, char const* name, role as = role::participant,
                        bool guest = false);
  std::string refused_at_the_door(session::enter const&);
  // The actor as the host makes it, with the name of the ballot in the step at hand.
  actor as(participant_id) const;
  actor as(participant_id, char const* step) const;
  session::person const& person(participant_id who) const { return now.people.at(who); }
  session::step_slot const& slot(char const* id) const;
  template <class State>
  State const& in(char const* id) const {
    return std::get<State>(*slot(id).state);
  }
  int count_last(std::string const& event_name) const;  // events of that name by the last command

  void take(std::vector<session::event> const&);
  // Draws again what was touched; whether that is what a whole drawing would show, counts included.
  bool sees_what_is();
  std::size_t last_from = 0;  // where in the log the last command began
};

actor host();
actor big_screen();
// The name of a ballot in a secret round, as only the host can make it.
ballot_key pseudonym(char const* step, steps::round const&, participant_id);
// The name under which a person's ballot stands in a step now.
ballot_key ballot_in(session::state const&, step_id const&, participant_id);

// A session in the lobby with facilitator p1 and members p2 … p<people>.
meeting given_lobby(session::format chosen, int people = 6);
// The same, started.
meeting given_running(session::format chosen, int people = 6);
inline participant_id p(std::uint32_t number) { return {number}; }

}  // namespace viab::tests
