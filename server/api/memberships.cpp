// Who takes part in a team, from when until when.
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using directory::deed;
using directory::membership;
using directory::membership_id;

constexpr std::size_t id_bytes = 12;

nlohmann::json as_json(membership const& one) {
  return {{"id", one.id.value},
          {"person", one.person.value},
          {"team", one.team.value},
          {"role", word_of(one.as)},
          {"from", time_or_null(one.from)},
          {"until", time_or_null(one.until)},
          {"version", one.version}};
}

net::response kept(membership const& one, int status) {
  auto answer = reply(as_json(one), status);
  set_version(answer, one.version);
  return answer;
}

// To who may not even see a team's members there is no such team.
asio::awaitable<std::optional<directory::place>> team_seen_by(services& with, asker const& who,
                                                              team_id id) {
  auto key = who.identity ? std::optional(who.identity->key) : std::nullopt;
  auto where = co_await place_of(with, std::move(key), std::move(id));
  if (!who.may(deed::list_members, where)) co_return std::nullopt;
  co_return where;
}

asio::awaitable<net::response> list(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  team_id const id{std::string(asked.param("id"))};
  auto const where = co_await team_seen_by(with, who, id);
  if (!where) co_return not_found(with, asked);
  auto const all = co_await with.directory.memberships_of_team(id);
  nlohmann::json answer = {{"memberships", nlohmann::json::array()},
                           {"may_change", who.may(deed::change_memberships, *where)}};
  for (auto const& one : all) {
    auto row = as_json(one.membership);
    row["name"] = one.person_name;
    answer["memberships"].push_back(std::move(row));
  }
  co_return reply(answer);
}

void read_span(membership& one, body& from, time_point now) {
  one.as = from.word("role", {"participant", "facilitator"}) == "facilitator" ? role::facilitator
                                                                              : role::participant;
  if (from.has("from")) {
    if (auto const given = from.time("from")) one.from = *given;
  } else if (one.version == 0) {
    one.from = now;
  }
  one.until = from.time("until");
  if (one.until && *one.until <= one.from) from.wrong("until", {"until_before_from", {}});
}

// Who is no longer in the team is no longer in its rooms.
asio::awaitable<void> close_rooms(services& with, membership const one, time_point now) {
  if (one.holds_at(now)) co_return;
  auto const sessions = co_await with.teams.sessions_of(one.team);
  for (auto const& session : sessions) {
    with.sessions.close_in(session.id, one.person.value, app::close_code::removed);
  }
}

asio::awaitable<net::response> save(services& with, net::request asked, asker who, membership one,
                                    body from) {
  read_span(one, from, who.act.at);
  if (!from.fine()) co_return from.problem(with, asked);
  int const version = one.version;
  auto const became = co_await with.directory.save_membership(one, who.act);
  if (became != ports::change::done) co_return not_changed(with, asked, became, "member_taken");
  ++one.version;
  co_await close_rooms(with, one, who.act.at);
  co_return kept(one, version == 0 ? 201 : 200);
}

asio::awaitable<net::response> make(services& with, net::request asked) {
  auto who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  membership one;
  one.id = membership_id{with.dice.token(id_bytes)};
  one.team = team_id{std::string(asked.param("id"))};
  auto const where = co_await team_seen_by(with, who, one.team);
  if (!where) co_return not_found(with, asked);
  if (!who.may(deed::change_memberships, *where)) co_return not_allowed(with, asked, who);
  body from(asked);
  auto const person = from.id<person_id>("person");
  if (!person) {
    from.wrong("person", {"empty_text", {}});
  } else {
    one.person = *person;
    auto const known = co_await with.directory.find_person(one.person);
    if (!known || known->left_at) from.wrong("person", {"unknown_choice", "/person"});
  }
  co_return co_await save(with, std::move(asked), std::move(who), std::move(one), std::move(from));
}

asio::awaitable<net::response> replace(services& with, net::request asked) {
  auto who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  membership_id const id{std::string(asked.param("id"))};
  auto found = co_await with.directory.find_membership(id);
  if (!found) co_return not_found(with, asked);
  auto const where = co_await team_seen_by(with, who, found->team);
  if (!where) co_return not_found(with, asked);
  if (!who.may(deed::change_memberships, *where)) co_return not_allowed(with, asked, who);
  auto const version = version_in(asked);
  if (!version) co_return version_missing(with, asked);
  found->version = *version;
  body from(asked);
  co_return co_await save(with, std::move(asked), std::move(who), std::move(*found),
                          std::move(from));
}

}  // namespace

void add_memberships(net::router& router, services& with) {
  router.route("GET", "/api/v1/teams/{id}/memberships",
               [&with](net::request asked) { return list(with, std::move(asked)); });
  router.route("POST", "/api/v1/teams/{id}/memberships",
               [&with](net::request asked) { return make(with, std::move(asked)); });
  router.route("PUT", "/api/v1/memberships/{id}",
               [&with](net::request asked) { return replace(with, std::move(asked)); });
}

}  // namespace viab::api
