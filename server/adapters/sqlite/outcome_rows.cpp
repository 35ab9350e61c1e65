#include "adapters/sqlite/outcome_rows.hpp"

#include "adapters/sqlite/agreement_rows.hpp"
#include "adapters/sqlite/words.hpp"

#include <nlohmann/json.hpp>

namespace viab::adapters::sqlite {
namespace {

using nlohmann::json;

// Each returns how many rows were not there yet.
int write_themes(connection& db, ports::session_outcome const& outcome) {
  int made = 0;
  int place = 0;
  for (auto const& theme : outcome.themes) {
    ++place;
    made += db.run(
        "insert or ignore into themes (session, place, title, cards, dots, note) "
        "values (?, ?, ?, ?, ?, ?)",
        outcome.session, place, theme.title, theme.cards, theme.dots, theme.note);
    int card = 0;
    for (auto const& text : theme.card_texts) {
      made += db.run(
          "insert or ignore into theme_cards (session, theme, place, text) values (?, ?, ?, ?)",
          outcome.session, place, ++card, text);
    }
  }
  return made;
}

int write_agreements(connection& db, ports::session_outcome const& outcome) {
  int made = 0;
  for (auto const& row : outcome.agreements) {
    auto const plan = columns_of(row.plan);
    made += db.run(
        "insert or ignore into agreements (id, session, team, cue, action, owner, review_on, "
        "status, made_at, settled_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.id, row.session, outcome.team, plan.cue, plan.action, plan.owner, plan.review_on,
        plan.status, row.made_at, row.settled_at, row.version);
  }
  return made;
}

int write_reviews(connection& db, ports::session_outcome const& outcome) {
  int made = 0;
  int place = 0;
  for (auto const& row : outcome.reviewed) {
    auto const plan = columns_of(row.plan);
    made += db.run(
        "insert or ignore into reviews (session, place, agreement, cue, action, owner, "
        "review_on, planned_status, status) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        outcome.session, ++place, row.agreement_id, plan.cue, plan.action, plan.owner,
        plan.review_on, plan.status, word_of(row.status));
  }
  return made;
}

bool is_settled(ports::review_row const& row) { return row.status != review_status::open; }

int write_obstacles(connection& db, ports::session_outcome const& outcome) {
  int made = 0;
  int place = 0;
  for (auto const& row : outcome.obstacles) {
    made += db.run(
        "insert or ignore into obstacles (session, place, text, about) "
        "values (?, ?, ?, ?)",
        outcome.session, ++place, row.text, word_of(row.about));
  }
  return made;
}

int write_pulse(connection& db, ports::session_outcome const& outcome) {
  if (!outcome.pulse) return 0;
  auto const& pulse = *outcome.pulse;
  return db.run(
      "insert or ignore into pulses (session, answered, moods, return_on_time, "
      "statement_texts, statements, normal) values (?, ?, ?, ?, ?, ?, ?)",
      outcome.session, pulse.answered, json(pulse.moods).dump(), json(pulse.return_on_time).dump(),
      json(pulse.statement_texts).dump(), json(pulse.statements).dump(), json(pulse.normal).dump());
}

int write_positions(connection& db, ports::session_outcome const& outcome) {
  int made = 0;
  int place = 0;
  for (auto const& row : outcome.positions) {
    made += db.run(
        "insert or ignore into positions (session, place, line, title, low, high, first, "
        "last, board, answered, now, needed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        outcome.session, ++place, row.line, row.title, row.low, row.high, row.first, row.last,
        row.board ? 1 : 0, row.answered, json(row.now).dump(), json(row.needed).dump());
  }
  return made;
}

int write_picks(connection& db, ports::session_outcome const& outcome) {
  int made = 0;
  int place = 0;
  for (auto const& row : outcome.picks) {
    made += db.run(
        "insert or ignore into picks (session, place, card, card_version, title, level, "
        "strategy, approvals, answered, chosen) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        outcome.session, ++place, row.card, row.card_version, row.title, row.level, row.strategy,
        row.approvals, row.answered, row.chosen ? 1 : 0);
  }
  return made;
}

int write_parts(connection& db, ports::session_outcome const& outcome) {
  return write_themes(db, outcome) + write_agreements(db, outcome) + write_reviews(db, outcome)
         + write_obstacles(db, outcome) + write_pulse(db, outcome) + write_positions(db, outcome)
         + write_picks(db, outcome);
}

int write_head(connection& db, ports::session_outcome const& outcome) {
  return db.run("insert or ignore into outcomes (session, team, people) values (?, ?, ?)",
                outcome.session, outcome.team, outcome.people);
}

std::vector<ports::theme_row> read_themes(connection& db, session_id const& session) {
  std::vector<ports::theme_row> themes;
  auto answer = db.query(
      "select title, cards, dots, note from themes where session = ? order by place", session);
  while (answer.next()) {
    themes.push_back({answer.text(0), answer.small(1), answer.small(2), answer.text(3), {}});
  }
  auto cards = db.query(
      "select theme, text from theme_cards where session = ? order by theme, place", session);
  while (cards.next()) {
    themes.at(static_cast<std::size_t>(cards.number(0) - 1)).card_texts.push_back(cards.text(1));
  }
  return themes;
}

std::vector<ports::review_row> read_reviews(connection& db, session_id const& session) {
  std::vector<ports::review_row> reviews;
  auto answer = db.query(
      "select agreement, status, cue, action, owner, review_on, planned_status from reviews "
      "where session = ? order by place",
      session);
  while (answer.next()) {
    reviews.push_back({answer.text(0), read_plan(answer, 2), review_status_of(answer.text(1))});
  }
  return reviews;
}

std::vector<ports::obstacle_row> read_obstacles(connection& db, session_id const& session) {
  std::vector<ports::obstacle_row> obstacles;
  auto answer =
      db.query("select text, about from obstacles where session = ? order by place", session);
  while (answer.next()) obstacles.push_back({answer.text(0), obstacle_kind_of(answer.text(1))});
  return obstacles;
}

std::optional<ports::pulse_row> read_pulse(connection& db, session_id const& session) {
  auto answer = db.query(
      "select answered, moods, return_on_time, statement_texts, statements, normal from pulses "
      "where session = ?",
      session);
  if (!answer.next()) return std::nullopt;
  ports::pulse_row pulse;
  pulse.answered = answer.small(0);
  json::parse(answer.text(1)).get_to(pulse.moods);
  json::parse(answer.text(2)).get_to(pulse.return_on_time);
  json::parse(answer.text(3)).get_to(pulse.statement_texts);
  json::parse(answer.text(4)).get_to(pulse.statements);
  json::parse(answer.text(5)).get_to(pulse.normal);
  return pulse;
}

std::vector<ports::position_row> read_positions(connection& db, session_id const& session) {
  std::vector<ports::position_row> rows;
  auto answer = db.query(
      "select line, title, low, high, first, last, board, answered, now, needed "
      "from positions where session = ? order by place",
      session);
  while (answer.next()) {
    rows.push_back({answer.text(0), answer.text(1), answer.text(2), answer.text(3), answer.small(4),
                    answer.small(5), answer.small(6) != 0, answer.small(7),
                    json::parse(answer.text(8)).get<std::vector<int>>(),
                    json::parse(answer.text(9)).get<std::vector<int>>()});
  }
  return rows;
}

std::vector<ports::pick_row> read_picks(connection& db, session_id const& session) {
  std::vector<ports::pick_row> rows;
  auto answer = db.query(
      "select card, card_version, title, level, strategy, approvals, answered, "
      "chosen from picks where session = ? order by place",
      session);
  while (answer.next()) {
    rows.push_back({answer.text(0), answer.small(1), answer.text(2), answer.text(3), answer.text(4),
                    answer.small(5), answer.small(6), answer.small(7) != 0});
  }
  return rows;
}

}  // namespace

void write_outcome(connection& db, ports::session_outcome const& outcome,
                   std::optional<time_point> closed_at) {
  if (write_head(db, outcome) == 0) return;  // later corrections are worth more than what was left
  write_parts(db, outcome);
  for (auto const& row : outcome.reviewed) {
    if (!is_settled(row)) continue;  // not this time
    db.run("update agreements set status = ?, settled_at = ? where id = ?", word_of(row.status),
           closed_at, row.agreement_id);
  }
}

int complete_outcome(connection& db, ports::session_outcome const& outcome,
                     std::optional<time_point> closed_at) {
  int const made = write_head(db, outcome) + write_parts(db, outcome);
  for (auto const& row : outcome.reviewed) {
    if (!is_settled(row)) continue;
    // What was settled or corrected afterwards stands.
    db.run(
        "update agreements set status = ?, settled_at = ? "
        "where id = ? and version = 1 and (settled_at is null or settled_at < ?)",
        word_of(row.status), closed_at, row.agreement_id, closed_at);
  }
  return made;
}

void replace_texts(connection& db, ports::session_outcome const& outcome) {
  int place = 0;
  for (auto const& theme : outcome.themes) {
    ++place;
    db.run("update themes set title = ?, note = ? where session = ? and place = ?", theme.title,
           theme.note, outcome.session, place);
    int card = 0;
    for (auto const& text : theme.card_texts) {
      db.run("update theme_cards set text = ? where session = ? and theme = ? and place = ?", text,
             outcome.session, place, ++card);
    }
  }
  place = 0;
  for (auto const& one : outcome.obstacles) {
    db.run("update obstacles set text = ? where session = ? and place = ?", one.text,
           outcome.session, ++place);
  }
  place = 0;
  for (auto const& one : outcome.reviewed) {
    ++place;
    if (one.plan.owner) continue;
    db.run("update reviews set owner = null where session = ? and place = ?", outcome.session,
           place);
  }
}

std::optional<ports::session_outcome> read_outcome(connection& db, session_id const& session) {
  auto answer = db.query("select team, people from outcomes where session = ?", session);
  if (!answer.next()) return std::nullopt;
  ports::session_outcome outcome;
  outcome.session = session;
  outcome.team = {answer.text(0)};
  outcome.people = answer.small(1);
  outcome.themes = read_themes(db, session);
  for (auto& row : read_agreements(db, outcome.team)) {
    if (row.session == session) outcome.agreements.push_back(std::move(row));
  }
  outcome.reviewed = read_reviews(db, session);
  outcome.obstacles = read_obstacles(db, session);
  outcome.pulse = read_pulse(db, session);
  outcome.positions = read_positions(db, session);
  outcome.picks = read_picks(db, session);
  return outcome;
}

}  // namespace viab::adapters::sqlite
