// Teams as the directory has them: name, home, challenge; not what a team wrote.
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using directory::challenge_id;
using directory::deed;
using directory::organisation_id;
using directory::team;

constexpr std::size_t id_bytes = 12;

nlohmann::json as_json(team const& one) {
  nlohmann::json out = {{"id", one.id.value},       {"name", one.name.value()},
                        {"language", one.language}, {"home", nullptr},
                        {"challenge", nullptr},     {"ended_at", time_or_null(one.ended_at)},
                        {"version", one.version}};
  if (one.home) out["home"] = one.home->value;
  if (one.challenge) out["challenge"] = one.challenge->value;
  return out;
}

net::response kept(team const& one, int status) {
  auto answer = reply(as_json(one), status);
  set_version(answer, one.version);
  return answer;
}

directory::place in(std::optional<organisation_id> home) {
  directory::place where;
  where.organisation = std::move(home);
  return where;
}

asio::awaitable<net::response> list(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::list_teams)) co_return not_allowed(with, asked, who);
  ports::team_filter only;
  if (auto const home = asked.query("home"); !home.empty()) {
    only.home = organisation_id{std::string(home)};
  }
  if (auto const challenge = asked.query("challenge"); !challenge.empty()) {
    only.challenge = challenge_id{std::string(challenge)};
  }
  auto query = list_query_of(asked);
  auto const part = co_await with.directory.teams(std::move(query), only, with.clock.now());
  nlohmann::json answer = {{"teams", nlohmann::json::array()}, {"next", nullptr}};
  for (auto const& [one, members] : part.rows) {
    auto row = as_json(one);
    row["members"] = members;
    answer["teams"].push_back(std::move(row));
  }
  if (part.next) answer["next"] = *part.next;
  co_return reply(answer);
}

asio::awaitable<net::response> save(services& with, net::request asked, asker who, team one) {
  body from(asked);
  one.name = from.text<directory::title_text>("name");
  one.language = from.word("language", {"nl", "en"});
  one.home = from.id<organisation_id>("home");
  one.challenge = from.id<challenge_id>("challenge");
  bool const ended = from.flag("ended", one.ended_at.has_value());
  if (ended != one.ended_at.has_value()) {
    one.ended_at = ended ? std::optional(who.act.at) : std::nullopt;
  }
  if (one.home) {
    auto const known = co_await with.directory.find_organisation(*one.home);
    if (!known) from.wrong("home", {"unknown_choice", "/home"});
  }
  if (one.challenge) {
    auto const known = co_await with.directory.find_challenge(*one.challenge);
    if (!known) from.wrong("challenge", {"unknown_choice", "/challenge"});
  }
  if (!from.fine()) co_return from.problem(with, asked);
  // Into the care of another organisation only who looks after that one too.
  if (!who.may(deed::change_team, in(one.home))) co_return not_allowed(with, asked, who);
  int const version = one.version;
  auto const became = co_await with.directory.save_directory_team(one, who.act);
  if (became != ports::change::done) co_return not_changed(with, asked, became);
  ++one.version;
  co_return kept(one, version == 0 ? 201 : 200);
}

asio::awaitable<net::response> make(services& with, net::request asked) {
  auto who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::change_team, in(who.standing.organisation))) {
    co_return not_allowed(with, asked, who);
  }
  team one;
  one.id = team_id{with.dice.token(id_bytes)};
  co_return co_await save(with, std::move(asked), std::move(who), std::move(one));
}

asio::awaitable<net::response> show(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::list_teams)) co_return not_allowed(with, asked, who);
  team_id const id{std::string(asked.param("id"))};
  auto const found = co_await with.directory.find_directory_team(id);
  if (!found) co_return not_found(with, asked);
  co_return kept(*found, 200);
}

asio::awaitable<net::response> replace(services& with, net::request asked) {
  auto who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.standing.known) co_return not_allowed(with, asked, who);
  team_id const id{std::string(asked.param("id"))};
  auto found = co_await with.directory.find_directory_team(id);
  if (!found || !who.may(deed::list_teams)) co_return not_found(with, asked);
  if (!who.may(deed::change_team, in(found->home))) co_return not_allowed(with, asked, who);
  auto const version = version_in(asked);
  if (!version) co_return version_missing(with, asked);
  found->version = *version;
  co_return co_await save(with, std::move(asked), std::move(who), std::move(*found));
}

}  // namespace

void add_team_profiles(net::router& router, services& with) {
  router.route("GET", "/api/v1/teams",
               [&with](net::request asked) { return list(with, std::move(asked)); });
  router.route("POST", "/api/v1/teams",
               [&with](net::request asked) { return make(with, std::move(asked)); });
  router.route("GET", "/api/v1/teams/{id}/profile",
               [&with](net::request asked) { return show(with, std::move(asked)); });
  router.route("PUT", "/api/v1/teams/{id}/profile",
               [&with](net::request asked) { return replace(with, std::move(asked)); });
}

}  // namespace viab::api
