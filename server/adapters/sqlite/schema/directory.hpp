// Organisations, challenges, people, memberships with their time, and the audit log.
#pragma once

namespace viab::adapters::sqlite::schema {

inline constexpr char directory[] = R"sql(
create table organisations (
  id text primary key, name text not null collate nocase unique,
  calendar text not null, version integer not null
) strict, without rowid;

-- What is known of an identity that is a person beside its name.
create table people (
  key text primary key references identities (key) on delete cascade,
  email text collate nocase unique,
  organisation text references organisations (id),
  language text not null, level text not null, trainer integer not null,
  left_at integer, version integer not null
) strict, without rowid;
insert into people (key, language, level, trainer, version)
  select key, 'nl', 'none', 0, 1 from identities where guest = 0;
create index people_of_organisation on people (organisation);
create index people_with_level on people (level) where level <> 'none';

create table challenges (
  id text primary key, name text not null collate nocase unique, what_for text not null,
  state text not null, follows text references challenges (id), version integer not null
) strict, without rowid;
create table recalibrations (
  challenge text not null references challenges (id) on delete cascade, year integer not null,
  verdict text not null, why text not null, from_outside text not null, at integer not null,
  primary key (challenge, year)
) strict, without rowid;

alter table teams add column home text references organisations (id);
alter table teams add column challenge text references challenges (id);
alter table teams add column ended_at integer;
alter table teams add column version integer not null default 1;
create index teams_of_home on teams (home);
create index teams_of_challenge on teams (challenge);

create table memberships (
  row_number integer primary key,
  id text not null unique,
  person text not null references identities (key) on delete cascade,
  team text not null, role text not null,
  from_at integer not null,
  until_at integer,          -- not included; null while it lasts
  version integer not null
) strict;
create index memberships_of_person on memberships (person, team);
create index memberships_of_team on memberships (team);
insert into memberships (id, person, team, role, from_at, version)
  select lower(hex(randomblob(12))), identity, team, role, 0, 1 from team_access;
drop table team_access;

-- Only added to: each row's hash covers the one before it.
create table audit (
  number integer primary key,
  at integer not null, action text not null, object text not null, result text not null,
  origin text not null, actor text not null, hash text not null
) strict;
)sql";

}  // namespace viab::adapters::sqlite::schema
