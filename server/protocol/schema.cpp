#include "protocol/schema.hpp"

#include "protocol/wire/model.hpp"

#include <nlohmann/json.hpp>

namespace viab::protocol {
namespace {

using json = nlohmann::ordered_json;
using wire::form;
using wire::shape;

constexpr char time_pattern[] = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$";

json reference_to(std::string const& name) { return {{"$ref", "#/definitions/" + name}}; }

json any_of(std::vector<json> each) { return {{"anyOf", std::move(each)}}; }

json schema_of(shape const& is);

json schema_of_string(shape const& is) {
  json made = {{"type", "string"}};
  if (is.least > 0) made["minLength"] = is.least;
  if (is.most > 0) made["maxLength"] = is.most;
  return made;
}

json schema_of_list(shape const& is) {
  json made = {{"type", "array"}, {"items", schema_of(is.of[0])}};
  if (is.most > 0) made["maxItems"] = is.most;
  return made;
}

json schema_of_dictionary(shape const& is) {
  return {{"type", "object"},
          {"propertyNames", schema_of(is.of[0])},
          {"additionalProperties", schema_of(is.of[1])}};
}

json schema_of_one_of(shape const& is) {
  std::vector<json> each;
  for (auto const& one : is.of) each.push_back(schema_of(one));
  return any_of(std::move(each));
}

json schema_of(shape const& is) {
  switch (is.as) {
    case form::text: return {{"type", {"string", "null"}}, {"maxLength", is.most}};
    case form::string: return schema_of_string(is);
    case form::pattern: return {{"type", "string"}, {"pattern", is.name}};
    case form::whole_number:
      return {{"type", "integer"}, {"minimum", is.least}, {"maximum", is.most}};
    case form::yes_no: return {{"type", "boolean"}};
    case form::words: return {{"type", "string"}, {"enum", is.words}};
    case form::time: return {{"type", "string"}, {"pattern", time_pattern}};
    case form::list: return schema_of_list(is);
    case form::dictionary: return schema_of_dictionary(is);
    case form::nullable: return any_of({schema_of(is.of[0]), {{"type", "null"}}});
    case form::reference: return reference_to(is.name);
    case form::literal: return {{"const", is.name}};
    case form::one_of: return schema_of_one_of(is);
    case form::anything: return json::object();
  }
  return false;
}

json schema_of(wire::definition const& one) {
  json made = one.is_struct ? json{{"type", "object"}} : schema_of(one.is);
  if (!one.about.empty()) made["description"] = one.about;
  if (!one.is_struct) return made;
  auto& members = made["properties"] = json::object();
  auto required = json::array();
  for (auto const& field : one.fields) {
    members[field.name] = schema_of(field.is);
    if (field.required) required.push_back(field.name);
  }
  if (!required.empty()) made["required"] = std::move(required);
  if (one.closed) made["additionalProperties"] = false;
  return made;
}

}  // namespace

std::string schema() {
  auto const all = wire::whole_wire();
  json document = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                   {"title", "viab.v1"},
                   {"description", "A frame of the live protocol, and all that may be inside."},
                   {"anyOf", {reference_to("client_frame"), reference_to("server_frame")}}};
  auto& definitions = document["definitions"] = json::object();
  for (auto const& one : all.definitions()) definitions[one.name] = schema_of(one);
  return document.dump(2) + "\n";
}

}  // namespace viab::protocol
