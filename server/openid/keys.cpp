#include "openid/keys.hpp"

#include "openid/token.hpp"
#include "protocol/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace viab::openid {
namespace {

using nlohmann::json;
using ports::jws_algorithm;

constexpr std::size_t most_keys = 50;

bool is_text(json const& key, char const* member) {
  auto const found = key.find(member);
  return found != key.end() && found->is_string();
}

bool is(json const& key, char const* member, char const* value) {
  return is_text(key, member) && key.at(member) == value;
}

// Made anew of the members that a public key has, so that no secret and no certificate comes along.
std::optional<provider_key> read_key(json const& key) {
  if (!key.is_object() || (key.contains("use") && !is(key, "use", "sig"))) return std::nullopt;
  provider_key back;
  json kept;
  if (is(key, "kty", "RSA") && is_text(key, "n") && is_text(key, "e")) {
    kept = {{"kty", "RSA"}, {"n", key.at("n")}, {"e", key.at("e")}};
  } else if (is(key, "kty", "EC") && is(key, "crv", "P-256") && is_text(key, "x")
             && is_text(key, "y")) {
    kept = {{"kty", "EC"}, {"crv", "P-256"}, {"x", key.at("x")}, {"y", key.at("y")}};
    back.elliptic = true;
  } else {
    return std::nullopt;
  }
  if (key.contains("alg")) {
    if (!is_text(key, "alg")) return std::nullopt;
    back.only_for = algorithm_named(key.at("alg").get<std::string>());
    if (!back.only_for) return std::nullopt;
  }
  if (is_text(key, "kid")) back.kid = key.at("kid").get<std::string>();
  back.json = kept.dump();
  return back;
}

bool goes_with(provider_key const& key, jws_algorithm algorithm) {
  if (key.only_for && *key.only_for != algorithm) return false;
  return key.elliptic == (algorithm == jws_algorithm::es256);
}

}  // namespace

checked<std::vector<provider_key>> read_keys(std::string_view text) {
  auto const parsed = protocol::parse_untrusted(text);
  if (!parsed || !parsed->is_object()) return problem::provider_answer_unreadable;
  auto const listed = parsed->find("keys");
  if (listed == parsed->end() || !listed->is_array() || listed->size() > most_keys) {
    return problem::provider_answer_unreadable;
  }
  std::vector<provider_key> keys;
  for (auto const& one : *listed) {
    auto key = read_key(one);
    if (key) keys.push_back(std::move(*key));
  }
  return keys;
}

std::optional<provider_key> find_key(std::vector<provider_key> const& keys, std::string_view kid,
                                     jws_algorithm algorithm) {
  std::vector<provider_key> fitting;
  std::copy_if(keys.begin(), keys.end(), std::back_inserter(fitting), [&](auto const& key) {
    return goes_with(key, algorithm) && (kid.empty() || key.kid == kid);
  });
  if (fitting.empty() || (kid.empty() && fitting.size() > 1)) return std::nullopt;
  return fitting.front();
}

}  // namespace viab::openid
