// One connection to the database, with its prepared statements; used by one thread at a time.
#pragma once

#include "domain/actor.hpp"
#include "domain/ids.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>

namespace viab::adapters::sqlite {

// A statement that is written in the source, so that its address can stand for it.
struct literal {
  consteval literal(char const* written) : text(written) {}
  char const* text;
};

// Bytes that are no text: sealed ballots.
struct blob {
  std::string const& bytes;
};

// The answer to a query, row by row; the columns count from 0. A row is read before the next one.
class rows {
public:
  explicit rows(SQLite::Statement& statement) : statement_(statement) {}
  ~rows() { statement_.tryReset(); }
  rows(rows const&) = delete;
  rows& operator=(rows const&) = delete;

  bool next() { return statement_.executeStep(); }
  bool is_null(int column) { return statement_.getColumn(column).isNull(); }
  std::string text(int column) { return statement_.getColumn(column).getString(); }
  std::int64_t number(int column) { return statement_.getColumn(column).getInt64(); }
  int small(int column) { return static_cast<int>(number(column)); }
  bool yes(int column) { return number(column) != 0; }
  time_point time(int column) { return time_point(milliseconds(number(column))); }
  std::optional<std::string> text_or_none(int column) {
    return is_null(column) ? std::nullopt : std::optional(text(column));
  }
  std::optional<time_point> time_or_none(int column) {
    return is_null(column) ? std::nullopt : std::optional(time(column));
  }

private:
  SQLite::Statement& statement_;
};

class connection {
public:
  // `flags` are SQLite's. Throws SQLite::Exception.
  connection(std::filesystem::path const& file, int flags);

  SQLite::Database& database() { return database_; }
  sqlite3* handle() { return database_.getHandle(); }
  void set(literal pragma) { database_.exec(pragma.text); }
  bool in_transaction() const;

  // A statement without an answer; how many rows it changed.
  template <class... Values>
  int run(literal sql, Values const&... values) {
    auto& statement = prepared(sql);
    rows guard(statement);
    int place = 0;
    (bind(statement, ++place, values, keeps::no), ...);
    return statement.exec();
  }
  template <class... Values>
  rows query(literal sql, Values const&... values) {
    auto& statement = prepared(sql);
    int place = 0;
    (bind(statement, ++place, values, keeps::yes), ...);
    return rows(statement);
  }
  std::int64_t number(literal sql) {
    auto answer = query(sql);
    return answer.next() ? answer.number(0) : 0;
  }

private:
  // Whether the statement makes a copy of text: a value given to `query` may be gone at `next`.
  enum class keeps { no, yes };

  SQLite::Statement& prepared(literal);

  static void bind(SQLite::Statement& to, int place, std::string const& text, keeps copy) {
    if (copy == keeps::yes) return to.bind(place, text);
    to.bindNoCopy(place, text);
  }
  static void bind(SQLite::Statement& to, int place, blob value, keeps) {
    to.bind(place, value.bytes.data(), static_cast<int>(value.bytes.size()));
  }
  template <class Tag>
  static void bind(SQLite::Statement& to, int place, text_id<Tag> const& id, keeps copy) {
    bind(to, place, id.value, copy);
  }
  static void bind(SQLite::Statement& to, int place, time_point at, keeps) {
    to.bind(place, static_cast<std::int64_t>(at.time_since_epoch().count()));
  }
  template <std::integral Number>
  static void bind(SQLite::Statement& to, int place, Number number, keeps) {
    to.bind(place, static_cast<std::int64_t>(number));
  }
  template <class T>
  static void bind(SQLite::Statement& to, int place, std::optional<T> const& value, keeps copy) {
    if (value) return bind(to, place, *value, copy);
    to.bind(place);
  }

  SQLite::Database database_;
  std::unordered_map<char const*, SQLite::Statement> statements_;
};

}  // namespace viab::adapters::sqlite
