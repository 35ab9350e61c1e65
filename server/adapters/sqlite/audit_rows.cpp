#include "adapters/sqlite/audit_rows.hpp"

#include "adapters/sqlite/disk.hpp"

#include <algorithm>

namespace viab::adapters::sqlite {
namespace {

constexpr int most_entries = 200;

// Lengths before the fields, so that no two different rows read the same.
std::string chained(std::string const& before, ports::audit_entry const& entry) {
  std::string all = before;
  auto const add = [&](std::string const& field) {
    all += std::to_string(field.size()) + ':' + field;
  };
  add(std::to_string(entry.number));
  add(std::to_string(entry.at.time_since_epoch().count()));
  for (auto const* field :
       {&entry.action, &entry.object, &entry.result, &entry.origin, &entry.actor}) {
    add(*field);
  }
  return sha256_of_text(all);
}

// The last row of what was deleted: {number, hash}. Before the first row: {0, ""}.
struct anchor {
  std::int64_t number = 0;
  std::string hash;
};

anchor anchor_of(connection& db) {
  auto answer = db.query("select value from meta where name = 'audit_anchor'");
  if (!answer.next()) return {};
  auto const kept = answer.text(0);
  auto const space = kept.find(' ');
  return {std::stoll(kept.substr(0, space)), kept.substr(space + 1)};
}

ports::audit_entry entry_in(rows& row) {
  return {row.number(0), row.time(1), row.text(2), row.text(3),
          row.text(4),   row.text(5), row.text(6)};
}

}  // namespace

void write_audit(connection& db, std::string const& action, std::string const& object,
                 std::string const& result, ports::act const& by) {
  auto [last, hash] = anchor_of(db);
  {
    auto newest = db.query("select number, hash from audit order by number desc limit 1");
    if (newest.next()) {
      last = newest.number(0);
      hash = newest.text(1);
    }
  }
  ports::audit_entry const entry{last + 1, by.at, action, object, result, by.origin, by.actor};
  db.run(
      "insert into audit (number, at, action, object, result, origin, actor, hash) "
      "values (?, ?, ?, ?, ?, ?, ?, ?)",
      entry.number, entry.at, entry.action, entry.object, entry.result, entry.origin, entry.actor,
      chained(hash, entry));
}

ports::audit_part read_audit(connection& db, std::optional<std::int64_t> before, int most) {
  most = std::clamp(most, 1, most_entries);
  auto answer = db.query(
      "select number, at, action, object, result, origin, actor from audit "
      "where ? is null or number < ? order by number desc limit ?",
      before, before, most + 1);
  ports::audit_part part;
  while (answer.next()) part.rows.push_back(entry_in(answer));
  if (part.rows.size() > static_cast<std::size_t>(most)) {
    part.rows.pop_back();
    part.next = part.rows.back().number;
  }
  return part;
}

std::optional<std::int64_t> first_broken_audit(connection& db) {
  auto [last, before] = anchor_of(db);
  auto expected = last + 1;
  auto answer = db.query(
      "select number, at, action, object, result, origin, actor, hash from audit order by number");
  while (answer.next()) {
    auto const entry = entry_in(answer);
    auto const hash = answer.text(7);
    if (entry.number != expected || chained(before, entry) != hash) return expected;
    before = hash;
    ++expected;
  }
  return std::nullopt;
}

int prune_audit(connection& db, time_point before) {
  anchor last;
  {
    auto answer = db.query(
        "select number, hash from audit where at < ? order by number desc limit 1", before);
    if (!answer.next()) return 0;
    last = {answer.number(0), answer.text(1)};
  }
  db.run("insert or replace into meta (name, value) values ('audit_anchor', ?)",
         std::to_string(last.number) + " " + last.hash);
  return db.run("delete from audit where number <= ?", last.number);
}

}  // namespace viab::adapters::sqlite
