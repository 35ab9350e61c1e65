#include "adapters/sqlite/overview_rows.hpp"

#include "adapters/sqlite/words.hpp"

#include <nlohmann/json.hpp>

namespace viab::adapters::sqlite {
namespace {

std::optional<std::string> part_of(std::string challenge) {
  if (challenge.empty()) return std::nullopt;
  return challenge;
}

int active_teams(connection& db, ports::month_span const& month) {
  auto answer = db.query(
      "select count(distinct t.id) from teams t join memberships m on m.team = t.id "
      "where m.from_at < ? and (m.until_at is null or m.until_at > ?) "
      "and (t.ended_at is null or t.ended_at > ?)",
      month.until, month.from, month.from);
  return answer.next() ? answer.small(0) : 0;
}

int teams_that_met(connection& db, ports::month_span const& month) {
  auto answer = db.query(
      "select count(distinct s.team) from sessions s join outcomes o on o.session = s.id "
      "where s.closed_at >= ? and s.closed_at < ?",
      month.from, month.until);
  return answer.next() ? answer.small(0) : 0;
}

std::vector<memory::team_month> pulses_in(connection& db, ports::month_span const& month) {
  auto answer = db.query(
      "select s.team, coalesce(t.challenge, ''), p.normal from sessions s "
      "join pulses p on p.session = s.id join teams t on t.id = s.team "
      "where s.closed_at >= ? and s.closed_at < ? order by s.team, s.id",
      month.from, month.until);
  std::vector<memory::team_month> all;
  while (answer.next()) {
    all.push_back({{answer.text(0)},
                   part_of(answer.text(1)),
                   nlohmann::json::parse(answer.text(2)).get<std::vector<int>>()});
  }
  return all;
}

}  // namespace

std::optional<ports::month_overview> find_month(connection& db, std::string const& month) {
  ports::month_overview found;
  {
    auto answer =
        db.query("select active_teams, met_teams from overview_months where month = ?", month);
    if (!answer.next()) return std::nullopt;
    found.active_teams = answer.small(0);
    found.met_teams = answer.small(1);
  }
  auto answer = db.query(
      "select challenge, teams, people, low, middle, high from overview_pulses where month = ? "
      "order by challenge",
      month);
  while (answer.next()) {
    found.pulse.push_back({part_of(answer.text(0)),
                           answer.small(1),
                           answer.small(2),
                           {answer.small(3), answer.small(4), answer.small(5)}});
  }
  return found;
}

ports::month_overview find_or_write_month(connection& db, ports::month_span const& month,
                                          time_point now) {
  if (auto found = find_month(db, month.name)) return *found;
  ports::month_overview made;
  made.active_teams = active_teams(db, month);
  made.met_teams = teams_that_met(db, month);
  made.pulse = memory::shown_across(pulses_in(db, month));
  db.run(
      "insert into overview_months (month, active_teams, met_teams, made_at) "
      "values (?, ?, ?, ?)",
      month.name, made.active_teams, made.met_teams, now);
  for (auto const& one : made.pulse) {
    db.run(
        "insert into overview_pulses (month, challenge, teams, people, low, middle, high) "
        "values (?, ?, ?, ?, ?, ?, ?)",
        month.name, one.part.value_or(""), one.teams, one.people, one.shares[0], one.shares[1],
        one.shares[2]);
  }
  return made;
}

ports::challenge_map read_challenge_map(connection& db, time_point at) {
  ports::challenge_map map;
  auto places = db.query("select id, name, calendar, version from organisations order by name, id");
  while (places.next()) {
    map.organisations.push_back({{places.text(0)},
                                 directory::title_text::of(places.text(1)),
                                 places.text(2),
                                 places.small(3)});
  }
  auto challenges = db.query(
      "select c.id, c.name, c.what_for, c.state, c.version, (select count(distinct t.id) from "
      "teams t join memberships m on m.team = t.id where t.challenge = c.id and m.from_at <= ? "
      "and (m.until_at is null or m.until_at > ?)) from challenges c order by c.name, c.id",
      at, at);
  while (challenges.next()) {
    ports::challenge_row row;
    row.challenge.id = {challenges.text(0)};
    row.challenge.name = directory::title_text::of(challenges.text(1));
    row.challenge.what_for = directory::remark_text::of(challenges.text(2));
    row.challenge.state = challenge_state_of(challenges.text(3));
    row.challenge.version = challenges.small(4);
    row.teams = challenges.small(5);
    map.challenges.push_back(std::move(row));
  }
  auto flows = db.query(
      "select coalesce(p.organisation, ''), coalesce(t.challenge, ''), count(distinct m.person) "
      "from memberships m join teams t on t.id = m.team left join people p on p.key = m.person "
      "where m.from_at <= ? and (m.until_at is null or m.until_at > ?) "
      "and (t.ended_at is null or t.ended_at > ?) group by 1, 2 order by 1, 2",
      at, at, at);
  while (flows.next()) {
    map.flows.push_back({{flows.text(0)}, {flows.text(1)}, flows.small(2)});
  }
  return map;
}

std::optional<time_point> first_membership(connection& db) {
  // A membership that came along from before memberships had a time began at the very start.
  auto answer = db.query("select min(from_at) from memberships where from_at > 0");
  if (!answer.next()) return std::nullopt;
  return answer.time_or_none(0);
}

}  // namespace viab::adapters::sqlite
