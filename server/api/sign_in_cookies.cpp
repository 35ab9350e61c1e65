#include "api/sign_in_cookies.hpp"

namespace viab::api {
namespace {

constexpr char const* ten_minutes = "600";

std::string name_of(services const& with, char const* what) {
  return (with.config.https() ? "__Host-viab-" : "viab-") + std::string(what);
}

void add(net::response& answer, services const& with, char const* what, std::string const& value,
         char const* lives, char const* same_site) {
  auto cookie = name_of(with, what) + "=" + value + "; Path=/; Max-Age=" + lives
                + "; HttpOnly; SameSite=" + same_site;
  if (with.config.https()) cookie += "; Secure";
  answer.headers.push_back({"Set-Cookie", std::move(cookie)});
}

std::string read(net::request const& asked, services const& with, char const* what) {
  return std::string(asked.cookie(name_of(with, what)));
}

}  // namespace

std::string asking_cookie(net::request const& asked, services const& with) {
  return read(asked, with, "asks");
}
void set_asking_cookie(net::response& answer, services const& with, std::string const& secret) {
  add(answer, with, "asks", secret, ten_minutes, "Strict");
}
void forget_asking_cookie(net::response& answer, services const& with) {
  add(answer, with, "asks", "", "0", "Strict");
}

std::string login_cookie(net::request const& asked, services const& with) {
  return read(asked, with, "login");
}
void set_login_cookie(net::response& answer, services const& with, std::string const& secret) {
  add(answer, with, "login", secret, ten_minutes, "Lax");
}
void forget_login_cookie(net::response& answer, services const& with) {
  add(answer, with, "login", "", "0", "Lax");
}

}  // namespace viab::api
