#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

boost::asio::awaitable<net::response> alive(net::request) {
  co_return net::json(200, R"({"alive":true})");
}

boost::asio::awaitable<net::response> ready(services& with, net::request) {
  auto const reasons = with.not_ready();
  nlohmann::json answer = {{"ready", reasons.empty()}, {"reasons", reasons}};
  co_return reply(answer, reasons.empty() ? 200 : 503);
}

boost::asio::awaitable<net::response> metrics(services& with, net::request) {
  net::response answer;
  answer.content_type = "text/plain; version=0.0.4; charset=utf-8";
  answer.body = with.metrics();
  co_return answer;
}

}  // namespace

void add_health(net::router& router, services& with) {
  router.route("GET", "/livez", [](net::request asked) { return alive(std::move(asked)); });
  router.route("GET", "/readyz",
               [&with](net::request asked) { return ready(with, std::move(asked)); });
  router.route("GET", "/metrics",
               [&with](net::request asked) { return metrics(with, std::move(asked)); });
}

void add_routes(net::router& router, services& with) {
  add_audit(router, with);
  add_calendars(router, with);
  add_challenges(router, with);
  add_codes(router, with);
  add_descriptions(router, with);
  add_feeds(router, with);
  add_formats(router, with);
  add_library(router, with);
  add_health(router, with);
  add_imports(router, with);
  add_invitations(router, with);
  add_kept(router, with);
  add_me(router, with);
  add_memberships(router, with);
  add_organisations(router, with);
  add_people(router, with);
  add_overview(router, with);
  add_own_data(router, with);
  add_own_profile(router, with);
  add_provider_logins(router, with);
  add_reports(router, with);
  add_rhythms(router, with);
  add_session_removal(router, with);
  add_set_up(router, with);
  add_sign_ins(router, with);
  add_team_invitations(router, with);
  add_team_profiles(router, with);
  add_team_memory(router, with);
  add_team_walls(router, with);
  add_teams(router, with);
  add_walls(router, with);
}

}  // namespace viab::api
