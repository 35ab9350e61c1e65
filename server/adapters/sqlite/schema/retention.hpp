// How long organisations keep things, who asked to be forgotten, and what was taken out already.
#pragma once

namespace viab::adapters::sqlite::schema {

inline constexpr char retention[] = R"sql(
alter table organisations add column keep_texts_months integer;     -- null: as the server is set
alter table organisations add column keep_sessions_months integer;
alter table sessions add column texts_gone_at integer;
create index sessions_by_close on sessions (closed_at) where closed_at is not null;

create table forget_requests (
  person text primary key, becomes text not null, asked_at integer not null
) strict, without rowid;
)sql";

}  // namespace viab::adapters::sqlite::schema
