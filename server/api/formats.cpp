#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

nlohmann::json as_json(session::format const& format) {
  auto steps = nlohmann::json::array();
  for (auto const& step : format.steps) {
    steps.push_back({{"id", step.id.value}, {"title", step.title}, {"minutes", step.minutes}});
  }
  return {{"id", format.id},          {"version", format.version}, {"language", format.language},
          {"title", format.title},    {"summary", format.summary}, {"minutes", format.minutes},
          {"steps", std::move(steps)}};
}

boost::asio::awaitable<net::response> list(services& with, net::request) {
  auto answer = nlohmann::json::array();
  for (auto const& format : with.library.formats()) answer.push_back(as_json(format));
  co_return reply(answer);
}

}  // namespace

void add_formats(net::router& router, services& with) {
  router.route("GET", "/api/v1/formats",
               [&with](net::request asked) { return list(with, std::move(asked)); });
}

}  // namespace viab::api
