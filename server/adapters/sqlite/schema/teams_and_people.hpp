// Teams, who a browser belongs to, invitations and access.
#pragma once

namespace viab::adapters::sqlite::schema {

inline constexpr char teams_and_people[] = R"sql(
create table teams (
  id text primary key, name text not null, language text not null
) strict, without rowid;

create table identities (
  key text primary key, name text not null, guest integer not null
) strict, without rowid;
create table browsers (
  cookie_hash text primary key,
  identity text not null references identities (key) on delete cascade,
  until integer not null
) strict, without rowid;
create index browsers_of_identity on browsers (identity);
create table invitations (
  token_hash text primary key, session text, team text, role text not null, person text,
  until integer not null
) strict, without rowid;
create table session_access (
  identity text not null references identities (key) on delete cascade,
  session text not null, role text not null, guest integer not null, taking_part integer not null,
  primary key (identity, session)
) strict, without rowid;
create table team_access (
  identity text not null references identities (key) on delete cascade,
  team text not null, role text not null,
  primary key (identity, team)
) strict, without rowid;
)sql";

}  // namespace viab::adapters::sqlite::schema
