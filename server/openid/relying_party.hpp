// A login with one identity provider (OpenID Connect, code flow with PKCE), from the button to the
// person.
#pragma once

#include "openid/claims.hpp"
#include "openid/keys.hpp"
#include "openid/messages.hpp"
#include "openid/problem.hpp"
#include "openid/provider.hpp"
#include "openid/token.hpp"
#include "ports/fingerprint.hpp"
#include "ports/outbound_http.hpp"
#include "ports/pending_login.hpp"
#include "ports/token_signatures.hpp"
#include "ports/world.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>
#include <vector>

namespace viab::openid {

struct started_login {
  std::string url;             // where the browser is sent
  std::string browser_secret;  // for a cookie of this browser, until `keep.until`
  ports::pending_login keep;
};

// What a login needs of the world. All of it outlives the relying party.
struct surroundings {
  ports::outbound_http& http;
  ports::token_signatures const& signatures;
  ports::clock& clock;
  ports::dice& dice;
  ports::fingerprint const& prints;
};

// Keeps the provider's documents for an hour, and nothing else: logins under way are the caller's.
class relying_party {
public:
  template <class T>
  using awaited = boost::asio::awaitable<checked<T>>;

  // Throws std::invalid_argument with mistake_in(settings).
  relying_party(provider_settings settings, surroundings world);

  // Problems: those of the provider's documents.
  awaited<started_login> start(std::string return_to);

  // Under which name the pending login of this callback is kept; the caller takes it from there,
  // deleting it, before `finish`.
  std::string state_hash(callback const& back) const;

  // `kept` is what was taken, or nothing. `browser_secret` is that of the cookie, or empty. Every
  // problem is possible; what was sent to the provider is used up then.
  awaited<signed_in_person> finish(callback back, std::optional<ports::pending_login> kept,
                                  std::string browser_secret);

private:
  // Nothing is wrong with how the browser comes back, or this is.
  std::optional<problem> callback_problem(callback const&, ports::pending_login const&,
                                          std::string const& browser_secret) const;
  awaited<std::string> fetch(std::string url, std::size_t largest);
  awaited<provider_document> provider();
  awaited<std::string> exchange(provider_document provider, std::string code, std::string verifier);
  awaited<provider_key> key_for(provider_document provider, token_header header);
  awaited<signed_in_person> believe(provider_document provider, std::string token,
                                   ports::pending_login login);

  provider_settings settings_;
  surroundings world_;
  std::optional<provider_document> provider_;
  time_point provider_read_at_;
  std::vector<provider_key> keys_;
  std::string keys_from_;     // the jwks_uri of keys_
  time_point keys_read_at_;
  time_point keys_asked_at_;  // also when there was no answer
};

}  // namespace viab::openid
