// Letters about sessions: who wants them, and what the calendars of people were told.
#pragma once

namespace viab::adapters::sqlite::schema {

inline constexpr char letters[] = R"sql(
alter table people add column letters integer not null default 1;

create table meeting_invitations (
  person text not null references identities (key) on delete cascade,
  session text not null, at integer not null, sequence integer not null,
  taken_back integer not null,
  primary key (person, session)
) strict, without rowid;
)sql";

}  // namespace viab::adapters::sqlite::schema
