#include "net/wheel.hpp"

#include <catch2/catch.hpp>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <thread>

using namespace viab;
using namespace std::chrono_literals;

namespace {

struct bell : net::wheel::entry {
  explicit bell(std::function<void()> ring) : what(std::move(ring)) {}
  void on_time() override { what(); }
  std::function<void()> what;
};

struct clockwork {
  boost::asio::io_context loop;
  std::shared_ptr<net::wheel> wheel = std::make_shared<net::wheel>(loop, 5ms);
  void run(std::chrono::milliseconds span) {
    loop.restart();
    loop.run_for(span);
  }
};

}  // namespace

TEST_CASE("the wheel calls each entry once, not early, in the order of time") {
  clockwork here;
  std::string called;
  auto const made = std::chrono::steady_clock::now();
  std::chrono::steady_clock::duration late{};
  bell first([&] { called += '1'; });
  bell second([&] {
    called += '2';
    late = std::chrono::steady_clock::now() - made;
  });
  bell far([&] { called += 'f'; });
  bell never([&] { called += 'n'; });
  here.wheel->start();
  here.wheel->schedule(second, 4s);
  here.wheel->schedule(first, 1s);
  here.wheel->schedule(far, 70s);  // more than one round
  here.wheel->schedule(never, 2s);
  never.cancel_time();
  here.run(200ms);
  CHECK(called == "12");
  CHECK(late >= 20ms);
  here.run(300ms);
  CHECK(called == "12f");
}

TEST_CASE("entries may go, come back and take others along while they are called") {
  clockwork here;
  int called = 0;
  auto other = std::make_unique<bell>([&] { called += 100; });
  std::unique_ptr<bell> again;
  again = std::make_unique<bell>([&] {
    ++called;
    other.reset();
    if (called < 3) here.wheel->schedule(*again, 1s);
  });
  here.wheel->start();
  here.wheel->schedule(*again, 1s);
  here.wheel->schedule(*other, 1s);
  here.run(100ms);
  CHECK(called == 3);
}

TEST_CASE("a wheel that is stopped while a tick is due stands still, and keeps no loop going") {
  boost::asio::io_context loop;
  auto const turning = std::make_shared<net::wheel>(loop, 5ms);
  turning->start();
  boost::asio::post(loop, [&] {
    std::this_thread::sleep_for(20ms);  // the tick is due, and is found when the loop looks again
    boost::asio::post(loop, [&] { turning->stop(); });
  });
  loop.run_for(5s);
  CHECK(loop.stopped());
}
