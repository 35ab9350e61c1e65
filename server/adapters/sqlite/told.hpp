// Pieces of work for the writing connection, as the stores have them.
#pragma once

#include "adapters/sqlite/database.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <memory>
#include <utility>

namespace viab::adapters::sqlite {

// What the work says of itself, after the commit.
template <class T>
boost::asio::awaitable<T> told_in_scope(database& of, std::function<T(write_scope&)> what) {
  auto const became = std::make_shared<T>();
  writer::work work = [what = std::move(what), became](write_scope& scope) {
    *became = what(scope);
  };
  auto pending = of.writes().write(std::move(work));
  co_await std::move(pending);
  co_return std::move(*became);
}

template <class T>
boost::asio::awaitable<T> told(database& of, std::function<T(connection&)> what) {
  return told_in_scope<T>(of,
                          [what = std::move(what)](write_scope& scope) { return what(scope.db); });
}

inline boost::asio::awaitable<void> written(database& of, std::function<void(connection&)> what) {
  writer::work work = [what = std::move(what)](write_scope& scope) { what(scope.db); };
  return of.writes().write(std::move(work));
}

}  // namespace viab::adapters::sqlite
