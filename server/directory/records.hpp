// Who there is: organisations, challenges, teams, people, and who takes part where from when.
#pragma once

#include "domain/actor.hpp"
#include "domain/email_address.hpp"
#include "domain/text.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace viab::directory {

using organisation_id = text_id<struct organisation_tag>;
using challenge_id = text_id<struct challenge_tag>;
using membership_id = text_id<struct membership_tag>;

using title_text = text<120>;  // of an organisation, a challenge, a team
using remark_text = text<1000>;

// The version of a record counts its changes; 0 is one that is not kept yet.
struct organisation {
  organisation_id id;
  title_text name;
  std::string calendar;  // of its days off: "rijk"; empty for none
  int version = 0;
  // Calendar months after a session; none: as the server is set.
  std::optional<int> keep_texts_months{};
  std::optional<int> keep_sessions_months{};
};

// What somebody may do for a whole installation or organisation, beside what a team gave. Neither
// opens a team's page, session or outcome.
enum class level : std::uint8_t { none, coordinator, administrator };

struct person {
  person_id key;  // as an identity's: "person:…"
  name_text name;
  std::optional<email_address> email;  // for letters, sign-in links among them
  std::optional<organisation_id> organisation;
  std::string language = "nl";
  level as = level::none;
  bool trainer = false;  // may run sessions for groups that are no team
  std::optional<time_point> left_at;
  int version = 0;
  bool letters = true;  // wants those about sessions
};

enum class challenge_state : std::uint8_t { active, ended };

struct challenge {
  challenge_id id;
  title_text name;
  remark_text what_for;  // possibly empty
  challenge_state state = challenge_state::active;
  std::optional<challenge_id> follows;  // the one that it grew out of
  int version = 0;
};

// What a yearly recalibration said of a challenge.
enum class verdict : std::uint8_t { kept, changed, ended, started };

struct recalibration {
  challenge_id challenge;
  int year = 0;
  verdict what = verdict::kept;
  remark_text why;
  remark_text from_outside;  // who from outside took part
  time_point at;
};

struct team {
  team_id id;
  title_text name;
  std::string language = "nl";
  std::optional<organisation_id> home;  // whose coordinator looks after it
  std::optional<challenge_id> challenge;
  std::optional<time_point> ended_at;
  int version = 0;
};

struct membership {
  membership_id id;
  person_id person;
  team_id team;
  role as = role::participant;      // or facilitator
  time_point from;                  // inclusive
  std::optional<time_point> until;  // exclusive; none while it lasts
  int version = 0;

  bool holds_at(time_point when) const { return from <= when && (!until || when < *until); }
};

}  // namespace viab::directory
