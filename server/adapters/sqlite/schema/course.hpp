// Where teams placed themselves, and which course cards they chose.
#pragma once

namespace viab::adapters::sqlite::schema {

inline constexpr char course[] = R"sql(
-- Counts only, and only of steps that enough people answered. The words of the line are kept with
-- them: a changed question is a new question.
create table positions (
  session text not null, place integer not null,
  line text not null, title text not null, low text not null, high text not null,
  first integer not null, last integer not null, board integer not null,
  answered integer not null, now text not null, needed text not null,
  primary key (session, place)
) strict, without rowid;

create table picks (
  session text not null, place integer not null,
  card text not null, card_version integer not null, title text not null,
  level text not null, strategy text not null,
  approvals integer not null, answered integer not null, chosen integer not null,
  primary key (session, place)
) strict, without rowid;
)sql";

}  // namespace viab::adapters::sqlite::schema
