#include "schema_check.hpp"

#include "protocol/schema.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <map>
#include <memory>

namespace viab::tests {
namespace {

using nlohmann::json;

std::unique_ptr<valijson::Schema> schema_for(std::string const& definition) {
  static json const all = json::parse(protocol::schema());
  json const one = {{"$ref", "#/definitions/" + definition},
                    {"definitions", all.at("definitions")}};
  auto made = std::make_unique<valijson::Schema>();
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(one), *made);
  return made;
}

}  // namespace

bool follows_schema(std::string const& document, std::string const& definition) {
  static std::map<std::string, std::unique_ptr<valijson::Schema>> known;
  auto& schema = known[definition];
  if (!schema) schema = schema_for(definition);
  auto const parsed = json::parse(document);
  valijson::adapters::NlohmannJsonAdapter const adapter(parsed);
  return valijson::Validator().validate(*schema, adapter, nullptr);
}

}  // namespace viab::tests
