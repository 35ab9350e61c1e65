#include "adapters/curl/curl_settings.hpp"

#include <cstdlib>
#include <initializer_list>

namespace viab::adapters {
namespace {

std::string first_of(std::initializer_list<char const*> names) {
  for (auto const* name : names) {
    char const* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

}  // namespace

curl_settings with_environment(curl_settings settings) {
  if (settings.proxy.empty()) {
    settings.proxy = first_of({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"});
  }
  if (settings.no_proxy.empty()) settings.no_proxy = first_of({"no_proxy", "NO_PROXY"});
  return settings;
}

}  // namespace viab::adapters
