// Work beside the event loop: on another thread, in order, and what it throws comes out.
#include "adapters/system/worker_background.hpp"
#include "support/event_loop.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <thread>

using namespace viab;

TEST_CASE("work is done on another thread, and who asked goes on behind it") {
  tests::event_loop loop;
  adapters::worker_background aside;
  std::thread::id where;
  loop.await(aside.run([&] { where = std::this_thread::get_id(); }));
  CHECK(where != std::thread::id());
  CHECK(where != std::this_thread::get_id());
}

TEST_CASE("what the work throws comes out where it was asked for") {
  tests::event_loop loop;
  adapters::worker_background aside;
  CHECK_THROWS_WITH(loop.await(aside.run([] { throw std::runtime_error("no"); })), "no");
  bool done = false;
  loop.await(aside.run([&] { done = true; }));
  CHECK(done);
}
