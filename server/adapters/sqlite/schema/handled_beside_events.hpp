// Handled commands stand with the events of their batch.
#pragma once

namespace viab::adapters::sqlite::schema {

// Handled commands stand with the last event of their batch that is not sealed:
// rows of their own, spread over a table by session and person, would write a page each.
inline constexpr char handled_beside_events[] = R"sql(
alter table events add column handled text;  -- lines of who, id and shown_seq
)sql";

}  // namespace viab::adapters::sqlite::schema
