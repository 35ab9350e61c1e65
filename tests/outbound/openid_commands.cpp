// Logins: "start" gives where the browser goes, "finish" takes the query with which it came back;
// "make_key" and "public_part" are the keys of a client; "later" moves the clock.
#include "driver.hpp"

#include "adapters/cjose/cjose_token_signatures.hpp"
#include "adapters/curl/curl_outbound_http.hpp"
#include "adapters/sodium/sha256_fingerprint.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_dice.hpp"
#include "openid/relying_party.hpp"
#include "openid/token.hpp"

#include <map>
#include <memory>

namespace viab::tests {
namespace {

namespace asio = boost::asio;
using nlohmann::json;

class moved_clock : public ports::clock {
public:
  time_point now() const override { return adapters::system_clock().now() + moved; }
  milliseconds moved{0};
};

openid::provider_settings read_provider_settings(json const& told) {
  openid::provider_settings back;
  back.issuer = told.at("issuer");
  back.discovery_url = told.value("discovery_url", "");
  back.client_id = told.at("client_id");
  back.redirect_uri = told.at("redirect_uri");
  back.client_secret = told.value("client_secret", "");
  back.client_key = told.value("client_key", "");
  if (back.client_key.empty()) {
    back.authentication = openid::client_authentication::client_secret_basic;
  }
  if (told.value("client_key_algorithm", "ES256") == "PS256") {
    back.client_key_algorithm = ports::jws_algorithm::ps256;
  }
  back.levels = told.value("levels", back.levels);
  back.least_level = told.value("least_level", "");
  back.tenants = told.value("tenants", back.tenants);
  back.timeout = milliseconds(told.value("timeout_ms", 5000));
  if (told.contains("algorithms")) {
    back.algorithms.clear();
    for (auto const& name : told.at("algorithms")) {
      back.algorithms.push_back(*openid::algorithm_named(name.get<std::string>()));
    }
  }
  back.plain_loopback = true;
  return back;
}

// A relying party per provider of the settings, and the logins under way of all of them.
struct desk {
  desk(adapters::transfers& thread, json const& settings)
      : http(thread, read_curl_settings(settings)) {
    for (auto const& [name, told] : settings.at("providers").items()) {
      openid::surroundings const world{http, signatures, clock, dice, prints};
      parties[name] = std::make_unique<openid::relying_party>(read_provider_settings(told), world);
    }
  }

  std::optional<ports::pending_login> take(std::string const& state_hash) {
    auto found = pending.extract(state_hash);
    if (found.empty()) return std::nullopt;
    return found.mapped();
  }

  adapters::curl_outbound_http http;
  adapters::cjose_token_signatures signatures;
  moved_clock clock;
  adapters::system_dice dice;
  adapters::sha256_fingerprint prints;
  std::map<std::string, std::unique_ptr<openid::relying_party>> parties;
  std::map<std::string, ports::pending_login> pending;
  std::map<openid::account_key, int> accounts;
};
using shared_desk = std::shared_ptr<desk>;

asio::awaitable<json> start(shared_desk at, json asked) {
  auto work = at->parties.at(asked.at("provider"))->start(asked.value("return_to", "/"));
  auto const started = co_await std::move(work);
  json reply;
  if (!started) {
    reply["problem"] = openid::word(started.why());
    co_return reply;
  }
  at->pending[started->keep.state_hash] = started->keep;
  reply["url"] = started->url;
  reply["browser_secret"] = started->browser_secret;
  co_return reply;
}

asio::awaitable<json> finish(shared_desk at, json asked) {
  json reply;
  auto const back = openid::read_callback(asked.at("query").get<std::string>());
  if (!back) {
    reply["problem"] = openid::word(back.why());
    co_return reply;
  }
  auto& party = *at->parties.at(asked.at("provider"));
  auto kept = at->take(party.state_hash(*back));
  auto work = party.finish(*back, std::move(kept), asked.at("browser_secret").get<std::string>());
  auto const person = co_await std::move(work);
  if (!person) {
    reply["problem"] = openid::word(person.why());
    co_return reply;
  }
  auto const number = static_cast<int>(at->accounts.size()) + 1;
  auto const account = at->accounts.emplace(person->account, number).first->second;
  reply = {{"account", account},
           {"issuer", person->account.issuer},
           {"subject", person->account.subject},
           {"name", person->name},
           {"email", person->email},
           {"level", person->level},
           {"methods", person->methods}};
  co_return reply;
}

asio::awaitable<json> later(shared_desk at, json asked) {
  at->clock.moved += milliseconds(asked.at("by_ms").get<int>());
  json reply;
  co_return reply;
}

asio::awaitable<json> make_key(json asked) {
  auto const key = adapters::cjose_token_signatures().make_key(asked.at("kid"));
  json reply{{"private", key}, {"public", adapters::cjose_token_signatures().public_part(key)}};
  co_return reply;
}

}  // namespace

void add_openid_commands(commands& known, adapters::transfers& thread, json const& settings) {
  known["make_key"] = make_key;
  if (!settings.contains("providers")) return;
  auto at = std::make_shared<desk>(thread, settings);
  known["start"] = [at](json asked) { return start(at, std::move(asked)); };
  known["finish"] = [at](json asked) { return finish(at, std::move(asked)); };
  known["later"] = [at](json asked) { return later(at, std::move(asked)); };
}

}  // namespace viab::tests
