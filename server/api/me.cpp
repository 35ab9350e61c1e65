#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;

// What somebody may do in general and in the own organisation, so that a page shows what leads
// somewhere. The server asks again at each deed.
nlohmann::json allowed_to(asker const& who) {
  auto words = nlohmann::json::array();
  directory::place own;
  own.organisation = who.standing.organisation;
  for (auto const what : directory::all_deeds) {
    if (who.may(what, own)) words.push_back(directory::word_of(what));
  }
  return words;
}

asio::awaitable<net::response> me(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  nlohmann::json answer = {
      {"identity", nullptr}, {"teams", nlohmann::json::array()}, {"may", nlohmann::json::array()}};
  if (who.identity) {
    answer["identity"] = {{"name", who.identity->name}, {"guest", who.identity->guest}};
    answer["may"] = allowed_to(who);
    auto const teams = co_await with.teams.teams_of(who.identity->key, with.clock.now());
    for (auto const& team : teams) {
      answer["teams"].push_back(
          {{"id", team.id.value}, {"name", team.name}, {"language", team.language}});
    }
  }
  co_return reply(answer);
}

// Signing out of what one is not signed in to is done already.
asio::awaitable<net::response> sign_out(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  body from(asked);
  bool const everywhere = from.flag("everywhere", false);
  if (!from.fine()) co_return from.problem(with, asked);
  co_await with.sign_in.sign_out(cookie_of(asked, with), everywhere);
  if (who.identity) {
    // Who is still signed in elsewhere comes back by itself; here the door stays shut.
    with.sessions.close_of(who.identity->key,
                           everywhere ? app::close_code::signed_out : app::close_code::restart);
    co_await with.audit.note("sign_out", "person:self", "done", who.act);
  }
  auto answer = net::empty_response(204);
  forget_cookie(answer, with);
  answer.headers.push_back({"Clear-Site-Data", "\"storage\""});
  co_return answer;
}

}  // namespace

void add_me(net::router& router, services& with) {
  router.route("GET", "/api/v1/me",
               [&with](net::request asked) { return me(with, std::move(asked)); });
  router.route("POST", "/api/v1/sign-out",
               [&with](net::request asked) { return sign_out(with, std::move(asked)); });
}

}  // namespace viab::api
