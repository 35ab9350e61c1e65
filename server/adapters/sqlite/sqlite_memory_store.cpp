#include "adapters/sqlite/sqlite_memory_store.hpp"

#include "adapters/sqlite/words.hpp"

#include <nlohmann/json.hpp>

namespace viab::adapters {
namespace {

using sqlite::connection;

std::vector<memory::theme_seen> themes_of(connection& db, team_id const& team, time_point since) {
  auto answer = db.query(
      "select s.id, s.closed_at, t.title, t.dots from sessions s join themes t on t.session = s.id "
      "where s.team = ? and s.closed_at >= ? and t.title <> '' and t.cards > 0 "
      "order by s.closed_at, t.place",
      team, since);
  std::vector<memory::theme_seen> all;
  while (answer.next()) {
    all.push_back({{answer.text(0)}, answer.time(1), answer.text(2), answer.small(3)});
  }
  return all;
}

std::vector<memory::pulse_seen> pulses_of(connection& db, team_id const& team, time_point since) {
  auto answer = db.query(
      "select s.id, s.closed_at, p.normal from sessions s join pulses p on p.session = s.id "
      "where s.team = ? and s.closed_at >= ? order by s.closed_at",
      team, since);
  std::vector<memory::pulse_seen> all;
  while (answer.next()) {
    auto counts = nlohmann::json::parse(answer.text(2)).get<std::vector<int>>();
    if (!counts.empty()) all.push_back({{answer.text(0)}, answer.time(1), std::move(counts)});
  }
  return all;
}

std::vector<memory::agreement_seen> agreements_of(connection& db, team_id const& team) {
  auto answer = db.query("select made_at, status from agreements where team = ?", team);
  std::vector<memory::agreement_seen> all;
  while (answer.next()) {
    all.push_back({answer.time_or_none(0), sqlite::review_status_of(answer.text(1))});
  }
  return all;
}

// Who was in the team at that moment, by key.
std::vector<std::string> members_at(connection& db, team_id const& team, time_point at) {
  auto answer = db.query(
      "select distinct person from memberships where team = ?1 "
      "and from_at <= ?2 and (until_at is null or until_at > ?2) order by person",
      team, at);
  std::vector<std::string> keys;
  while (answer.next()) keys.push_back(answer.text(0));
  return keys;
}

std::vector<memory::line_seen> lines_of(connection& db, team_id const& team, time_point since) {
  auto answer = db.query(
      "select s.id, s.closed_at, p.line, p.title, p.low, p.high, p.first, p.last, p.now, p.needed "
      "from sessions s join positions p on p.session = s.id "
      "where s.team = ? and s.closed_at >= ? and p.board = 0 order by s.closed_at, p.place",
      team, since);
  std::vector<memory::line_seen> all;
  while (answer.next()) {
    all.push_back({{answer.text(0)},
                   answer.time(1),
                   answer.text(2),
                   answer.text(3),
                   answer.text(4),
                   answer.text(5),
                   answer.small(6),
                   answer.small(7),
                   nlohmann::json::parse(answer.text(8)).get<std::vector<int>>(),
                   nlohmann::json::parse(answer.text(9)).get<std::vector<int>>(),
                   {}});
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    bool const same = i > 0 && all[i - 1].session == all[i].session;
    all[i].members = same ? all[i - 1].members : members_at(db, team, all[i].at);
  }
  return all;
}

}  // namespace

boost::asio::awaitable<ports::team_past> sqlite_memory_store::past_of(team_id team,
                                                                      time_point since) {
  return database_.reads().read<ports::team_past>([=](connection& db) {
    return ports::team_past{themes_of(db, team, since), pulses_of(db, team, since),
                            agreements_of(db, team), lines_of(db, team, since)};
  });
}

}  // namespace viab::adapters
