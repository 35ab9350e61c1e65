#include "api/reply.hpp"

#include "protocol/frames.hpp"
#include "protocol/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace viab::api {
namespace {

constexpr std::chrono::seconds cookie_lives = std::chrono::days(90);

int status_of(std::string const& code) {
  if (code == "unknown_set_up_link" || code == "unknown_code" || code == "unknown_invitation"
      || code == "unknown_sign_in_link" || code == "not_found")
    return 404;
  if (code == "not_facilitator" || code == "not_allowed") return 403;
  if (code == "import_running" || code == "file_changed" || code == "session_not_closed") {
    return 409;
  }
  if (code == "changed_meanwhile" || code.ends_with("_taken") || code.ends_with("_in_use")) {
    return 409;
  }
  if (code == "changed_by_another") return 412;
  if (code == "version_missing") return 428;
  if (code == "too_many_tries") return 429;
  if (code == "provider_away") return 503;
  return 422;
}

void add_cookie(net::response& answer, services const& with, std::string const& value,
                std::chrono::seconds lives) {
  auto cookie = with.config.cookie_name() + "=" + value
                + "; Path=/; Max-Age=" + std::to_string(lives.count()) + "; HttpOnly; SameSite=Lax";
  if (with.config.https()) cookie += "; Secure";
  answer.headers.push_back({"Set-Cookie", std::move(cookie)});
}

}  // namespace

std::string cookie_of(net::request const& asked, services const& with) {
  return std::string(asked.cookie(with.config.cookie_name()));
}

std::string language_of(net::request const& asked) {
  auto const wished = asked.header("Accept-Language");
  auto const english = wished.find("en");
  auto const dutch = wished.find("nl");
  return english < dutch && english != std::string_view::npos ? "en" : "nl";
}

result<std::map<std::string, std::string>> read_texts(net::request const& asked,
                                                      std::vector<std::string> const& members) {
  auto const body = protocol::parse_untrusted(asked.body);
  if (!body) return body.why();
  if (!body->is_object()) return refusal{"malformed", "/"};
  std::map<std::string, std::string> read;
  for (auto const& [name, value] : body->items()) {
    bool const known = std::find(members.begin(), members.end(), name) != members.end();
    if (!known || !(value.is_string() || value.is_null())) return refusal{"malformed", "/" + name};
    if (value.is_string()) read[name] = value.get<std::string>();
  }
  return read;
}

net::response refused(services const& with, net::request const& asked, refusal const& why) {
  auto const sentence = with.library.sentence(why.code, why.detail, language_of(asked));
  return net::problem(status_of(why.code), sentence, why.code);
}

net::response not_found(services const& with, net::request const& asked) {
  return refused(with, asked, {"not_found", {}});
}

net::response signed_out(services const& with, net::request const& asked) {
  return net::problem(401, with.library.sentence("not_signed_in", {}, language_of(asked)),
                      "not_signed_in");
}

net::response reply(nlohmann::json const& value, int status) {
  return net::json(status, value.dump());
}

void set_cookie(net::response& answer, services const& with, std::string const& value) {
  add_cookie(answer, with, value, cookie_lives);
}

void forget_cookie(net::response& answer, services const& with) {
  add_cookie(answer, with, {}, std::chrono::seconds(0));
}

nlohmann::json time_or_null(std::optional<time_point> const& at) {
  return at ? nlohmann::json(protocol::write_time(*at)) : nlohmann::json(nullptr);
}

std::string_view word_of(role as) {
  switch (as) {
    case role::facilitator:
      return "facilitator";
    case role::screen:
      return "screen";
    case role::participant:
      break;
  }
  return "participant";
}

}  // namespace viab::api
