#include "api/wall_json.hpp"

#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

std::vector<std::string_view> words_of(auto const& values) {
  std::vector<std::string_view> words;
  for (auto const one : values) words.push_back(walls::word_of(one));
  return words;
}

}  // namespace

nlohmann::json wall_as_json(walls::wall const& one) {
  nlohmann::json out = {{"id", one.id.value},
                        {"text", one.text.value()},
                        {"about", walls::word_of(one.about)},
                        {"level", walls::word_of(one.where)},
                        {"organisation", nullptr},
                        {"status", walls::word_of(one.now)},
                        {"owner", one.owner.value()},
                        {"answer", one.answer.value()},
                        {"raised_at", time_or_null(one.raised_at)},
                        {"changed_at", time_or_null(one.changed_at)}};
  if (one.organisation) out["organisation"] = one.organisation->value;
  return out;
}

std::vector<std::string_view> wall_levels() { return words_of(walls::all_levels); }
std::vector<std::string_view> wall_statuses() { return words_of(walls::all_statuses); }
std::vector<std::string_view> wall_kinds() { return words_of(walls::all_kinds); }

}  // namespace viab::api
