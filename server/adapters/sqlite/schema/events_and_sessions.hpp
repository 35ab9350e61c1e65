// The event log, the commands that were handled, and the sessions.
#pragma once

namespace viab::adapters::sqlite::schema {

inline constexpr char events_and_sessions[] = R"sql(
create table meta (
  name text primary key, value text not null
) strict, without rowid;

-- The row number is the key, because a key of session and seq makes a commit five times as dear.
create table events (
  row_number integer primary key,
  session text not null, seq integer not null, at integer not null,
  actor integer,             -- null in sealed events
  kind text not null, version integer not null,
  sealed_round text,         -- then the payload is encrypted
  shown_seq integer not null,
  payload any not null
) strict;
create unique index events_of_session on events (session, seq);

create table handled (
  session text not null, who text not null, command_id text not null,
  shown_seq integer not null, sealed_round text,
  primary key (session, who, command_id)
) strict, without rowid;

create table sessions (
  row_number integer primary key,
  id text not null unique, team text not null, title text not null, format text not null,
  language text not null, state text not null, locked integer not null,
  planned_for integer, started_at integer, closed_at integer,
  join_code text not null, join_code_until integer
) strict;
create index sessions_of_team on sessions (team);
create index sessions_by_code on sessions (join_code) where join_code <> '';
)sql";

}  // namespace viab::adapters::sqlite::schema
