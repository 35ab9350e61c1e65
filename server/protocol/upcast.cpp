#include "protocol/upcast.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace viab::protocol {
namespace {

using change = void (*)(nlohmann::json&);

// Per kind, what to do to a payload of version 1, 2, … to make it the next one. To change a stored
// event: add the function here, and keep its golden file of before. A member that is merely added
// needs none: what is absent keeps its default.
std::map<std::string, std::vector<change>, std::less<>> const& changes() {
  static std::map<std::string, std::vector<change>, std::less<>> const all;
  return all;
}

}  // namespace

int newest_version(std::string_view kind) {
  auto const found = changes().find(kind);
  return found == changes().end() ? 1 : static_cast<int>(found->second.size()) + 1;
}

void upcast(std::string_view kind, int version, nlohmann::json& payload) {
  auto const found = changes().find(kind);
  if (found == changes().end()) return;
  auto const& steps = found->second;
  for (auto at = static_cast<std::size_t>(version - 1); at < steps.size(); ++at) steps[at](payload);
}

}  // namespace viab::protocol
