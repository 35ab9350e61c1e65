#include "openid/token.hpp"

#include "domain/encoding.hpp"
#include "protocol/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace viab::openid {
namespace {

using nlohmann::json;
using ports::jws_algorithm;

constexpr std::size_t largest_token = 16 * 1024;
constexpr std::size_t longest_kid = 500;

bool is_jwt(json const& type) {
  if (!type.is_string()) return false;
  auto word = type.get<std::string>();
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return word == "JWT";
}

}  // namespace

std::optional<jws_algorithm> algorithm_named(std::string_view name) {
  if (name == "RS256") return jws_algorithm::rs256;
  if (name == "PS256") return jws_algorithm::ps256;
  if (name == "ES256") return jws_algorithm::es256;
  return std::nullopt;
}

checked<token_header> read_token_header(std::string_view token,
                                        std::vector<jws_algorithm> const& accepted) {
  if (token.size() > largest_token || std::count(token.begin(), token.end(), '.') != 2) {
    return problem::token_unreadable;
  }
  auto const bytes = from_base64url(token.substr(0, token.find('.')));
  if (!bytes) return problem::token_unreadable;
  auto const parsed = protocol::parse_untrusted(*bytes);
  if (!parsed || !parsed->is_object()) return problem::token_unreadable;
  auto const& header = *parsed;

  auto const named = header.find("alg");
  if (named == header.end() || !named->is_string()) return problem::algorithm_refused;
  auto const algorithm = algorithm_named(named->get<std::string>());
  if (!algorithm || std::find(accepted.begin(), accepted.end(), *algorithm) == accepted.end()) {
    return problem::algorithm_refused;
  }
  if (header.contains("crit")) return problem::critical_header;
  // Access tokens and logout tokens of the same provider have a type of their own.
  if (header.contains("typ") && !is_jwt(header.at("typ"))) return problem::token_type_wrong;

  token_header back;
  back.algorithm = *algorithm;
  auto const kid = header.find("kid");
  if (kid != header.end()) {
    if (!kid->is_string()) return problem::token_unreadable;
    back.kid = kid->get<std::string>();
    if (back.kid.empty() || back.kid.size() > longest_kid) return problem::token_unreadable;
  }
  return back;
}

}  // namespace viab::openid
