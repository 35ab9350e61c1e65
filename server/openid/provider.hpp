// One identity provider as an organisation configures it, and as it describes itself.
#pragma once

#include "domain/actor.hpp"
#include "openid/problem.hpp"
#include "ports/token_signatures.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace viab::openid {

enum class client_authentication : std::uint8_t { private_key_jwt, client_secret_basic };
// To whom our signed statement is addressed. The issuer is safest; some providers (Entra ID) want
// their token endpoint.
enum class assertion_audience : std::uint8_t { issuer, token_endpoint };

struct provider_settings {
  // Compared letter by letter with what the provider says of itself. "{tenantid}" in it stands for
  // one of `tenants` (Entra ID's endpoint for many tenants).
  std::string issuer;
  std::string discovery_url;  // empty: the issuer with /.well-known/openid-configuration
  std::string client_id;
  std::string redirect_uri;  // as registered, letter by letter
  client_authentication authentication = client_authentication::private_key_jwt;
  std::string client_secret;  // for client_secret_basic
  std::string client_key;     // for private_key_jwt: a private JWK, as JSON
  ports::jws_algorithm client_key_algorithm = ports::jws_algorithm::es256;
  assertion_audience audience = assertion_audience::issuer;
  std::vector<std::string> scopes{"openid", "profile", "email"};
  // The provider's values of acr from weak to strong; least_level is one of them, or empty when
  // any will do. That one and the stronger ones are asked for and accepted.
  std::vector<std::string> levels;
  std::string least_level;
  std::vector<ports::jws_algorithm> algorithms{
      ports::jws_algorithm::rs256, ports::jws_algorithm::ps256, ports::jws_algorithm::es256};
  std::vector<std::string> tenants;  // accepted values of tid; empty: not looked at
  milliseconds leeway{60'000};       // between our clock and the provider's
  milliseconds longest_login{600'000};
  milliseconds timeout{5'000};  // of one request to the provider
  bool plain_loopback = false;  // http is fine on this machine
};

// What is wrong with them, as a sentence for whoever configures; empty when nothing is.
std::string mistake_in(provider_settings const&);

// An address that the browser or we may be sent to: https, or http to this machine where that is
// fine.
bool is_endpoint(std::string_view url, bool plain_loopback);

// Whether `issuer` is the one configured; with "{tenantid}", the one of this tenant.
bool is_issuer(provider_settings const&, std::string_view issuer, std::string_view tenant);
bool is_issuer_of_any_tenant(provider_settings const&, std::string_view issuer);

// The levels that are asked for and accepted; empty when any will do.
std::vector<std::string> accepted_levels(provider_settings const&);

// The discovery document, as far as we use it.
struct provider_document {
  std::string authorization_endpoint;
  std::string token_endpoint;
  std::string jwks_uri;
  bool names_itself_in_response = false;  // RFC 9207
};

// From the JSON text. Problems: provider_answer_unreadable, provider_issuer_differs,
// provider_unsuitable.
checked<provider_document> read_provider(std::string_view json, provider_settings const&);

}  // namespace viab::openid
