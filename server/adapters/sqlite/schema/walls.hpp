// Obstacles that teams raised, and what became of them.
#pragma once

namespace viab::adapters::sqlite::schema {

inline constexpr char walls[] = R"sql(
create table walls (
  row_number integer primary key,
  id text not null unique, team text not null, text text not null, about text not null,
  session text, place integer,        -- the obstacle that it was; null for what was written anew
  level text not null, organisation text references organisations (id) on delete set null,
  status text not null, owner text not null, answer text not null,
  raised_at integer not null, changed_at integer not null,
  joined_into text references walls (id),
  version integer not null,
  unique (session, place)
) strict;
create index walls_of_team on walls (team);
create index walls_joined on walls (joined_into) where joined_into is not null;
create index walls_by_time on walls (raised_at, id);
-- Every state that it was in, as its teams may read.
create table wall_turns (
  wall text not null references walls (id) on delete cascade, number integer not null,
  status text not null, level text not null, owner text not null, answer text not null,
  at integer not null,
  primary key (wall, number)
) strict, without rowid;
)sql";

}  // namespace viab::adapters::sqlite::schema
