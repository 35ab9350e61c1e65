#include "adapters/sqlite/wall_rows.hpp"

#include "adapters/sqlite/audit_rows.hpp"
#include "adapters/sqlite/list_parts.hpp"
#include "adapters/sqlite/words.hpp"

#include <algorithm>

namespace viab::adapters::sqlite {
namespace {

using ports::change;
using walls::wall;
using walls::wall_id;

// A statement is kept under its text, so that this one stands in each query as a whole.
#define VIAB_WALL                                                                              \
  "select id, team, text, about, session, place, level, organisation, status, owner, answer, " \
  "raised_at, changed_at, joined_into, version from walls "

std::string spelled(auto value) { return std::string(walls::word_of(value)); }

wall wall_in(rows& row) {
  wall one;
  one.id = {row.text(0)};
  one.team = {row.text(1)};
  one.text = card_text::of(row.text(2));
  one.about = obstacle_kind_of(row.text(3));
  if (!row.is_null(4)) one.from = walls::source{{row.text(4)}, row.small(5)};
  one.where = wall_level_of(row.text(6));
  if (auto of = row.text_or_none(7)) one.organisation = walls::place_id{*of};
  one.now = wall_status_of(row.text(8));
  one.owner = walls::owner_text::of(row.text(9));
  one.answer = walls::answer_text::of(row.text(10));
  one.raised_at = row.time(11);
  one.changed_at = row.time(12);
  if (auto into = row.text_or_none(13)) one.joined_into = wall_id{*into};
  one.version = row.small(14);
  return one;
}

std::vector<wall> all_in(rows answer) {
  std::vector<wall> all;
  while (answer.next()) all.push_back(wall_in(answer));
  return all;
}

std::optional<wall> one_wall(connection& db, wall_id const& id) {
  auto answer = db.query(VIAB_WALL "where id = ?", id);
  if (!answer.next()) return std::nullopt;
  return wall_in(answer);
}

std::vector<wall> likes_of(connection& db, wall_id const& id) {
  return all_in(db.query(VIAB_WALL "where joined_into = ? order by raised_at, id", id));
}

ports::listed_wall listed(connection& db, wall one) {
  ports::listed_wall row;
  row.likes = likes_of(db, one.id);
  std::vector<team_id> teams{one.team};
  for (auto const& like : row.likes) teams.push_back(like.team);
  std::sort(teams.begin(), teams.end());
  row.teams = static_cast<int>(std::unique(teams.begin(), teams.end()) - teams.begin());
  row.wall = std::move(one);
  return row;
}

std::vector<walls::turn> turns_of(connection& db, wall_id const& id) {
  auto answer = db.query(
      "select status, level, owner, answer, at from wall_turns where wall = ? order by number", id);
  std::vector<walls::turn> all;
  while (answer.next()) {
    all.push_back({wall_status_of(answer.text(0)), wall_level_of(answer.text(1)), answer.text(2),
                   answer.text(3), answer.time(4)});
  }
  return all;
}

void add_turn(connection& db, wall const& one, time_point at) {
  db.run(
      "insert into wall_turns (wall, number, status, level, owner, answer, at) "
      "select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from wall_turns where wall = ?",
      one.id, spelled(one.now), spelled(one.where), one.owner.value(), one.answer.value(), at,
      one.id);
}

bool is_an_obstacle_of(connection& db, team_id const& team, walls::source const& from) {
  auto answer = db.query(
      "select 1 from obstacles join outcomes using (session) "
      "where obstacles.session = ? and obstacles.place = ? and outcomes.team = ?",
      from.session, from.place, team);
  return answer.next();
}

bool is_raised(connection& db, walls::source const& from) {
  auto answer =
      db.query("select 1 from walls where session = ? and place = ?", from.session, from.place);
  return answer.next();
}

bool has_enough(connection& db, team_id const& team) {
  auto answer = db.query("select count(*) from walls where team = ?", team);
  return answer.next() && answer.small(0) >= walls::most_walls_of_team;
}

std::string object_of(wall_id const& id) { return "wall:" + id.value; }

template <class Value>
std::optional<std::string> word_or_null(std::optional<Value> const& value) {
  if (!value) return std::nullopt;
  return spelled(*value);
}

}  // namespace

change write_raised(connection& db, wall const& one, ports::act const& by) {
  if (one.from && !is_an_obstacle_of(db, one.team, *one.from)) return change::not_found;
  if (one.from && is_raised(db, *one.from)) return change::taken;
  if (has_enough(db, one.team)) return change::in_use;
  std::optional<session_id> session;
  std::optional<int> place;
  if (one.from) {
    session = one.from->session;
    place = one.from->place;
  }
  db.run(
      "insert into walls (id, team, text, about, session, place, level, organisation, status, "
      "owner, answer, raised_at, changed_at, version) "
      "values (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, 1)",
      one.id, one.team, one.text.value(), spelled(one.about), session, place, spelled(one.where),
      one.organisation, spelled(walls::status::raised), one.raised_at, one.raised_at);
  write_audit(db, "raise_wall", object_of(one.id), "done", by);
  return change::done;
}

change delete_raised(connection& db, team_id const& team, wall_id const& id, ports::act const& by) {
  auto const own = one_wall(db, id);
  if (!own || own->team != team) return change::not_found;
  auto const answering = own->joined_into ? one_wall(db, *own->joined_into) : own;
  auto const likes = static_cast<int>(likes_of(db, id).size());
  if (!walls::can_take_back(*answering, likes)) return change::in_use;
  db.run("delete from walls where id = ?", id);
  write_audit(db, "take_back_wall", object_of(id), "done", by);
  return change::done;
}

std::vector<ports::raised_wall> read_walls_of_team(connection& db, team_id const& team) {
  std::vector<ports::raised_wall> all;
  for (auto& own : all_in(db.query(VIAB_WALL "where team = ? order by raised_at desc, id", team))) {
    auto answering = own.joined_into ? one_wall(db, *own.joined_into).value_or(own) : own;
    auto seen = listed(db, std::move(answering));
    ports::raised_wall row;
    row.teams = seen.teams;
    row.turns = turns_of(db, seen.wall.id);
    auto const lead_here = own.joined_into ? 0 : static_cast<int>(seen.likes.size());
    row.can_take_back = walls::can_take_back(seen.wall, lead_here);
    row.answering = std::move(seen.wall);
    row.own = std::move(own);
    all.push_back(std::move(row));
  }
  return all;
}

std::vector<ports::open_obstacle> read_open_obstacles(connection& db, team_id const& team,
                                                      int most) {
  auto answer = db.query(
      "select o.session, o.place, o.text, o.about, s.closed_at from obstacles o "
      "join outcomes using (session) join sessions s on s.id = o.session "
      "where outcomes.team = ? and s.closed_at is not null and o.text <> '' and not exists "
      "(select 1 from walls w where w.session = o.session and w.place = o.place) "
      "order by s.closed_at desc, o.session, o.place limit ?",
      team, most);
  std::vector<ports::open_obstacle> all;
  while (answer.next()) {
    all.push_back({{{answer.text(0)}, answer.small(1)},
                   answer.text(2),
                   obstacle_kind_of(answer.text(3)),
                   answer.time(4)});
  }
  return all;
}

ports::list_part<ports::listed_wall> read_walls(connection& db, ports::list_query const& query,
                                                ports::wall_filter const& only) {
  // Newest first: the cursor holds the moment as a text of a number.
  auto const from = read_cursor(query.after);
  auto const before = from.name.empty() ? std::string("9999999999999") : from.name;
  auto const most = rows_wanted(query);
  auto const where = word_or_null(only.where);
  auto const now = word_or_null(only.now);
  auto const about = word_or_null(only.about);
  auto const search = like_pattern(query.search);
  auto found = all_in(db.query(
      VIAB_WALL
      "where joined_into is null and (raised_at, id) < (cast(? as integer), ?) "
      "and (? is null or level = ?) and (? is null or status = ?) and (? is null or about = ?) "
      "and (? is null or organisation = ?) and (text like ? escape '\\' or owner like ? "
      "escape '\\' or answer like ? escape '\\') order by raised_at desc, id desc limit ?",
      before, from.id, where, where, now, now, about, about, only.organisation, only.organisation,
      search, search, search, most + 1));
  auto const place_of = [](wall const& one) {
    return place_in_list{std::to_string(one.raised_at.time_since_epoch().count()), one.id.value};
  };
  auto part = finished_part(std::move(found), most, place_of);
  ports::list_part<ports::listed_wall> seen;
  seen.next = std::move(part.next);
  for (auto& one : part.rows) seen.rows.push_back(listed(db, std::move(one)));
  return seen;
}

std::optional<ports::listed_wall> find_wall(connection& db, wall_id const& id) {
  auto one = one_wall(db, id);
  if (!one) return std::nullopt;
  return listed(db, std::move(*one));
}

change write_answer(connection& db, wall const& one, ports::act const& by) {
  auto const kept = one_wall(db, one.id);
  if (!kept) return change::not_found;
  if (kept->version != one.version) return change::changed_meanwhile;
  if (kept->joined_into) return change::in_use;
  db.run(
      "update walls set level = ?, organisation = ?, status = ?, owner = ?, answer = ?, "
      "changed_at = ?, version = version + 1 where id = ?",
      spelled(one.where), one.organisation, spelled(one.now), one.owner.value(), one.answer.value(),
      by.at, one.id);
  add_turn(db, one, by.at);
  write_audit(db, "answer_wall", object_of(one.id), "done", by);
  return change::done;
}

change write_join(connection& db, wall_id const& id, int version,
                  std::optional<wall_id> const& into, ports::act const& by) {
  auto const kept = one_wall(db, id);
  if (!kept) return change::not_found;
  if (kept->version != version) return change::changed_meanwhile;
  if (into) {
    auto const target = one_wall(db, *into);
    if (!target) return change::not_found;
    if (target->joined_into || *into == id) return change::in_use;
    db.run("update walls set joined_into = ?, version = version + 1 where joined_into = ?", *into,
           id);
  }
  db.run("update walls set joined_into = ?, changed_at = ?, version = version + 1 where id = ?",
         into, by.at, id);
  write_audit(db, into ? "join_walls" : "part_walls", object_of(id), "done", by);
  return change::done;
}

#undef VIAB_WALL

}  // namespace viab::adapters::sqlite
