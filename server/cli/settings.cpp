#include "cli/settings.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <sstream>

namespace viab::cli {
namespace {

std::size_t distance(std::string const& a, std::string const& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string unknown(std::string const& name, std::string const& where) {
  auto const& all = known_settings();
  auto const nearest = std::min_element(all.begin(), all.end(), [&](auto const& a, auto const& b) {
    return distance(a.name, name) < distance(b.name, name);
  });
  std::string message = where + ": there is no setting '" + name + "'";
  if (distance(nearest->name, name) <= 3) message += "; did you mean '" + nearest->name + "'?";
  return message;
}

bool known(std::string const& name) {
  auto const& all = known_settings();
  return std::any_of(all.begin(), all.end(), [&](auto const& one) { return one.name == name; });
}

settings::flags read_file(std::filesystem::path const& file) {
  toml::table table;
  try {
    table = toml::parse_file(file.string());
  } catch (toml::parse_error const& why) {
    throw settings_error(file.string() + ":" + std::to_string(why.source().begin.line) + ": "
                         + std::string(why.description()));
  }
  settings::flags read;
  for (auto const& [key, node] : table) {
    std::string const name(key.str());
    if (!known(name)) throw settings_error(unknown(name, file.string()));
    if (auto const text = node.value<std::string>(); text && node.is_string()) {
      read[name] = *text;
    } else if (auto const number = node.value<long>(); number && node.is_integer()) {
      read[name] = std::to_string(*number);
    } else {
      throw settings_error(file.string() + ": '" + name + "' must be a text or a whole number");
    }
  }
  return read;
}

}  // namespace

std::vector<setting> const& known_settings() {
  static std::vector<setting> const all = {
      {"listen", "127.0.0.1:8080", "Address and port to listen on."},
      {"public_url", "",
       "Address people use, as https://viab.example.nl; links and Origin follow it."},
      {"trusted_proxies", "",
       "Addresses or networks of the proxy in front, with commas: 127.0.0.1, 10.0.0.0/8."},
      {"data_dir", "viab-data", "Folder of the database and the keys of open secret rounds."},
      {"content_dir", "content", "Folder of formats and texts."},
      {"web_dir", "web/dist", "Folder of the built web client."},
      {"log_level", "info", "debug, info, warning or error."},
      {"drain_seconds", "5", "Over how many seconds connections are closed at a stop (0 to 25)."},
      {"commands_per_second", "20",
       "Commands a person may send per second; raise it for load tests only."},
      {"command_burst", "40", "Commands a person may send at once."},
      {"language", "nl", "Language of the demonstration: nl or en."},
      {"keep_texts_months", "3",
       "Months that people's own words are kept after a session; agreements stay (1 to 120)."},
      {"keep_sessions_months", "24",
       "Months that sessions, their figures and people who left are kept (1 to 600)."},
      {"keep_audit_months", "24", "Months that the audit log is kept (1 to 600)."},
      {"mail_host", "", "Mail server (SMTP). Without one, links are copied by hand."},
      {"mail_port", "587", "Its port."},
      {"mail_security", "starttls", "starttls, tls, or none (in the open, without a password)."},
      {"mail_user", "", "Account on the mail server."},
      {"mail_password_file", "", "File with its password."},
      {"mail_from", "", "Address that letters come from."},
      {"ca_file", "",
       "Certificates (PEM) to trust for mail and the provider, instead of the system's."},
      {"openid_issuer", "", "Identity provider (OpenID Connect); its address, letter by letter."},
      {"openid_name", "", "What the sign-in button calls it."},
      {"openid_client_id", "", "What the provider calls this server."},
      {"openid_secret_file", "", "File with the secret that the provider gave out, or"},
      {"openid_key_file", "", "file with our private key (a JWK, ES256), which is better."},
      {"openid_discovery_url", "", "Where the provider describes itself, when not at the issuer."},
      {"openid_levels", "", "The provider's levels (acr) from weak to strong, with commas."},
      {"openid_least_level", "", "The weakest one that will do."},
      {"openid_tenants", "", "Tenants (tid) that may sign in, with commas."},
      {"openid_private_hosts", "",
       "Hosts of the provider, beside the issuer's, that may be at a private address."},
  };
  return all;
}

settings settings::read(flags const& given, flags const& environment,
                        std::optional<std::filesystem::path> const& file) {
  settings out;
  for (auto const& one : known_settings()) out.values_[one.name] = {one.fallback, "default"};
  auto const lay = [&](flags const& from, char const* source) {
    for (auto const& [name, text] : from) {
      if (!known(name)) throw settings_error(unknown(name, source));
      out.values_[name] = {text, source};
    }
  };
  if (file) lay(read_file(*file), "file");
  lay(environment, "environment");
  lay(given, "flag");
  return out;
}

std::string settings::text(std::string const& name) const { return values_.at(name).text; }

long settings::number(std::string const& name, long least, long most) const {
  auto const& written = values_.at(name).text;
  long read = 0;
  auto const* end = written.data() + written.size();
  auto const [stopped, wrong] = std::from_chars(written.data(), end, read);
  if (wrong != std::errc() || stopped != end || read < least || read > most) {
    throw settings_error("'" + name + "' must be a whole number from " + std::to_string(least)
                         + " to " + std::to_string(most) + ", and is '" + written + "'");
  }
  return read;
}

std::vector<settings::shown> settings::all() const {
  std::vector<shown> rows;
  for (auto const& one : known_settings()) {
    auto const& kept = values_.at(one.name);
    rows.push_back({one.name, kept.text, kept.source});
  }
  return rows;
}

std::vector<std::string> words_in(std::string const& list) {
  std::vector<std::string> words;
  std::istringstream from(list);
  for (std::string word; std::getline(from, word, ',');) {
    auto const first = word.find_first_not_of(' ');
    if (first == std::string::npos) continue;
    words.push_back(word.substr(first, word.find_last_not_of(' ') - first + 1));
  }
  return words;
}

settings::flags viab_environment(char const* const* environment) {
  settings::flags read;
  for (; environment != nullptr && *environment != nullptr; ++environment) {
    std::string const entry(*environment);
    auto const equals = entry.find('=');
    if (!entry.starts_with("VIAB_") || equals == std::string::npos) continue;
    if (equals + 1 == entry.size()) continue;
    std::string name = entry.substr(5, equals - 5);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    read[name] = entry.substr(equals + 1);
  }
  return read;
}

address read_address(std::string const& text) {
  auto const colon = text.rfind(':');
  address read;
  if (colon == std::string::npos || colon == 0) {
    throw settings_error("'listen' must look like 127.0.0.1:8080, and is '" + text + "'");
  }
  read.host = text.substr(0, colon);
  if (read.host.front() == '[' && read.host.back() == ']') {
    read.host = read.host.substr(1, read.host.size() - 2);
  }
  auto const port = text.substr(colon + 1);
  auto const* end = port.data() + port.size();
  auto const [stopped, wrong] = std::from_chars(port.data(), end, read.port);
  if (wrong != std::errc() || stopped != end || port.empty()) {
    throw settings_error("'listen' must end in a port from 0 to 65535, and is '" + text + "'");
  }
  return read;
}

bool is_loopback(address const& at) {
  return at.host == "::1" || at.host == "localhost" || at.host.starts_with("127.");
}

}  // namespace viab::cli
