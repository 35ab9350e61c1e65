// When teams meet again, what was decided for single dates, and the addresses of calendar feeds.
#pragma once

namespace viab::adapters::sqlite::schema {

// Times without a zone are minutes since 1970 on the wall clock of the rhythm's zone.
inline constexpr char rhythm[] = R"sql(
create table team_rhythms (
  team text primary key references teams (id) on delete cascade,
  rule text not null, start_minute integer not null, zone text not null,
  length_minutes integer not null, format text not null, language text not null,
  calendars text not null,   -- ids, one per line
  same_weekday integer not null, stopped integer not null,
  sequence integer not null, changed_at integer not null, version integer not null
) strict, without rowid;

create table rhythm_exceptions (
  team text not null references team_rhythms (team) on delete cascade,
  original_minute integer not null, moved_to_minute integer, sequence integer not null,
  primary key (team, original_minute)
) strict, without rowid;

-- The one session that is kept ahead.
create table rhythm_sessions (
  team text primary key references team_rhythms (team) on delete cascade,
  session text not null, original_minute integer not null
) strict, without rowid;

create table calendar_feeds (
  token_hash text primary key, team text, person text, made_at integer not null
) strict, without rowid;
create unique index calendar_feed_of_team on calendar_feeds (team) where team is not null;
create unique index calendar_feed_of_person on calendar_feeds (person) where person is not null;
)sql";

}  // namespace viab::adapters::sqlite::schema
