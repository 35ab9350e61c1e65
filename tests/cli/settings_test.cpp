// Settings that would send secrets in the open or nowhere are refused with the cure.
#include "cli/network.hpp"
#include "cli/outward.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>

namespace viab::tests {
namespace {

using cli::settings;

settings with(settings::flags const& given) { return settings::read(given, {}, std::nullopt); }

std::string refusal_of(settings::flags const& given) {
  try {
    auto const all = with(given);
    cli::network_of(all);
    cli::mail_of(all);
    cli::provider_of(all, cli::public_url_of(all));
    return {};
  } catch (cli::settings_error const& why) {
    return why.what();
  }
}

// A file with a secret, and with these rights.
std::string secret(temporary_folder const& place, ::mode_t rights,
                   std::string const& text = "x\n") {
  auto const file = place.path() / "secret";
  write_bytes(file, text);
  REQUIRE(::chmod(file.c_str(), rights) == 0);
  return file.string();
}

TEST_CASE("what others can reach needs a named proxy that does the TLS") {
  CHECK(refusal_of({}).empty());
  CHECK(refusal_of({{"listen", "[::1]:80"}}).empty());
  settings::flags open{{"listen", "0.0.0.0:8080"}};
  CHECK_THAT(refusal_of(open), Catch::Contains("--trusted-proxies"));
  open["trusted_proxies"] = "10.0.0.5, fd00::/8";
  CHECK_THAT(refusal_of(open), Catch::Contains("--public-url"));
  open["public_url"] = "http://viab.example.nl";
  CHECK_THAT(refusal_of(open), Catch::Contains("in the open"));
  open["public_url"] = "https://viab.example.nl/";
  CHECK(refusal_of(open).empty());
  auto const network = cli::network_of(with(open));
  CHECK(network.trusted_proxies == std::vector<std::string>{"10.0.0.5", "fd00::/8"});
  CHECK(network.public_url == "https://viab.example.nl");
  open["trusted_proxies"] = "the proxy";
  CHECK_THAT(refusal_of(open), Catch::Contains("the proxy"));
}

TEST_CASE("mail: an address to come from, a way that is known, a password that is kept well") {
  temporary_folder const place;
  CHECK_FALSE(cli::mail_of(with({})));
  settings::flags mail{{"mail_host", "mail.example.nl"}};
  CHECK_THAT(refusal_of(mail), Catch::Contains("'mail_from'"));
  mail["mail_from"] = "via-b@example.nl";
  CHECK(refusal_of(mail).empty());
  mail["mail_security"] = "ssl";
  CHECK_THAT(refusal_of(mail), Catch::Contains("starttls, tls or none"));
  mail["mail_security"] = "tls";
  mail["mail_user"] = "via-b";
  mail["mail_password_file"] = "/there/is/no/such/file";
  CHECK_THAT(refusal_of(mail), Catch::Contains("there is no file"));
  mail["mail_password_file"] = secret(place, 0644);
  CHECK_THAT(refusal_of(mail), Catch::Contains("chmod o="));
  mail["mail_password_file"] = secret(place, 0600, "\n");
  CHECK_THAT(refusal_of(mail), Catch::Contains("is empty"));
  mail["mail_password_file"] = secret(place, 0640, "open sesame\n");
  CHECK(refusal_of(mail).empty());
  CHECK(cli::mail_of(with(mail))->password == "open sesame");
  mail["mail_security"] = "none";
  CHECK_FALSE(refusal_of(mail).empty());  // a password in the open
  mail["mail_port"] = "0";
  CHECK_THAT(refusal_of(mail), Catch::Contains("'mail_port'"));
}

TEST_CASE("a provider: https unless it is on this machine, and a way to show who we are") {
  temporary_folder const place;
  settings::flags provider{{"openid_issuer", "https://sso.example.nl"},
                           {"openid_client_id", "via-b"},
                           {"public_url", "https://viab.example.nl"}};
  CHECK_FALSE(refusal_of(provider).empty());
  provider["openid_secret_file"] = secret(place, 0600, "a secret\n");
  CHECK(refusal_of(provider).empty());
  auto const made = cli::provider_of(with(provider), "https://viab.example.nl");
  REQUIRE(made);
  CHECK(made->redirect_uri == "https://viab.example.nl/sign-in/back");
  CHECK(made->client_secret == "a secret");
  CHECK_FALSE(made->plain_loopback);
  provider["openid_issuer"] = "http://sso.example.nl";
  CHECK_FALSE(refusal_of(provider).empty());
  provider["openid_issuer"] = "http://127.0.0.1:9000";
  provider["public_url"] = "";
  CHECK(refusal_of(provider).empty());
  provider["openid_levels"] = "low, high";
  provider["openid_least_level"] = "middle";
  CHECK_FALSE(refusal_of(provider).empty());
}

}  // namespace
}  // namespace viab::tests
