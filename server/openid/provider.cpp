#include "openid/provider.hpp"

#include "protocol/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace viab::openid {
namespace {

using nlohmann::json;

constexpr std::string_view tenant_place = "{tenantid}";

bool is_for_many_tenants(provider_settings const& settings) {
  return settings.issuer.find(tenant_place) != std::string::npos;
}

std::string issuer_of(provider_settings const& settings, std::string_view tenant) {
  auto issuer = settings.issuer;
  auto const place = issuer.find(tenant_place);
  if (place != std::string::npos) issuer.replace(place, tenant_place.size(), tenant);
  return issuer;
}

bool contains(std::vector<std::string> const& list, std::string_view wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

std::string text_of(json const& document, char const* member) {
  auto const found = document.find(member);
  return found != document.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

// A list that is absent says nothing: then `otherwise` holds.
bool lists(json const& document, char const* member, char const* wanted, bool otherwise) {
  auto const found = document.find(member);
  if (found == document.end()) return otherwise;
  return found->is_array() && std::find(found->begin(), found->end(), wanted) != found->end();
}

char const* name(client_authentication how) {
  return how == client_authentication::private_key_jwt ? "private_key_jwt" : "client_secret_basic";
}

std::string secret_mistake(provider_settings const& settings) {
  if (settings.authentication == client_authentication::private_key_jwt) {
    return settings.client_key.empty() ? "the key of the client is missing" : "";
  }
  return settings.client_secret.empty() ? "the secret of the client is missing" : "";
}

}  // namespace

bool is_endpoint(std::string_view url, bool plain_loopback) {
  bool const odd = std::any_of(url.begin(), url.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '#' || c == '\\' || c == '"';
  });
  if (odd || url.size() > 2000) return false;
  auto const scheme = url.find("://");
  if (scheme == std::string_view::npos) return false;
  auto const rest = url.substr(scheme + 3);
  auto const place = rest.substr(0, rest.find_first_of("/?"));
  if (place.empty() || place.find('@') != std::string_view::npos) return false;
  if (url.starts_with("https://")) return true;
  if (!plain_loopback || !url.starts_with("http://")) return false;
  for (std::string_view const here : {"127.0.0.1", "localhost", "[::1]"}) {
    if (place == here) return true;
    if (place.starts_with(here) && place[here.size()] == ':') return true;
  }
  return false;
}

std::string mistake_in(provider_settings const& settings) {
  if (!is_endpoint(settings.issuer, settings.plain_loopback)
      || settings.issuer.find('?') != std::string::npos) {
    return "the issuer is not an https address without ? and #";
  }
  if (!settings.discovery_url.empty()
      && !is_endpoint(settings.discovery_url, settings.plain_loopback)) {
    return "the address of the discovery document is not an https address";
  }
  if (!is_endpoint(settings.redirect_uri, settings.plain_loopback)) {
    return "the redirect address is not an https address without #";
  }
  if (settings.client_id.empty()) return "the id of the client is missing";
  if (!contains(settings.scopes, "openid")) return "the scopes do not hold openid";
  if (settings.algorithms.empty()) return "no algorithm is accepted";
  if (is_for_many_tenants(settings) && settings.tenants.empty()) {
    return "an issuer for many tenants needs a list of them";
  }
  if (!settings.least_level.empty() && !contains(settings.levels, settings.least_level)) {
    return "the least level is not one of the levels";
  }
  return secret_mistake(settings);
}

bool is_issuer(provider_settings const& settings, std::string_view issuer,
               std::string_view tenant) {
  return !issuer.empty() && issuer == issuer_of(settings, tenant);
}

bool is_issuer_of_any_tenant(provider_settings const& settings, std::string_view issuer) {
  if (!is_for_many_tenants(settings)) return is_issuer(settings, issuer, {});
  return std::any_of(settings.tenants.begin(), settings.tenants.end(),
                     [&](auto const& tenant) { return is_issuer(settings, issuer, tenant); });
}

std::vector<std::string> accepted_levels(provider_settings const& settings) {
  if (settings.least_level.empty()) return {};
  auto const least =
      std::find(settings.levels.begin(), settings.levels.end(), settings.least_level);
  return {least, settings.levels.end()};
}

checked<provider_document> read_provider(std::string_view text, provider_settings const& settings) {
  auto const parsed = protocol::parse_untrusted(text);
  if (!parsed || !parsed->is_object()) return problem::provider_answer_unreadable;
  auto const& document = *parsed;
  // Before anything else of it is believed. Of many tenants, the document leaves the same gap.
  if (text_of(document, "issuer") != settings.issuer) return problem::provider_issuer_differs;

  provider_document back;
  back.authorization_endpoint = text_of(document, "authorization_endpoint");
  back.token_endpoint = text_of(document, "token_endpoint");
  back.jwks_uri = text_of(document, "jwks_uri");
  auto const says = document.find("authorization_response_iss_parameter_supported");
  back.names_itself_in_response = says != document.end() && *says == true;
  for (auto const& url : {back.authorization_endpoint, back.token_endpoint, back.jwks_uri}) {
    if (!is_endpoint(url, settings.plain_loopback)) return problem::provider_unsuitable;
  }
  bool const basic = settings.authentication == client_authentication::client_secret_basic;
  bool const suitable = lists(document, "response_types_supported", "code", false)
                        && lists(document, "code_challenge_methods_supported", "S256", true)
                        && lists(document, "token_endpoint_auth_methods_supported",
                                 name(settings.authentication), basic);
  if (!suitable) return problem::provider_unsuitable;
  return back;
}

}  // namespace viab::openid
