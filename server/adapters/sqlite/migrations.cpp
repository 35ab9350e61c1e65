#include "adapters/sqlite/migrations.hpp"

#include <SQLiteCpp/Transaction.h>

#include <array>
#include <string>

namespace viab::adapters::sqlite {
namespace {

// Times are milliseconds since 1970, UTC. Texts that may be erased are null once they are.
constexpr char events_and_sessions[] = R"sql(
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

constexpr char teams_and_people[] = R"sql(
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

constexpr char outcomes[] = R"sql(
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

// Handled commands stand with the last event of their batch that is not sealed:
// rows of their own, spread over a table by session and person, would write a page each.
constexpr char handled_beside_events[] = R"sql(
alter table events add column handled text;  -- lines of who, id and shown_seq
)sql";

constexpr std::array<migration, 4> steps{{
    {1, events_and_sessions},
    {2, teams_and_people},
    {3, outcomes},
    {4, handled_beside_events},
}};

}  // namespace

std::span<migration const> all_migrations() { return steps; }
int newest_schema() { return steps.back().version; }
int schema_of(connection& db) { return db.database().execAndGet("pragma user_version").getInt(); }

void migrate(connection& db, std::span<migration const> wanted) {
  auto const now = schema_of(db);
  for (auto const& step : wanted) {
    if (step.version <= now) continue;
    SQLite::Transaction all_or_nothing(db.database());
    db.database().exec(step.sql);
    db.database().exec("pragma application_id = " + std::to_string(application_id));
    db.database().exec("pragma user_version = " + std::to_string(step.version));
    all_or_nothing.commit();
  }
}

}  // namespace viab::adapters::sqlite
