#include "openid/relying_party.hpp"

#include "domain/encoding.hpp"

#include <stdexcept>
#include <utility>

namespace viab::openid {
namespace {

namespace asio = boost::asio;

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t largest_document = 128 * 1024;
constexpr std::chrono::hours documents_live{1};
// An unknown key makes us ask anew, but tokens with made-up keys cannot make us ask all the time.
constexpr std::chrono::seconds between_key_requests{30};

std::string discovery_url(provider_settings const& settings) {
  if (!settings.discovery_url.empty()) return settings.discovery_url;
  auto issuer = settings.issuer;
  if (issuer.ends_with('/')) issuer.pop_back();
  return issuer + "/.well-known/openid-configuration";
}

problem problem_of(ports::http_failure const& failure) {
  if (dynamic_cast<ports::http_too_slow const*>(&failure) != nullptr) {
    return problem::provider_too_slow;
  }
  if (dynamic_cast<ports::http_too_large const*>(&failure) != nullptr) {
    return problem::provider_answer_too_large;
  }
  return problem::provider_unreachable;
}

}  // namespace

relying_party::relying_party(provider_settings settings, surroundings world)
    : settings_(std::move(settings)), world_(world) {
  auto const mistake = mistake_in(settings_);
  if (!mistake.empty()) throw std::invalid_argument(mistake);
  if (settings_.authentication == client_authentication::private_key_jwt) {
    // A key that does not sign is found now, and not at the first login.
    world_.signatures.sign("{}", settings_.client_key, settings_.client_key_algorithm);
  }
}

relying_party::awaited<std::string> relying_party::fetch(std::string url, std::size_t largest) {
  ports::http_request request;
  request.url = std::move(url);
  request.headers = {{"Accept", "application/json"}};
  request.timeout = settings_.timeout;
  request.largest_body = largest;
  try {
    auto asked = world_.http.send(std::move(request));
    auto answer = co_await std::move(asked);
    if (answer.status != 200) co_return problem::provider_unreachable;
    co_return std::move(answer.body);
  } catch (ports::http_failure const& failure) {
    co_return problem_of(failure);
  }
}

relying_party::awaited<provider_document> relying_party::provider() {
  auto const now = world_.clock.now();
  if (provider_ && now < provider_read_at_ + documents_live) co_return *provider_;
  auto asked = fetch(discovery_url(settings_), largest_document);
  auto const text = co_await std::move(asked);
  if (!text) co_return text.why();
  auto const read = read_provider(*text, settings_);
  if (!read) co_return read.why();
  provider_ = *read;
  provider_read_at_ = now;
  co_return *read;
}

relying_party::awaited<started_login> relying_party::start(std::string return_to) {
  auto asked = provider();
  auto const known = co_await std::move(asked);
  if (!known) co_return known.why();
  auto const state = world_.dice.token(secret_bytes);
  started_login back;
  back.browser_secret = world_.dice.token(secret_bytes);
  auto& keep = back.keep;
  keep.state_hash = world_.prints.of(state);
  keep.issuer = settings_.issuer;
  keep.nonce = world_.dice.token(secret_bytes);
  keep.verifier = world_.dice.token(secret_bytes);  // 43 characters, the least that PKCE takes
  keep.browser_hash = world_.prints.of(back.browser_secret);
  keep.return_to = std::move(return_to);
  keep.started_at = world_.clock.now();
  keep.until = keep.started_at + settings_.longest_login;
  auto const challenge = to_base64url(from_hex(world_.prints.of(keep.verifier)).value());
  back.url = authorization_url(settings_, *known, state, keep.nonce, challenge);
  co_return back;
}

std::string relying_party::state_hash(callback const& back) const {
  return world_.prints.of(back.state);
}

std::optional<problem> relying_party::callback_problem(callback const& back,
                                                       ports::pending_login const& login,
                                                       std::string const& browser_secret) const {
  if (!equal_in_constant_time(state_hash(back), login.state_hash)) return problem::unknown_state;
  // Started with another provider, or with this one before its settings changed.
  if (login.issuer != settings_.issuer) return problem::response_issuer_differs;
  if (!equal_in_constant_time(world_.prints.of(browser_secret), login.browser_hash)) {
    return problem::other_browser;
  }
  if (world_.clock.now() >= login.until) return problem::login_expired;
  if (!back.issuer.empty() && !is_issuer_of_any_tenant(settings_, back.issuer)) {
    return problem::response_issuer_differs;
  }
  return std::nullopt;
}

relying_party::awaited<signed_in_person> relying_party::finish(
    callback back, std::optional<ports::pending_login> kept, std::string browser_secret) {
  if (!kept) co_return problem::unknown_state;
  if (auto const wrong = callback_problem(back, *kept, browser_secret)) co_return *wrong;
  auto asked = provider();
  auto const known = co_await std::move(asked);
  if (!known) co_return known.why();
  if (known->names_itself_in_response && back.issuer.empty()) {
    co_return problem::response_issuer_missing;
  }
  if (!back.error.empty()) co_return problem::denied_by_provider;
  if (back.code.empty()) co_return problem::no_code;
  auto exchanged = exchange(*known, std::move(back.code), kept->verifier);
  auto const token = co_await std::move(exchanged);
  if (!token) co_return token.why();
  auto checking = believe(*known, *token, *kept);
  co_return co_await std::move(checking);
}

relying_party::awaited<std::string> relying_party::exchange(provider_document provider,
                                                           std::string code, std::string verifier) {
  std::string assertion;
  if (settings_.authentication == client_authentication::private_key_jwt) {
    auto const payload =
        client_assertion(settings_, provider, world_.dice.token(secret_bytes), world_.clock.now());
    assertion =
        world_.signatures.sign(payload, settings_.client_key, settings_.client_key_algorithm);
  }
  auto request = code_exchange(settings_, provider, code, verifier, assertion);
  try {
    auto asked = world_.http.send(std::move(request));
    auto const answer = co_await std::move(asked);
    co_return read_exchange(answer);
  } catch (ports::http_failure const& failure) {
    co_return problem_of(failure);
  }
}

relying_party::awaited<provider_key> relying_party::key_for(provider_document provider,
                                                           token_header header) {
  auto const now = world_.clock.now();
  bool const fresh = keys_from_ == provider.jwks_uri && now < keys_read_at_ + documents_live;
  if (fresh) {
    auto const known = find_key(keys_, header.kid, header.algorithm);
    if (known) co_return *known;
    if (now < keys_asked_at_ + between_key_requests) co_return problem::key_unknown;
  }
  auto asked = fetch(provider.jwks_uri, largest_document);
  keys_asked_at_ = now;
  auto const text = co_await std::move(asked);
  if (!text) co_return text.why();
  auto read = read_keys(*text);
  if (!read) co_return read.why();
  keys_ = std::move(*read);
  keys_from_ = provider.jwks_uri;
  keys_read_at_ = now;
  auto const found = find_key(keys_, header.kid, header.algorithm);
  if (!found) co_return problem::key_unknown;
  co_return *found;
}

relying_party::awaited<signed_in_person> relying_party::believe(provider_document provider,
                                                               std::string token,
                                                               ports::pending_login login) {
  auto const header = read_token_header(token, settings_.algorithms);
  if (!header) co_return header.why();
  auto asked = key_for(std::move(provider), *header);
  auto const key = co_await std::move(asked);
  if (!key) co_return key.why();
  auto const payload = world_.signatures.open(token, key->json, header->algorithm);
  if (!payload) co_return problem::signature_wrong;
  co_return read_claims(*payload, settings_, login, world_.clock.now());
}

}  // namespace viab::openid
