// What a session leaves.
#pragma once

namespace viab::adapters::sqlite::schema {

inline constexpr char outcomes[] = R"sql(
create table outcomes (
  session text primary key, team text not null, people integer not null
) strict, without rowid;
create table themes (
  session text not null, place integer not null, title text not null, cards integer not null,
  dots integer not null, note text not null,
  primary key (session, place)
) strict, without rowid;
create table theme_cards (
  session text not null, theme integer not null, place integer not null, text text not null,
  primary key (session, theme, place)
) strict, without rowid;
create table obstacles (
  session text not null, place integer not null, text text not null, about text not null,
  primary key (session, place)
) strict, without rowid;
create table agreements (
  row_number integer primary key,
  id text not null unique, session text not null, team text not null,
  cue text, action text, owner text, review_on text, status text not null,
  made_at integer, settled_at integer, version integer not null
) strict;
create index agreements_of_team on agreements (team);
create index agreements_of_session on agreements (session);
-- What an agreement said before it was corrected.
create table agreement_traces (
  agreement text not null, version integer not null,
  cue text, action text, owner text, review_on text, status text not null,
  corrected_by text not null, corrected_at integer not null,
  primary key (agreement, version)
) strict, without rowid;
create table reviews (
  session text not null, place integer not null, agreement text not null,
  cue text, action text, owner text, review_on text, planned_status text not null,
  status text not null,
  primary key (session, place)
) strict, without rowid;
-- Counts of check-in and check-out, as JSON.
create table pulses (
  session text primary key, answered integer not null, moods text not null,
  return_on_time text not null, statement_texts text not null, statements text not null,
  normal text not null
) strict, without rowid;
)sql";

}  // namespace viab::adapters::sqlite::schema
