// What somebody says of oneself: name, address for letters and which of them, language.
#include "api/address_letter.hpp"
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;

net::response shown(directory::person const& one) {
  nlohmann::json told = {{"name", one.name.value()},
                         {"email", nullptr},
                         {"language", one.language},
                         {"letters", one.letters},
                         {"version", one.version}};
  if (one.email) told["email"] = one.email->value();
  auto answer = reply(told);
  set_version(answer, one.version);
  return answer;
}

// Who came by a link to one session has no row in the directory yet: version 0.
asio::awaitable<directory::person> self_of(services& with, ports::identity_row const identity) {
  person_id const key{identity.key};
  auto const known = co_await with.directory.find_person(key);
  if (known) co_return *known;
  directory::person fresh;
  fresh.key = key;
  fresh.name = name_text::of(identity.name);  // it was one when it was kept
  co_return fresh;
}

asio::awaitable<net::response> show(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.standing.known) co_return signed_out(with, asked);
  auto const self = co_await self_of(with, *who.identity);
  co_return shown(self);
}

asio::awaitable<net::response> replace(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.standing.known) co_return signed_out(with, asked);
  auto const version = version_in(asked);
  if (!version) co_return version_missing(with, asked);
  auto const before = co_await self_of(with, *who.identity);
  auto one = before;
  one.version = *version;
  body from(asked);
  one.name = from.text<name_text>("name");
  one.email = from.address("email");
  one.language = from.word("language", {"nl", "en"});
  one.letters = from.flag("letters", one.letters);
  if (!from.fine()) co_return from.problem(with, asked);
  auto const became = co_await with.directory.save_person(one, who.act);
  if (became != ports::change::done) co_return not_changed(with, asked, became, "address_taken");
  ++one.version;
  co_await tell_old_address(with, before, one);
  co_return shown(one);
}

}  // namespace

void add_own_profile(net::router& router, services& with) {
  router.route("GET", "/api/v1/me/profile",
               [&with](net::request asked) { return show(with, std::move(asked)); });
  router.route("PUT", "/api/v1/me/profile",
               [&with](net::request asked) { return replace(with, std::move(asked)); });
}

}  // namespace viab::api
