// Who may do what with the directory: one table, from which the documentation and a test are made.
#pragma once

#include "directory/records.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace viab::directory {

// In what quality somebody asks. A person can have several; one that allows is enough.
enum class quality : std::uint8_t {
  nobody,       // not signed in
  guest,        // by a join code
  signed_in,    // a person, without more
  member,       // of the team at hand
  facilitator,  // of the team at hand
  trainer,
  coordinator,            // of the organisation at hand
  coordinator_elsewhere,  // of another one
  administrator
};
inline constexpr std::array all_qualities{
    quality::nobody,        quality::guest,   quality::signed_in,   quality::member,
    quality::facilitator,   quality::trainer, quality::coordinator, quality::coordinator_elsewhere,
    quality::administrator,
};

enum class deed : std::uint8_t {
  see_team_page,  // agreements, themes, sessions
  start_session,
  invite_to_team,  // links to become a member
  list_members,    // names and roles in a team
  change_memberships,
  list_people,  // of an organisation
  change_person,
  list_organisations,
  change_organisation,
  make_organisation,
  change_level,  // who is coordinator or administrator
  list_challenges,
  change_challenge,
  list_teams,  // names, not pages
  change_team,
  raise_wall,    // give a text of the team out of hands
  follow_walls,  // own, answer, join
  see_overview,  // across teams, without names
  see_audit
};
inline constexpr std::array all_deeds{
    deed::see_team_page,     deed::start_session,      deed::invite_to_team,
    deed::list_members,      deed::change_memberships, deed::list_people,
    deed::change_person,     deed::list_organisations, deed::change_organisation,
    deed::make_organisation, deed::change_level,       deed::list_challenges,
    deed::change_challenge,  deed::list_teams,         deed::change_team,
    deed::raise_wall,        deed::follow_walls,       deed::see_overview,
    deed::see_audit,
};

std::string_view word_of(quality);
std::string_view word_of(deed);

bool allows(quality, deed);

// What is known of who asks, and of what it is about.
struct standing {
  bool known = false;  // signed in as a person
  bool guest = false;
  level as = level::none;
  bool trainer = false;
  std::optional<organisation_id> organisation;  // that the person belongs to
};
struct place {
  std::optional<organisation_id> organisation;  // the one that it is about
  std::optional<role> in_team;                  // what the asker is in the team at hand
};

bool may(standing const&, deed, place const& = {});

}  // namespace viab::directory
