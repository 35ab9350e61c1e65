// Lets the others go first, once: a memory store suspends as a real one does.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace viab::adapters {

// Code that only works when a store answers at once would pass its tests and fail in the house.
inline boost::asio::awaitable<void> later() {
  auto const executor = co_await boost::asio::this_coro::executor;
  auto turn = boost::asio::post(executor, boost::asio::use_awaitable);
  co_await std::move(turn);
}

}  // namespace viab::adapters
