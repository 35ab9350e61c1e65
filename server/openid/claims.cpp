#include "openid/claims.hpp"

#include "domain/encoding.hpp"
#include "protocol/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace viab::openid {
namespace {

using nlohmann::json;

constexpr std::size_t longest_subject = 255;
constexpr std::size_t longest_shown = 320;
constexpr double latest_second = 1e11;  // the year 5138

std::string text_of(json const& claims, char const* member) {
  auto const found = claims.find(member);
  return found != claims.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::string shown(json const& claims, char const* member) {
  auto text = text_of(claims, member);
  return text.size() > longest_shown ? std::string{} : text;
}

// Seconds since 1970, possibly with a fraction.
std::optional<time_point> time_of(json const& claims, char const* member) {
  auto const found = claims.find(member);
  if (found == claims.end() || !found->is_number()) return std::nullopt;
  auto const seconds = found->get<double>();
  if (seconds < 0 || seconds > latest_second) return std::nullopt;
  return time_point(milliseconds(static_cast<std::int64_t>(seconds * 1000)));
}

bool is_for(json const& audience, std::string const& client_id) {
  if (audience.is_string()) return audience == client_id;
  return audience.is_array()
         && std::find(audience.begin(), audience.end(), client_id) != audience.end();
}

std::optional<problem> audience_problem(json const& claims, provider_settings const& settings) {
  auto const audience = claims.find("aud");
  if (audience == claims.end() || !is_for(*audience, settings.client_id)) {
    return problem::audience_wrong;
  }
  auto const party = claims.find("azp");
  bool const named = party != claims.end();
  if (named && *party != settings.client_id) return problem::authorized_party_wrong;
  // For several at once: then it has to say that it was made for us.
  if (!named && audience->is_array() && audience->size() > 1) {
    return problem::authorized_party_wrong;
  }
  return std::nullopt;
}

std::optional<problem> time_problem(json const& claims, provider_settings const& settings,
                                    time_point started_at, time_point now) {
  auto const until = time_of(claims, "exp");
  if (!until || now >= *until + settings.leeway) return problem::token_expired;
  if (claims.contains("nbf")) {
    auto const from = time_of(claims, "nbf");
    if (!from || now + settings.leeway < *from) return problem::token_not_valid_yet;
  }
  // Made for this login, so after it began and not in the future.
  auto const made = time_of(claims, "iat");
  if (!made || now + settings.leeway < *made || *made + settings.leeway < started_at) {
    return problem::issue_time_wrong;
  }
  return std::nullopt;
}

std::optional<problem> tenant_problem(json const& claims, provider_settings const& settings) {
  if (settings.tenants.empty()) return std::nullopt;
  auto const tenant = text_of(claims, "tid");
  auto const& accepted = settings.tenants;
  bool const fine = std::find(accepted.begin(), accepted.end(), tenant) != accepted.end();
  return fine ? std::nullopt : std::optional(problem::tenant_refused);
}

std::optional<problem> level_problem(json const& claims, provider_settings const& settings) {
  auto const accepted = accepted_levels(settings);
  if (accepted.empty()) return std::nullopt;
  auto const level = text_of(claims, "acr");
  bool const fine = std::find(accepted.begin(), accepted.end(), level) != accepted.end();
  return fine ? std::nullopt : std::optional(problem::level_too_low);
}

std::vector<std::string> methods_of(json const& claims) {
  std::vector<std::string> methods;
  auto const found = claims.find("amr");
  if (found == claims.end() || !found->is_array()) return methods;
  for (auto const& method : *found) {
    if (method.is_string() && methods.size() < 20) methods.push_back(method.get<std::string>());
  }
  return methods;
}

}  // namespace

checked<signed_in_person> read_claims(std::string_view payload, provider_settings const& settings,
                                      ports::pending_login const& login, time_point now) {
  auto const parsed = protocol::parse_untrusted(payload);
  if (!parsed || !parsed->is_object()) return problem::token_unreadable;
  auto const& claims = *parsed;
  auto const issuer = text_of(claims, "iss");
  auto const tenant = text_of(claims, "tid");
  // Of many tenants, the tenant is looked at first: the issuer is made with it.
  if (auto const wrong = tenant_problem(claims, settings)) return *wrong;
  if (!is_issuer(settings, issuer, tenant)) return problem::issuer_wrong;
  if (auto const wrong = audience_problem(claims, settings)) return *wrong;
  if (auto const wrong = time_problem(claims, settings, login.started_at, now)) return *wrong;
  auto const nonce = text_of(claims, "nonce");
  if (login.nonce.empty() || !equal_in_constant_time(nonce, login.nonce)) {
    return problem::nonce_wrong;
  }
  if (auto const wrong = level_problem(claims, settings)) return *wrong;

  signed_in_person back;
  back.account = {issuer, text_of(claims, "sub")};
  auto const& subject = back.account.subject;
  if (subject.empty() || subject.size() > longest_subject) return problem::subject_missing;
  back.name = shown(claims, "name");
  back.email = shown(claims, "email");
  back.tenant = tenant;
  back.object_id = shown(claims, "oid");
  back.level = text_of(claims, "acr");
  back.methods = methods_of(claims);
  return back;
}

}  // namespace viab::openid
