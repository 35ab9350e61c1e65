// What stores keep, made and shown for tests: rows are compared by their text.
#pragma once

#include "ports/event_store.hpp"
#include "ports/team_store.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace viab::tests {

inline time_point at(std::int64_t ms) { return time_point(milliseconds(ms)); }

// An event with that number; its payload says which.
inline ports::stored_event make_event(std::uint64_t seq, std::string const& payload = {}) {
  ports::stored_event event;
  event.seq = seq;
  event.at = at(1'000 + static_cast<std::int64_t>(seq));
  event.actor = participant_id{7};
  event.kind = "collect.card_added";
  event.version = 2;
  event.payload = payload.empty() ? "{\"n\":" + std::to_string(seq) + "}" : payload;
  event.shown_seq = seq / 2;
  return event;
}

// One batch of events `from` to `to`, both included.
inline ports::append_batch make_batch(std::string const& session, std::uint64_t from,
                                      std::uint64_t to) {
  ports::append_batch batch;
  batch.session = {session};
  for (auto seq = from; seq <= to; ++seq) batch.events.push_back(make_event(seq));
  return batch;
}

inline ports::session_summary make_summary(std::string const& session, std::string const& state) {
  ports::session_summary summary;
  summary.id = {session};
  summary.team = {"team-1"};
  summary.title = "Terugblik “kwartaal 3”";
  summary.format = "team_check";
  summary.language = "nl";
  summary.state = state;
  return summary;
}

// The batch that closes a session of that team at that time, with what it left.
inline ports::append_batch make_closing(std::string const& session, std::string const& team,
                                        time_point closed, ports::session_outcome left) {
  auto batch = make_batch(session, 1, 1);
  batch.summary = make_summary(session, "closed");
  batch.summary->team = {team};
  batch.summary->closed_at = closed;
  left.session = {session};
  left.team = {team};
  batch.outcome = std::move(left);
  return batch;
}

inline ports::agreement_row make_agreement(std::string const& session, std::string const& item,
                                           std::string const& action, std::int64_t made_ms) {
  ports::agreement_row row;
  row.id = session + ":" + item;
  row.session = {session};
  row.plan.cue = agreement_text::of("een collega vastloopt");
  row.plan.action = agreement_text::of(action);
  row.plan.owner = name_text::of("Noor");
  row.plan.review_on = "2026-12-01";
  row.made_at = at(made_ms);
  return row;
}

inline std::string shown(std::optional<time_point> const& time) {
  return time ? std::to_string(time->time_since_epoch().count()) : "-";
}
inline std::string shown(std::vector<int> const& numbers) {
  std::string text = "[";
  for (int n : numbers) text += std::to_string(n) + " ";
  return text + "]";
}
template <class Text>
std::string shown_text(Text const& text) {
  return text.redacted() ? "(erased)" : text.value();
}
inline std::string shown(agreement const& plan) {
  return shown_text(plan.cue) + "|" + shown_text(plan.action) + "|" +
         (plan.owner ? shown_text(*plan.owner) : "-") + "|" + plan.review_on.value_or("-") + "|" +
         std::to_string(static_cast<int>(plan.status));
}

// Rows as text, in the order of their fields.
std::string shown(ports::stored_event const&);
std::string shown(ports::handled_command const&);
std::string shown(ports::agreement_row const&);

template <class Row>
std::string shown(std::vector<Row> const& rows) {
  std::string text;
  for (auto const& row : rows) text += shown(row) + "\n";
  return text;
}

inline std::string shown(ports::stored_event const& event) {
  return std::to_string(event.seq) + " " + shown(std::optional(event.at)) + " " +
         (event.actor ? "p" + std::to_string(event.actor->number) : "-") + " " + event.kind + "/" +
         std::to_string(event.version) + " " + event.sealed_round.value_or("-") + " " +
         std::to_string(event.shown_seq) + " " + event.payload;
}

inline std::string shown(ports::handled_command const& row) {
  return row.who + " " + row.id + " " + std::to_string(row.shown_seq) + " " +
         row.sealed_round.value_or("-");
}

// Handled commands in the order of their text: stores keep none.
inline std::string shown(ports::loaded_session const& loaded) {
  std::vector<std::string> handled;
  for (auto const& row : loaded.handled) handled.push_back(shown(row));
  std::sort(handled.begin(), handled.end());
  std::string text = shown<ports::stored_event>(loaded.events);
  for (auto const& row : handled) text += row + "\n";
  return text;
}

inline std::string shown(ports::session_summary const& row) {
  return row.id.value + " " + row.team.value + " " + row.title + " " + row.format + " " +
         row.language + " " + row.state + (row.locked ? " locked " : " ") +
         shown(row.planned_for) + " " + shown(row.started_at) + " " + shown(row.closed_at) + " " +
         row.join_code + " " + shown(row.join_code_until);
}

inline std::string shown(ports::agreement_row const& row) {
  return row.id + " " + row.session.value + " " + shown(row.plan) + " " + shown(row.made_at) +
         " " + shown(row.settled_at) + " v" + std::to_string(row.version);
}

inline std::string shown(ports::session_outcome const& outcome) {
  std::string text = outcome.session.value + " " + outcome.team.value + " " +
                     std::to_string(outcome.people) + "\n";
  for (auto const& theme : outcome.themes) {
    text += "theme " + theme.title + " " + std::to_string(theme.cards) + " " +
            std::to_string(theme.dots) + " " + theme.note;
    for (auto const& card : theme.card_texts) text += " <" + card + ">";
    text += "\n";
  }
  text += shown<ports::agreement_row>(outcome.agreements);
  for (auto const& review : outcome.reviewed) {
    text += "reviewed " + review.agreement_id + " " + shown(review.plan) + " " +
            std::to_string(static_cast<int>(review.status)) + "\n";
  }
  for (auto const& obstacle : outcome.obstacles) {
    text += "obstacle " + obstacle.text + " " + std::to_string(static_cast<int>(obstacle.about)) +
            "\n";
  }
  if (!outcome.pulse) return text;
  auto const& pulse = *outcome.pulse;
  text += "pulse " + std::to_string(pulse.answered);
  for (auto const& [mood, count] : pulse.moods) text += " " + mood + "=" + std::to_string(count);
  text += shown(pulse.return_on_time);
  for (auto const& statement : pulse.statement_texts) text += statement + ";";
  for (auto const& counts : pulse.statements) text += shown(counts);
  return text + shown(pulse.normal) + "\n";
}

}  // namespace viab::tests
