#include "adapters/sqlite/person_rows.hpp"

#include "adapters/sqlite/audit_rows.hpp"
#include "adapters/sqlite/list_parts.hpp"
#include "adapters/sqlite/organisation_rows.hpp"
#include "adapters/sqlite/words.hpp"

namespace viab::adapters::sqlite {
namespace {

using ports::change;

directory::person person_in(rows& row) {
  directory::person one;
  one.key = person_id{row.text(0)};
  one.name = name_text::of(row.text(1));
  if (auto const email = row.text_or_none(2)) {
    if (auto const read = email_address::make(*email)) one.email = *read;
  }
  if (auto organisation = row.text_or_none(3)) {
    one.organisation = directory::organisation_id{std::move(*organisation)};
  }
  one.language = row.text(4);
  one.as = level_of(row.text(5));
  one.trainer = row.yes(6);
  one.left_at = row.time_or_none(7);
  one.version = row.small(8);
  one.letters = row.yes(9);
  return one;
}

std::optional<std::string> address_of(directory::person const& row) {
  return row.email ? std::optional(row.email->value()) : std::nullopt;
}

bool is_last_administrator(connection& db, person_id const& key) {
  auto const found = find_person(db, key);
  return found && found->as == directory::level::administrator && !found->left_at
         && count_administrators(db) == 1;
}

bool address_is_taken(connection& db, directory::person const& row) {
  if (!row.email) return false;
  auto other =
      db.query("select 1 from people where email = ? and key <> ?", row.email->value(), row.key);
  return other.next();
}

void insert_person(connection& db, directory::person const& row) {
  db.run(
      "insert into identities (key, name, guest) values (?, ?, 0) on conflict (key) do update "
      "set name = excluded.name",
      row.key, row.name.value());
  db.run(
      "insert into people (key, email, organisation, language, level, trainer, left_at, "
      "version, letters) values (?, ?, ?, ?, ?, ?, null, 1, ?)",
      row.key, address_of(row), row.organisation, row.language, word_of(row.as), row.trainer,
      row.letters);
}

}  // namespace

ports::list_part<directory::person> read_people(
    connection& db, ports::list_query const& query,
    std::optional<directory::organisation_id> const& of) {
  auto const from = read_cursor(query.after);
  auto const most = rows_wanted(query);
  auto const pattern = like_pattern(query.search);
  auto answer = db.query(
      "select p.key, i.name, p.email, p.organisation, p.language, p.level, p.trainer, p.left_at, "
      "p.version, p.letters from people p join identities i on i.key = p.key "
      "where i.name <> '' and (i.name collate nocase, p.key) > (? collate nocase, ?) "
      "and (i.name like ? escape '\\' or p.email like ? escape '\\') "
      "and (? is null or p.organisation = ?) "
      "order by i.name collate nocase, p.key limit ?",
      from.name, from.id, pattern, pattern, of, of, most + 1);
  std::vector<directory::person> found;
  while (answer.next()) found.push_back(person_in(answer));
  return finished_part(std::move(found), most, [](directory::person const& one) {
    return place_in_list{one.name.value(), one.key.value};
  });
}

std::optional<directory::person> find_person(connection& db, person_id const& key) {
  auto answer = db.query(
      "select p.key, i.name, p.email, p.organisation, p.language, p.level, p.trainer, p.left_at, "
      "p.version, p.letters from people p join identities i on i.key = p.key where p.key = ?",
      key);
  if (!answer.next()) return std::nullopt;
  return person_in(answer);
}

std::optional<directory::person> find_person_by_email(connection& db, std::string const& email) {
  auto answer = db.query("select key from people where email = ?", email);
  if (!answer.next()) return std::nullopt;
  person_id const key{answer.text(0)};
  return find_person(db, key);
}

change write_person(connection& db, directory::person const& row, ports::act const& by) {
  if (address_is_taken(db, row)) return change::taken;
  if (row.organisation && !find_organisation(db, *row.organisation)) return change::not_found;
  if (row.version == 0) {
    insert_person(db, row);
  } else {
    if (!find_person(db, row.key)) return change::not_found;
    int const changed = db.run(
        "update people set email = ?, organisation = ?, language = ?, trainer = ?, letters = ?, "
        "version = version + 1 where key = ? and version = ?",
        address_of(row), row.organisation, row.language, row.trainer, row.letters, row.key,
        row.version);
    if (changed != 1) return change::changed_meanwhile;
    db.run("update identities set name = ? where key = ?", row.name.value(), row.key);
  }
  write_audit(db, "save_person", row.key.value, "done", by);
  return change::done;
}

change write_level(connection& db, person_id const& key, directory::level as,
                   ports::act const& by) {
  if (!find_person(db, key)) return change::not_found;
  if (as != directory::level::administrator && is_last_administrator(db, key)) {
    return change::in_use;
  }
  db.run("update people set level = ?, version = version + 1 where key = ?", word_of(as), key);
  write_audit(db, "set_level_" + word_of(as), key.value, "done", by);
  return change::done;
}

change end_person(connection& db, person_id const& key, ports::act const& by) {
  if (!find_person(db, key)) return change::not_found;
  if (is_last_administrator(db, key)) return change::in_use;
  db.run(
      "update people set left_at = coalesce(left_at, ?), level = 'none', trainer = 0, "
      "version = version + 1 where key = ?",
      by.at, key);
  db.run("delete from browsers where identity = ?", key);
  db.run("delete from session_access where identity = ?", key);
  db.run("delete from invitations where person = ?", key);
  db.run("delete from memberships where person = ? and from_at >= ?", key, by.at);
  db.run(
      "update memberships set until_at = ?, version = version + 1 "
      "where person = ? and (until_at is null or until_at > ?)",
      by.at, key, by.at);
  write_audit(db, "person_leaves", key.value, "done", by);
  return change::done;
}

int count_administrators(connection& db) {
  return static_cast<int>(
      db.number("select count(*) from people where level = 'administrator' and left_at is null"));
}

void write_set_up_link(connection& db, std::string const& token_hash, time_point until) {
  db.run("delete from set_up_links");
  db.run("insert into set_up_links (token_hash, until) values (?, ?)", token_hash, until);
}

change use_set_up_link(connection& db, std::string const& token_hash,
                       directory::person const& first, ports::act const& by) {
  if (count_administrators(db) > 0) return change::not_found;
  if (db.run("delete from set_up_links where token_hash = ? and until > ?", token_hash, by.at)
      != 1) {
    return change::not_found;
  }
  auto administrator = first;
  administrator.as = directory::level::administrator;
  administrator.version = 0;
  auto const became = write_person(db, administrator, by);
  if (became == change::done) write_audit(db, "set_up", first.key.value, "done", by);
  return became;
}

}  // namespace viab::adapters::sqlite
