// The interface described for machines: OpenAPI 3.1 for HTTP, AsyncAPI 3.0 for the live protocol.
#include "api/reply.hpp"

#include "protocol/schema.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

using nlohmann::json;

struct operation_row {
  char const* method;
  char const* path;
  char const* summary;
  char const* body;     // members of the request, space separated, "" for none
  char const* answers;  // what comes back, in words
};

// One row per route under /api/v1 and for the probes; a test holds it against the router.
constexpr operation_row operations[] = {
    {"get", "/livez", "The process lives.", "", "alive"},
    {"get", "/readyz", "The server can be used; 503 with reasons when not.", "", "ready, reasons"},
    {"get", "/metrics", "Figures in the text format of Prometheus.", "", "text"},
    {"get", "/api/v1/me", "Who this browser is, and the teams of that person.", "",
     "identity, teams"},
    {"post", "/api/v1/codes/preview", "What a join code leads to; changes nothing.", "code",
     "team_name, title, language, role, asks_name"},
    {"post", "/api/v1/codes/use", "Enter a session as a guest.", "code name", "session"},
    {"post", "/api/v1/invitations/preview", "What a link leads to; changes nothing.", "token",
     "team_name, title, language, role, asks_name"},
    {"post", "/api/v1/invitations/use", "Sign in with an invitation link.", "token name",
     "role, session, team"},
    {"get", "/api/v1/formats", "The formats that a session can run.", "", "a list of formats"},
    {"get", "/api/v1/teams/{id}", "A team's sessions and agreements, for its members.", "",
     "team, role, sessions, agreements"},
    {"post", "/api/v1/teams/{id}/sessions", "Make a session, for facilitators.",
     "format language planned_for", "session"},
    {"put", "/api/v1/agreements/{id}", "Correct an agreement; 409 when it changed meanwhile.",
     "plan version", "version"},
    {"get", "/api/v1/sessions/{id}/report",
     "A closed session's report; ?format=md, csv or json downloads it.", "",
     "team, session, people, themes, agreements, reviewed, obstacles, pulse"},
    {"get", "/api/v1/openapi.json", "This document.", "", "OpenAPI 3.1"},
    {"get", "/api/v1/asyncapi.json", "The live protocol.", "", "AsyncAPI 3.0"},
};

json problem_answer(char const* what) {
  return {{"description", what},
          {"content",
           {{"application/problem+json",
             {{"schema", {{"$ref", "#/components/schemas/problem"}}}}}}}};
}

json body_of(std::string const& members) {
  json properties = json::object();
  std::size_t from = 0;
  while (from < members.size()) {
    auto const end = std::min(members.find(' ', from), members.size());
    properties[members.substr(from, end - from)] = json::object();
    from = end + 1;
  }
  return {{"required", true},
          {"content",
           {{"application/json",
             {{"schema",
               {{"type", "object"},
                {"properties", properties},
                {"additionalProperties", false}}}}}}}};
}

json operation_of(operation_row const& row) {
  std::string const path(row.path);
  json one = {{"summary", row.summary},
              {"responses",
               {{"200", {{"description", row.answers}}},
                {"default", problem_answer("What is wrong and what to do.")}}}};
  if (row.body[0] != '\0') one["requestBody"] = body_of(row.body);
  if (path.find("{id}") != std::string::npos) {
    one["parameters"] = json::array({{{"name", "id"},
                                      {"in", "path"},
                                      {"required", true},
                                      {"schema", {{"type", "string"}, {"maxLength", 64}}}}});
  }
  return one;
}

json openapi(services const& with) {
  json paths = json::object();
  for (auto const& row : operations) paths[row.path][row.method] = operation_of(row);
  json const problem = {{"type", "object"},
                        {"properties",
                         {{"type", {{"type", "string"}}},
                          {"title", {{"type", "string"}}},
                          {"status", {{"type", "integer"}}},
                          {"detail", {{"type", "string"}}},
                          {"code", {{"type", "string"}}}}}};
  return {{"openapi", "3.1.0"},
          {"info",
           {{"title", "Via B"},
            {"version", "1.0.0"},
            {"license", {{"name", "EUPL-1.2"}, {"identifier", "EUPL-1.2"}}}}},
          {"servers", json::array({{{"url", with.config.public_url}}})},
          {"paths", paths},
          {"components", {{"schemas", {{"problem", problem}}}}}};
}

// Every `$ref` of the wire's schema points into this document's own components.
void repoint(json& node) {
  if (node.is_object() && node.contains("$ref") && node["$ref"].is_string()) {
    auto const target = node["$ref"].get<std::string>();
    constexpr std::string_view old = "#/definitions/";
    if (target.starts_with(old)) {
      node["$ref"] = "#/components/schemas/" + target.substr(old.size());
    }
  }
  if (node.is_structured()) {
    for (auto& child : node) repoint(child);
  }
}

json asyncapi(services const& with) {
  auto schemas = json::parse(protocol::schema()).at("definitions");
  repoint(schemas);
  auto const message = [](char const* schema) {
    return json{{"contentType", "application/json"},
                {"payload", {{"$ref", std::string("#/components/schemas/") + schema}}}};
  };
  auto const in_channel = [](char const* name) {
    return json::array({{{"$ref", std::string("#/channels/live/messages/") + name}}});
  };
  json const channel = {
      {"address", "/live/{session}"},
      {"description",
       "WebSocket with subprotocol viab.v1, or /live/{session}/stream and /commands."},
      {"parameters", {{"session", {{"description", "The session's id."}}}}},
      {"messages", {{"client", message("client_frame")}, {"server", message("server_frame")}}}};
  auto const scheme = with.config.public_url.find("://");
  return {{"asyncapi", "3.0.0"},
          {"info", {{"title", "Via B, live"}, {"version", "1.0.0"}}},
          {"servers",
           {{"here",
             {{"host", with.config.public_url.substr(scheme + 3)},
              {"protocol", with.config.https() ? "wss" : "ws"}}}}},
          {"channels", {{"live", channel}}},
          {"operations",
           {{"receive_client_frame",
             {{"action", "receive"},
              {"channel", {{"$ref", "#/channels/live"}}},
              {"messages", in_channel("client")}}},
            {"send_server_frame",
             {{"action", "send"},
              {"channel", {{"$ref", "#/channels/live"}}},
              {"messages", in_channel("server")}}}}},
          {"components", {{"schemas", std::move(schemas)}}}};
}

boost::asio::awaitable<net::response> describe(services& with, json (*what)(services const&),
                                               net::request) {
  co_return reply(what(with));
}

}  // namespace

void add_descriptions(net::router& router, services& with) {
  router.route("GET", "/api/v1/openapi.json", [&with](net::request asked) {
    return describe(with, openapi, std::move(asked));
  });
  router.route("GET", "/api/v1/asyncapi.json", [&with](net::request asked) {
    return describe(with, asyncapi, std::move(asked));
  });
}

}  // namespace viab::api
