#include "adapters/files/content_schema.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <exception>
#include <fstream>

namespace viab::adapters {
namespace {

// "<root>", "[steps]", "[2]" becomes "/steps/2".
std::string pointer_of(std::vector<std::string> const& context) {
  std::string pointer;
  for (auto const& part : context) {
    if (part.size() > 2 && part.front() == '[') pointer += "/" + part.substr(1, part.size() - 2);
  }
  return pointer;
}

}  // namespace

struct content_schema::compiled {
  valijson::Schema schema;
  std::string name;
  std::string unusable;  // why; empty when all is well
};

content_schema::content_schema(std::filesystem::path const& file)
    : compiled_(std::make_unique<compiled>()) {
  compiled_->name = file.filename().string();
  try {
    std::ifstream stream(file);
    auto const text = nlohmann::json::parse(stream);
    valijson::adapters::NlohmannJsonAdapter const adapted(text);
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(adapted, compiled_->schema);
  } catch (std::exception const& why) {
    compiled_->unusable = why.what();
  }
}

content_schema::~content_schema() = default;

void content_schema::check(std::string_view raw, located const& root, findings& found) const {
  if (!compiled_->unusable.empty()) {
    found.add(1, "", compiled_->name + " cannot be used: " + compiled_->unusable);
    return;
  }
  try {
    auto const value = nlohmann::json::parse(raw);
    valijson::adapters::NlohmannJsonAdapter const adapted(value);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    if (validator.validate(compiled_->schema, adapted, &results)) return;
    valijson::ValidationResults::Error error{{}, "does not fit"};
    results.popError(error);
    auto const pointer = pointer_of(error.context);
    found.add(nearest_to(root, pointer).line, pointer,
              compiled_->name + " says: " + error.description);
  } catch (std::exception const& why) {
    found.add(1, "", compiled_->name + " cannot be used: " + why.what());
  }
}

}  // namespace viab::adapters
