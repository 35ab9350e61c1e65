#include "adapters/curl/curl_outbound_http.hpp"

#include "adapters/curl/http_exchange.hpp"

#include <chrono>
#include <memory>
#include <utility>

namespace viab::adapters {

namespace asio = boost::asio;

curl_outbound_http::curl_outbound_http(transfers& thread, curl_settings settings)
    : thread_(thread), settings_(std::move(settings)) {}

// Redirects are followed here and not by libcurl, so that each place is checked as if it were asked
// for itself.
asio::awaitable<ports::http_answer> curl_outbound_http::send(ports::http_request asked) {
  using steady = std::chrono::steady_clock;
  auto const until = steady::now() + asked.timeout;
  for (int followed = 0;; ++followed) {
    auto const exchange = std::make_shared<http_exchange>(settings_, asked);
    auto running = thread_.run(exchange);
    auto const ended = co_await std::move(running);
    auto answer = exchange->take(ended);
    auto next = exchange->redirect();
    if (next.empty() || asked.redirects == 0 || asked.method != "GET") co_return answer;
    if (followed == asked.redirects) throw ports::http_too_many_redirects("too many redirects");
    asked.url = std::move(next);
    asked.timeout = std::chrono::duration_cast<milliseconds>(until - steady::now());
    if (asked.timeout.count() <= 0) throw ports::http_too_slow("redirects took too long");
    if (http_exchange(settings_, asked).origin() != exchange->origin()) asked.headers.clear();
  }
}

}  // namespace viab::adapters
