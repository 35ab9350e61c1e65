#include "directory/permission.hpp"

#include <algorithm>

namespace viab::directory {
namespace {

using qualities = std::uint16_t;

constexpr qualities bit(quality one) {
  return static_cast<qualities>(1U << static_cast<unsigned>(one));
}
constexpr qualities of(auto... those) { return static_cast<qualities>((bit(those) | ...)); }

constexpr auto team = of(quality::member, quality::facilitator);
constexpr auto administrators = of(quality::administrator);
constexpr auto own_coordinators = of(quality::coordinator, quality::administrator);
constexpr auto coordinators =
    of(quality::coordinator, quality::coordinator_elsewhere, quality::administrator);

// Content belongs to the team: no level opens it. Names of people belong to their organisation.
qualities who_may(deed what) {
  switch (what) {
    case deed::see_team_page:
      return team;
    case deed::start_session:
    case deed::raise_wall:
      return of(quality::facilitator);
    case deed::list_members:
      return static_cast<qualities>(team | own_coordinators);
    case deed::invite_to_team:
    case deed::change_memberships:
      return static_cast<qualities>(of(quality::facilitator) | own_coordinators);
    case deed::list_people:
    case deed::change_person:
    case deed::change_team:
    case deed::change_organisation:
      return own_coordinators;
    case deed::list_organisations:
    case deed::list_challenges:
    case deed::list_teams:
    case deed::change_challenge:
    case deed::follow_walls:
    case deed::see_overview:
      return coordinators;
    case deed::make_organisation:
    case deed::change_level:
    case deed::see_audit:
      return administrators;
  }
  return 0;
}

}  // namespace

std::string_view word_of(quality one) {
  constexpr std::array<std::string_view, all_qualities.size()> words{
      "nobody",       "guest",   "signed_in",   "member",
      "facilitator",  "trainer", "coordinator", "coordinator_elsewhere",
      "administrator"};
  return words.at(static_cast<std::size_t>(one));
}

std::string_view word_of(deed one) {
  constexpr std::array<std::string_view, all_deeds.size()> words{
      "see_team_page",       "start_session",     "invite_to_team", "list_members",
      "change_memberships",  "list_people",       "change_person",  "list_organisations",
      "change_organisation", "make_organisation", "change_level",   "list_challenges",
      "change_challenge",    "list_teams",        "change_team",    "raise_wall",
      "follow_walls",        "see_overview",      "see_audit"};
  return words.at(static_cast<std::size_t>(one));
}

bool allows(quality as, deed what) { return (who_may(what) & bit(as)) != 0; }

bool may(standing const& who, deed what, place const& where) {
  if (who.guest) return allows(quality::guest, what);
  if (!who.known) return allows(quality::nobody, what);
  bool allowed = allows(quality::signed_in, what);
  if (where.in_team) {
    allowed |=
        allows(*where.in_team == role::facilitator ? quality::facilitator : quality::member, what);
  }
  if (who.trainer) allowed |= allows(quality::trainer, what);
  if (who.as == level::administrator) allowed |= allows(quality::administrator, what);
  if (who.as == level::coordinator) {
    // Without an organisation there is nothing that a coordinator looks after.
    bool const own = who.organisation && where.organisation == who.organisation;
    allowed |= allows(own ? quality::coordinator : quality::coordinator_elsewhere, what);
  }
  return allowed;
}

}  // namespace viab::directory
