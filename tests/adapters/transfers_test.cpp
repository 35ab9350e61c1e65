// What becomes of a request that is under way when the program ends.
#include "adapters/curl/curl_outbound_http.hpp"
#include "support/event_loop.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <catch2/catch.hpp>

#include <optional>
#include <string>

using namespace viab;
namespace asio = boost::asio;

namespace {

asio::awaitable<void> ask(ports::outbound_http& http, std::string url, std::string& became) {
  ports::http_request request;
  request.url = std::move(url);
  try {
    auto work = http.send(std::move(request));
    co_await std::move(work);
    became = "answered";
  } catch (ports::http_unreachable const&) {
    became = "unreachable";
  }
}

}  // namespace

TEST_CASE("a request that is under way at the end fails, and does not wait for its time limit") {
  tests::event_loop loop;
  // Takes connections and says nothing.
  asio::ip::tcp::acceptor silent(loop.context(), {asio::ip::address_v4::loopback(), 0});
  auto const port = std::to_string(silent.local_endpoint().port());
  adapters::curl_settings settings;
  settings.private_hosts = {"127.0.0.1"};
  settings.plain_loopback = true;
  std::optional<adapters::transfers> thread(std::in_place);
  adapters::curl_outbound_http http(*thread, settings);
  std::string became;
  auto const began = std::chrono::steady_clock::now();
  auto const started = loop.start(ask(http, "http://127.0.0.1:" + port + "/", became));
  loop.context().poll();
  CHECK(became.empty());
  thread.reset();
  loop.run();
  CHECK(started->ended);
  CHECK(became == "unreachable");
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
}
