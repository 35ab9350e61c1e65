// What was shown across teams of months that are over: written once, so that what changes later
// (a session deleted, a team moved) cannot be told from the difference.
#pragma once

namespace viab::adapters::sqlite::schema {

inline constexpr char overview[] = R"sql(
create table overview_months (
  month text primary key,     -- "2026-10"
  active_teams integer not null, met_teams integer not null, made_at integer not null
) strict, without rowid;
create table overview_pulses (
  month text not null references overview_months (month), challenge text not null,  -- '': all teams
  teams integer not null, people integer not null,
  low integer not null, middle integer not null, high integer not null,  -- quarters of the group
  primary key (month, challenge)
) strict, without rowid;
)sql";

}  // namespace viab::adapters::sqlite::schema
