#include "cli/outward.hpp"

#include <sys/stat.h>

#include <fstream>
#include <iterator>

namespace viab::cli {
namespace {

// A secret stands in a file of its own, which others than its owner and group cannot read.
std::string secret_in(settings const& with, std::string const& name) {
  auto const path = with.path(name);
  if (path.empty()) return {};
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) {
    throw settings_error("'" + name + "': there is no file " + path.string());
  }
  if ((about.st_mode & S_IRWXO) != 0) {
    throw settings_error("'" + name + "': everybody on this machine can read " + path.string()
                         + "; take that away with: chmod o= " + path.string());
  }
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  if (text.empty()) throw settings_error("'" + name + "': " + path.string() + " is empty");
  return text;
}

std::string host_of(std::string const& url) {
  auto const from = url.find("://");
  if (from == std::string::npos) return {};
  auto const rest = url.substr(from + 3);
  auto const host = rest.substr(0, rest.find('/'));
  if (host.starts_with("[")) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

bool is_this_machine(std::string const& host) {
  return host == "127.0.0.1" || host == "[::1]" || host == "localhost";
}

adapters::mail_security security_of(std::string const& word) {
  if (word == "starttls") return adapters::mail_security::starttls;
  if (word == "tls") return adapters::mail_security::tls;
  if (word == "none") return adapters::mail_security::none;
  throw settings_error("'mail_security' must be starttls, tls or none, and is '" + word + "'");
}

// The provider stands in the organisation's own network as often as outside it; the settings name
// it, so that its own host may be at a private address.
adapters::curl_settings way_to(settings const& with, openid::provider_settings const& provider) {
  adapters::curl_settings way;
  way.private_hosts = words_in(with.text("openid_private_hosts"));
  way.private_hosts.push_back(host_of(provider.issuer));
  way.plain_loopback = provider.plain_loopback;
  way.ca_file = with.text("ca_file");
  return adapters::with_environment(std::move(way));
}

}  // namespace

std::optional<adapters::mail_settings> mail_of(settings const& with) {
  if (with.text("mail_host").empty()) return std::nullopt;
  auto const from = email_address::make(with.text("mail_from"));
  if (!from) {
    throw settings_error(
        "'mail_from' must be the address that letters come from, as "
        "via-b@example.nl, and is '"
        + with.text("mail_from") + "'");
  }
  adapters::mail_settings mail{.host = with.text("mail_host"),
                               .port = static_cast<int>(with.number("mail_port", 1, 65535)),
                               .security = security_of(with.text("mail_security")),
                               .user = with.text("mail_user"),
                               .password = secret_in(with, "mail_password_file"),
                               .from = {*from, "Via B"},
                               .ca_file = with.text("ca_file")};
  auto const mistake = adapters::mistake_in(mail);
  if (!mistake.empty()) throw settings_error("mail: " + mistake);
  return mail;
}

std::optional<openid::provider_settings> provider_of(settings const& with,
                                                     std::string const& public_url) {
  openid::provider_settings provider;
  provider.issuer = with.text("openid_issuer");
  if (provider.issuer.empty()) return std::nullopt;
  provider.discovery_url = with.text("openid_discovery_url");
  provider.client_id = with.text("openid_client_id");
  provider.redirect_uri = public_url + "/sign-in/back";
  provider.client_key = secret_in(with, "openid_key_file");
  provider.client_secret = secret_in(with, "openid_secret_file");
  provider.authentication = provider.client_key.empty()
                                ? openid::client_authentication::client_secret_basic
                                : openid::client_authentication::private_key_jwt;
  provider.levels = words_in(with.text("openid_levels"));
  provider.least_level = with.text("openid_least_level");
  provider.tenants = words_in(with.text("openid_tenants"));
  provider.plain_loopback =
      provider.issuer.starts_with("http://") && is_this_machine(host_of(provider.issuer));
  auto const mistake = openid::mistake_in(provider);
  if (!mistake.empty()) throw settings_error("openid: " + mistake);
  return provider;
}

outward::outward(settings const& with, std::string const& public_url, ports::clock& clock,
                 ports::dice& dice, ports::fingerprint const& prints) {
  auto const mail = mail_of(with);
  auto const provider = provider_of(with, public_url);
  if (mail || provider) thread_ = std::make_unique<adapters::transfers>();
  if (mail) mailer_ = std::make_unique<adapters::curl_mailer>(*thread_, *mail, clock, dice);
  if (provider) {
    http_ = std::make_unique<adapters::curl_outbound_http>(*thread_, way_to(with, *provider));
    openid::surroundings const world{*http_, signatures_, clock, dice, prints};
    party_ = std::make_unique<openid::relying_party>(*provider, world);
  }
}

}  // namespace viab::cli
