// The calendars of days off that organisations and teams can choose from.
#include "api/asker.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

boost::asio::awaitable<net::response> list(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.standing.known) co_return not_allowed(with, asked, who);
  bool const english = language_of(asked) == "en";
  nlohmann::json answer = {{"calendars", nlohmann::json::array()}};
  for (auto const& one : with.calendars.all_calendars()) {
    answer["calendars"].push_back({{"id", one.id}, {"name", english ? one.name.en : one.name.nl}});
  }
  co_return reply(answer);
}

}  // namespace

void add_calendars(net::router& router, services& with) {
  router.route("GET", "/api/v1/calendars",
               [&with](net::request asked) { return list(with, std::move(asked)); });
}

}  // namespace viab::api
