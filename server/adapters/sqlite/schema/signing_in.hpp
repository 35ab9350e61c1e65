// Letters that wait to be sent, and what signing in keeps: requests under way, second steps,
// accounts with an identity provider.
#pragma once

namespace viab::adapters::sqlite::schema {

inline constexpr char signing_in[] = R"sql(
-- What a letter says and to whom is erased once nothing will be done with it any more.
create table mail_outbox (
  number integer primary key,
  key text not null unique,
  state text not null,        -- queued, sending, sent, refused, expired
  address text, name text, subject text, body text,
  calendar_method text, calendar text,
  tries integer not null default 0,
  next_at integer not null, use_by integer not null, settled_at integer
) strict;
create index mail_that_waits on mail_outbox (next_at) where state = 'queued';

-- One per browser that asked for a link by e-mail. `person` is null for an address that nobody has.
create table sign_in_requests (
  browser_hash text primary key,
  person text references identities (key) on delete cascade,
  token_hash text not null, code_hash text not null,
  until integer not null, tries_left integer not null,
  proved integer not null default 0,
  new_secret blob             -- of an authenticator that is being set up
) strict, without rowid;

create table second_steps (
  person text primary key references identities (key) on delete cascade,
  secret blob not null, last_step integer,
  recovery_hashes text not null,   -- one per line
  made_at integer not null
) strict, without rowid;

-- Who is known by which account; never by an e-mail address.
create table provider_accounts (
  issuer text not null, subject text not null,
  person text not null references identities (key) on delete cascade,
  made_at integer not null,
  primary key (issuer, subject)
) strict, without rowid;
create index provider_accounts_of on provider_accounts (person);

create table pending_logins (
  state_hash text primary key,
  issuer text not null, nonce text not null, verifier text not null, browser_hash text not null,
  return_to text not null, started_at integer not null, until integer not null
) strict, without rowid;
)sql";

}  // namespace viab::adapters::sqlite::schema
