// Work for the writing connection, with what it says of itself.
#pragma once

#include "adapters/sqlite/database.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <memory>
#include <utility>

namespace viab::adapters::sqlite {

template <class T>
boost::asio::awaitable<T> told(database& of, std::function<T(write_scope&)> what) {
  auto const became = std::make_shared<T>();
  writer::work work = [what = std::move(what), became](write_scope& scope) {
    *became = what(scope);
  };
  auto pending = of.writes().write(std::move(work));
  co_await std::move(pending);
  co_return std::move(*became);
}

}  // namespace viab::adapters::sqlite
