// The interface described for machines: OpenAPI 3.1 for HTTP, AsyncAPI 3.0 for the live protocol.
#include "api/operations.hpp"
#include "api/reply.hpp"

#include "protocol/schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace viab::api {
namespace {

using nlohmann::json;

json problem_answer(char const* what) {
  return {
      {"description", what},
      {"content",
       {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/problem"}}}}}}}};
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    auto const end = std::min(text.find(at), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

json schema_of_type(std::string const& type) {
  if (type == "flag") return {{"type", "boolean"}};
  if (type == "number") return {{"type", "integer"}};
  if (type == "list") return {{"type", "array"}, {"items", json::object()}};
  if (type == "object") return {{"type", "object"}};
  if (type == "time") return {{"type", "string"}, {"format", "date-time"}};
  json text = {{"type", "string"}};
  if (type == "id") text["maxLength"] = 64;
  if (type.starts_with("text") && type.size() > 4) text["maxLength"] = std::stoi(type.substr(4));
  if (type.starts_with("word(")) text["enum"] = split(type.substr(5, type.size() - 6), '|');
  return text;
}

// "name:text40 email:text254?" as an object.
json schema_of_members(std::string_view members) {
  json properties = json::object();
  json required = json::array();
  for (auto const& member : split(members, ' ')) {
    auto const colon = member.find(':');
    auto type = member.substr(colon + 1);
    auto const name = member.substr(0, colon);
    bool const may_miss = type.ends_with('?');
    if (may_miss) type.pop_back();
    auto schema = schema_of_type(type);
    if (may_miss) {
      schema["type"] = json::array({schema["type"], "null"});
    } else {
      required.push_back(name);
    }
    properties[name] = std::move(schema);
  }
  json made = {{"type", "object"}, {"properties", properties}};
  if (!required.empty()) made["required"] = std::move(required);
  return made;
}

json body_of(operation const& row) {
  if (row.body == std::string_view("text/csv")) {
    return {{"required", true},
            {"content", {{"text/csv", {{"schema", {{"type", "string"}}}}}}}};
  }
  auto schema = schema_of_members(row.body);
  schema["additionalProperties"] = false;
  return {{"required", true}, {"content", {{"application/json", {{"schema", schema}}}}}};
}

json parameter(std::string const& name, char const* in, json schema) {
  return {{"name", name}, {"in", in}, {"required", true}, {"schema", std::move(schema)}};
}

json parameters_of(operation const& row) {
  json all = json::array();
  for (auto const& segment : split(row.path, '/')) {
    if (!segment.starts_with('{')) continue;
    all.push_back(parameter(segment.substr(1, segment.size() - 2), "path",
                            {{"type", "string"}, {"maxLength", 64}}));
  }
  if (row.versioned && std::string_view(row.method) != "get") {
    all.push_back(parameter("If-Match", "header", {{"type", "string"}}));
  }
  return all;
}

json operation_of(operation const& row) {
  json fine = {{"description", "Done."}};
  if (row.answer[0] != '\0') {
    fine["content"] = {{"application/json", {{"schema", schema_of_members(row.answer)}}}};
  }
  json one = {
      {"summary", row.summary},
      {"responses",
       {{"2XX", std::move(fine)}, {"default", problem_answer("What is wrong and what to do.")}}}};
  if (row.body[0] != '\0') one["requestBody"] = body_of(row);
  if (auto parameters = parameters_of(row); !parameters.empty()) {
    one["parameters"] = std::move(parameters);
  }
  return one;
}

json openapi(services const& with) {
  json paths = json::object();
  for (auto const& row : operations()) paths[row.path][row.method] = operation_of(row);
  json const problem = {
      {"type", "object"},
      {"properties",
       {{"type", {{"type", "string"}}},
        {"title", {{"type", "string"}}},
        {"status", {{"type", "integer"}}},
        {"detail", {{"type", "string"}}},
        {"code", {{"type", "string"}}},
        {"invalid_params", {{"type", "array"}, {"items", {{"type", "object"}}}}}}}};
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
  router.route("GET", "/api/v1/openapi.json",
               [&with](net::request asked) { return describe(with, openapi, std::move(asked)); });
  router.route("GET", "/api/v1/asyncapi.json",
               [&with](net::request asked) { return describe(with, asyncapi, std::move(asked)); });
}

}  // namespace viab::api
