#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;

asio::awaitable<net::response> me(services& with, net::request asked) {
  auto const who = co_await with.sign_in.who(cookie_of(asked, with));
  nlohmann::json answer = {{"identity", nullptr}, {"teams", nlohmann::json::array()}};
  if (who) {
    answer["identity"] = {{"name", who->name}, {"guest", who->guest}};
    auto const teams = co_await with.teams.teams_of(who->key);
    for (auto const& team : teams) {
      answer["teams"].push_back(
          {{"id", team.id.value}, {"name", team.name}, {"language", team.language}});
    }
  }
  co_return reply(answer);
}

}  // namespace

void add_me(net::router& router, services& with) {
  router.route("GET", "/api/v1/me",
               [&with](net::request asked) { return me(with, std::move(asked)); });
}

}  // namespace viab::api
