// The audit log, for administrators.
#include "api/asker.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

#include <charconv>

namespace viab::api {
namespace {

constexpr int rows_a_page = 100;

boost::asio::awaitable<net::response> list(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(directory::deed::see_audit)) co_return not_allowed(with, asked, who);
  std::optional<std::int64_t> before;
  auto const text = asked.query("after");
  std::int64_t number = 0;
  auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (wrong == std::errc() && end == text.data() + text.size()) before = number;
  auto const part = co_await with.audit.entries(before, rows_a_page);
  nlohmann::json answer = {{"entries", nlohmann::json::array()}, {"next", nullptr}};
  for (auto const& one : part.rows) {
    answer["entries"].push_back({{"number", one.number},
                                 {"at", time_or_null(one.at)},
                                 {"action", one.action},
                                 {"object", one.object},
                                 {"result", one.result},
                                 {"origin", one.origin},
                                 {"actor", one.actor}});
  }
  if (part.next) answer["next"] = std::to_string(*part.next);
  co_return reply(answer);
}

}  // namespace

void add_audit(net::router& router, services& with) {
  router.route("GET", "/api/v1/audit-entries",
               [&with](net::request asked) { return list(with, std::move(asked)); });
}

}  // namespace viab::api
