// What is said to a provider and back: where the browser goes, how it returns, the exchange of the
// code.
#pragma once

#include "openid/problem.hpp"
#include "openid/provider.hpp"
#include "ports/outbound_http.hpp"

#include <string>
#include <string_view>

namespace viab::openid {

// What a browser that comes back has in its address.
struct callback {
  std::string state;
  std::string code;
  std::string issuer;  // "iss"; empty: none
  std::string error;   // the provider's word, "access_denied"; empty: none
};

// From "state=…&code=…". Problem: callback_unreadable, for broken escapes, a parameter that stands
// there twice, and what is over 8 KiB.
checked<callback> read_callback(std::string_view query);

// Where the browser is sent. `challenge` is the S256 of the verifier.
std::string authorization_url(provider_settings const&, provider_document const&,
                              std::string_view state, std::string_view nonce,
                              std::string_view challenge);

// The payload of the statement with which we show who we are (private_key_jwt, RFC 7523).
std::string client_assertion(provider_settings const&, provider_document const&,
                             std::string_view id, time_point now);

// `assertion` is signed; empty for client_secret_basic.
ports::http_request code_exchange(provider_settings const&, provider_document const&,
                                  std::string_view code, std::string_view verifier,
                                  std::string_view assertion);

// The ID token of the answer. Problems: code_refused, token_unreadable.
checked<std::string> read_exchange(ports::http_answer const&);

// As in application/x-www-form-urlencoded: letters, digits and -._~ as they are.
std::string form_escaped(std::string_view text);

}  // namespace viab::openid
