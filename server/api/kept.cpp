// What this server keeps and for how long: from its own tables and settings, for everybody to read.
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using nlohmann::json;

asio::awaitable<net::response> kept(services& with, net::request) {
  auto const tables = co_await with.data_rights.tables();
  std::map<std::string, json> topics;
  for (auto const& table : tables) {
    auto& topic = topics[table.topic];
    topic.push_back({{"name", table.name}, {"columns", table.columns}});
  }
  auto const& as = with.retention.keeping();
  json told = {{"texts_months", as.texts_months},
               {"sessions_months", as.sessions_months},
               {"audit_months", as.audit_months},
               {"topics", json::array()}};
  for (auto& [topic, rows] : topics) {
    told["topics"].push_back({{"topic", topic}, {"tables", std::move(rows)}});
  }
  co_return reply(told);
}

}  // namespace

void add_kept(net::router& router, services& with) {
  router.route("GET", "/api/v1/kept",
               [&with](net::request asked) { return kept(with, std::move(asked)); });
}

}  // namespace viab::api
