// What a team raised, and the answers that came back; raising an obstacle, and taking it back.
#include "api/asker.hpp"
#include "api/reply.hpp"
#include "api/wall_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using directory::deed;

constexpr std::size_t id_bytes = 12;
constexpr int most_open_obstacles = 30;

nlohmann::json as_json(walls::turn const& one) {
  return {{"status", walls::word_of(one.now)},
          {"level", walls::word_of(one.where)},
          {"owner", one.owner},
          {"answer", one.answer},
          {"at", time_or_null(one.at)}};
}

// The own text, with the status and answer that count.
nlohmann::json as_json(ports::raised_wall const& one) {
  auto out = wall_as_json(one.answering);
  out["id"] = one.own.id.value;
  out["text"] = one.own.text.value();
  out["about"] = walls::word_of(one.own.about);
  out["raised_at"] = time_or_null(one.own.raised_at);
  out["joined"] = one.own.joined_into.has_value();
  out["teams"] = one.teams;
  out["can_take_back"] = one.can_take_back;
  out["turns"] = nlohmann::json::array();
  for (auto const& turn : one.turns) out["turns"].push_back(as_json(turn));
  return out;
}

nlohmann::json as_json(ports::open_obstacle const& one) {
  return {{"session", one.from.session.value},
          {"place", one.from.place},
          {"text", one.text},
          {"about", walls::word_of(one.about)},
          {"at", time_or_null(one.at)}};
}

struct team_seen {
  team_id id;
  bool seen = false;
  bool may_raise = false;
};

asio::awaitable<team_seen> team_of(services& with, asker const& who, net::request const& asked) {
  team_seen team;
  team.id = team_id{std::string(asked.param("id"))};
  auto key = who.identity ? std::optional(who.identity->key) : std::nullopt;
  auto const where = co_await place_of(with, std::move(key), team.id);
  team.seen = who.may(deed::see_team_page, where);
  team.may_raise = who.may(deed::raise_wall, where);
  co_return team;
}

asio::awaitable<net::response> list(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  auto const team = co_await team_of(with, who, asked);
  if (!team.seen) co_return not_found(with, asked);
  nlohmann::json answer = {{"walls", nlohmann::json::array()},
                           {"obstacles", nlohmann::json::array()},
                           {"organisations", nlohmann::json::array()},
                           {"may_raise", team.may_raise}};
  auto const raised = co_await with.walls.walls_of_team(team.id);
  for (auto const& one : raised) answer["walls"].push_back(as_json(one));
  auto const open = co_await with.walls.open_obstacles_of(team.id, most_open_obstacles);
  for (auto const& one : open) answer["obstacles"].push_back(as_json(one));
  auto const around = co_await with.directory.organisations_of_team(team.id, with.clock.now());
  for (auto const& one : around) {
    answer["organisations"].push_back({{"id", one.id.value}, {"name", one.name.value()}});
  }
  co_return reply(answer);
}

std::optional<walls::source> source_in(body& from) {
  auto const session = from.id<session_id>("session");
  if (!session) return std::nullopt;
  return walls::source{*session, from.number("place", 1, 1000)};
}

bool is_around(std::vector<directory::organisation> const& around, walls::place_id const& id) {
  return std::any_of(around.begin(), around.end(),
                     [&](auto const& one) { return one.id.value == id.value; });
}

net::response not_raised(services const& with, net::request const& asked, ports::change became) {
  if (became == ports::change::taken) return refused(with, asked, {"wall_taken", {}});
  if (became == ports::change::in_use) {
    return refused(with, asked, refusals::too_many_items(walls::most_walls_of_team));
  }
  return refused(with, asked, {"unknown_choice", "/session"});
}

asio::awaitable<net::response> raise(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  auto const team = co_await team_of(with, who, asked);
  if (!team.seen) co_return not_found(with, asked);
  if (!team.may_raise) co_return refused(with, asked, {"not_facilitator", {}});
  body from(asked);
  walls::wall one;
  one.id = walls::wall_id{with.dice.token(id_bytes)};
  one.team = team.id;
  one.text = from.text<card_text>("text");
  one.about = walls::kind_of(from.word("about", wall_kinds())).value_or(one.about);
  one.where = walls::level_of(from.word("level", wall_levels())).value_or(one.where);
  one.organisation = from.id<walls::place_id>("organisation");
  one.from = source_in(from);
  one.raised_at = who.act.at;
  if (one.organisation) {
    auto const around = co_await with.directory.organisations_of_team(team.id, who.act.at);
    if (!is_around(around, *one.organisation)) {
      from.wrong("organisation", {"unknown_choice", "/organisation"});
    }
  }
  if (!from.fine()) co_return from.problem(with, asked);
  auto const became = co_await with.walls.raise(one, who.act);
  if (became != ports::change::done) co_return not_raised(with, asked, became);
  co_return reply({{"id", one.id.value}}, 201);
}

asio::awaitable<net::response> take_back(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  auto const team = co_await team_of(with, who, asked);
  if (!team.seen) co_return not_found(with, asked);
  if (!team.may_raise) co_return refused(with, asked, {"not_facilitator", {}});
  walls::wall_id const id{std::string(asked.param("wall"))};
  auto const became = co_await with.walls.take_back(team.id, id, who.act);
  if (became != ports::change::done) co_return not_changed(with, asked, became, "wall_in_use");
  co_return net::empty_response(204);
}

}  // namespace

void add_team_walls(net::router& router, services& with) {
  router.route("GET", "/api/v1/teams/{id}/walls",
               [&with](net::request asked) { return list(with, std::move(asked)); });
  router.route("POST", "/api/v1/teams/{id}/walls",
               [&with](net::request asked) { return raise(with, std::move(asked)); });
  router.route("DELETE", "/api/v1/teams/{id}/walls/{wall}",
               [&with](net::request asked) { return take_back(with, std::move(asked)); });
}

}  // namespace viab::api
