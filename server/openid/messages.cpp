#include "openid/messages.hpp"

#include "domain/encoding.hpp"
#include "protocol/json.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace viab::openid {
namespace {

using nlohmann::json;
using namespace std::string_view_literals;

constexpr std::size_t largest_callback = 8 * 1024;
constexpr std::size_t largest_exchange = 64 * 1024;
constexpr std::chrono::seconds assertion_lives{60};
constexpr std::string_view assertion_type =
    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

using fields = std::vector<std::pair<std::string_view, std::string_view>>;

std::string form(fields const& all) {
  std::string text;
  for (auto const& [name, value] : all) {
    if (!text.empty()) text += '&';
    text += form_escaped(name) + '=' + form_escaped(value);
  }
  return text;
}

std::string joined(std::vector<std::string> const& words) {
  std::string text;
  for (auto const& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string back;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      back += ' ';
    } else if (text[i] == '%') {
      std::string pair(text.substr(i + 1, 2));
      for (auto& c : pair) {
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c + 32);
      }
      auto const byte = pair.size() == 2 ? from_hex(pair) : std::nullopt;
      if (!byte) return std::nullopt;
      back += *byte;
      i += 2;
    } else {
      back += text[i];
    }
  }
  return back;
}

std::int64_t seconds(time_point when) {
  return std::chrono::duration_cast<std::chrono::seconds>(when.time_since_epoch()).count();
}

}  // namespace

std::string form_escaped(std::string_view text) {
  static constexpr auto digits = "0123456789ABCDEF"sv;
  static constexpr auto plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"sv;
  std::string back;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c != '\0' && plain.find(c) != std::string_view::npos) {
      back += c;
    } else {
      back += '%';
      back += digits[byte >> 4];
      back += digits[byte & 15];
    }
  }
  return back;
}

checked<callback> read_callback(std::string_view query) {
  if (query.size() > largest_callback) return problem::callback_unreadable;
  callback back;
  std::array<std::pair<std::string_view, std::string*>, 4> const known{{{"state", &back.state},
                                                                        {"code", &back.code},
                                                                        {"iss", &back.issuer},
                                                                        {"error", &back.error}}};
  std::set<std::string_view> seen;
  while (!query.empty()) {
    auto const field = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), field.size() + 1));
    auto const equals = field.find('=');
    auto const name = field.substr(0, equals);
    for (auto const& [wanted, place] : known) {
      if (name != wanted) continue;
      auto const value = unescaped(equals == field.npos ? ""sv : field.substr(equals + 1));
      if (!value || !seen.insert(name).second) return problem::callback_unreadable;
      *place = *value;
    }
  }
  return back;
}

std::string authorization_url(provider_settings const& settings, provider_document const& provider,
                              std::string_view state, std::string_view nonce,
                              std::string_view challenge) {
  auto const scopes = joined(settings.scopes);
  auto const levels = joined(accepted_levels(settings));
  fields asked{{"response_type", "code"},
               {"client_id", settings.client_id},
               {"redirect_uri", settings.redirect_uri},
               {"scope", scopes},
               {"state", state},
               {"nonce", nonce},
               {"code_challenge", challenge},
               {"code_challenge_method", "S256"}};
  if (!levels.empty()) asked.emplace_back("acr_values", levels);
  bool const has_query = provider.authorization_endpoint.find('?') != std::string::npos;
  return provider.authorization_endpoint + (has_query ? '&' : '?') + form(asked);
}

std::string client_assertion(provider_settings const& settings, provider_document const& provider,
                             std::string_view id, time_point now) {
  bool const to_issuer = settings.audience == assertion_audience::issuer;
  json const payload{{"iss", settings.client_id},
                     {"sub", settings.client_id},
                     {"aud", to_issuer ? settings.issuer : provider.token_endpoint},
                     {"jti", id},
                     {"iat", seconds(now)},
                     {"exp", seconds(now + assertion_lives)}};
  return payload.dump();
}

ports::http_request code_exchange(provider_settings const& settings,
                                  provider_document const& provider, std::string_view code,
                                  std::string_view verifier, std::string_view assertion) {
  ports::http_request request;
  request.method = "POST";
  request.url = provider.token_endpoint;
  request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                     {"Accept", "application/json"}};
  fields told{{"grant_type", "authorization_code"},
              {"code", code},
              {"redirect_uri", settings.redirect_uri},
              {"code_verifier", verifier}};
  if (settings.authentication == client_authentication::private_key_jwt) {
    told.emplace_back("client_id", settings.client_id);
    told.emplace_back("client_assertion_type", assertion_type);
    told.emplace_back("client_assertion", assertion);
  } else {
    auto const pair = form_escaped(settings.client_id) + ':' + form_escaped(settings.client_secret);
    request.headers.push_back({"Authorization", "Basic " + to_base64(pair)});
  }
  request.body = form(told);
  request.timeout = settings.timeout;
  request.largest_body = largest_exchange;
  return request;
}

checked<std::string> read_exchange(ports::http_answer const& answer) {
  if (answer.status != 200) return problem::code_refused;
  auto const parsed = protocol::parse_untrusted(answer.body);
  if (!parsed || !parsed->is_object()) return problem::token_unreadable;
  auto const token = parsed->find("id_token");
  if (token == parsed->end() || !token->is_string()) return problem::token_unreadable;
  return token->get<std::string>();
}

}  // namespace viab::openid
