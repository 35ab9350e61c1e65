// Invitations that work once, can be listed and taken back; the link that makes an administrator.
#pragma once

namespace viab::adapters::sqlite::schema {

inline constexpr char invitations[] = R"sql(
alter table invitations add column id text;         -- null in rows from before
alter table invitations add column once integer not null default 0;
alter table invitations add column used_at integer;
alter table invitations add column label text;      -- for whom, as who made it wrote
alter table invitations add column made_at integer;
create unique index invitations_by_id on invitations (id) where id is not null;
create index invitations_of_team on invitations (team) where id is not null;

-- Makes the first administrator; gone once there is one.
create table set_up_links (
  token_hash text primary key, until integer not null
) strict, without rowid;
)sql";

}  // namespace viab::adapters::sqlite::schema
