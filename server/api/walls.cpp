// The walls of all teams, for who follows them: answering, and joining what is alike.
#include "api/asker.hpp"
#include "api/reply.hpp"
#include "api/wall_json.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using directory::deed;

// Which teams raised it is not told: how many is enough to weigh it.
nlohmann::json as_json(ports::listed_wall const& one) {
  auto out = wall_as_json(one.wall);
  out["joined_into"] = nullptr;
  if (one.wall.joined_into) out["joined_into"] = one.wall.joined_into->value;
  out["version"] = one.wall.version;
  out["teams"] = one.teams;
  out["likes"] = nlohmann::json::array();
  for (auto const& like : one.likes) {
    out["likes"].push_back(
        {{"id", like.id.value}, {"text", like.text.value()}, {"version", like.version}});
  }
  return out;
}

ports::wall_filter filter_in(net::request const& asked) {
  ports::wall_filter only;
  only.where = walls::level_of(asked.query("level"));
  only.now = walls::status_of(asked.query("status"));
  only.about = walls::kind_of(asked.query("about"));
  if (auto const of = asked.query("organisation"); !of.empty()) {
    only.organisation = walls::place_id{std::string(of)};
  }
  return only;
}

asio::awaitable<net::response> list(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::follow_walls)) co_return not_allowed(with, asked, who);
  auto query = list_query_of(asked);
  auto const part = co_await with.walls.walls(std::move(query), filter_in(asked));
  nlohmann::json answer = {{"walls", nlohmann::json::array()}, {"next", nullptr}};
  for (auto const& one : part.rows) answer["walls"].push_back(as_json(one));
  if (part.next) answer["next"] = *part.next;
  co_return reply(answer);
}

asio::awaitable<net::response> told(services& with, net::request asked, walls::wall_id id) {
  auto const found = co_await with.walls.find_wall(id);
  if (!found) co_return not_found(with, asked);
  auto answer = reply(as_json(*found));
  set_version(answer, found->wall.version);
  co_return answer;
}

asio::awaitable<net::response> show(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::follow_walls)) co_return not_allowed(with, asked, who);
  walls::wall_id id{std::string(asked.param("id"))};
  co_return co_await told(with, std::move(asked), std::move(id));
}

asio::awaitable<net::response> answer(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::follow_walls)) co_return not_allowed(with, asked, who);
  auto const version = version_in(asked);
  if (!version) co_return version_missing(with, asked);
  walls::wall_id const id{std::string(asked.param("id"))};
  auto found = co_await with.walls.find_wall(id);
  if (!found) co_return not_found(with, asked);
  auto one = std::move(found->wall);
  one.version = *version;
  body from(asked);
  one.where = walls::level_of(from.word("level", wall_levels())).value_or(one.where);
  one.now = walls::status_of(from.word("status", wall_statuses())).value_or(one.now);
  one.owner = from.text_or_empty<walls::owner_text>("owner");
  one.answer = from.text_or_empty<walls::answer_text>("answer");
  one.organisation = from.id<walls::place_id>("organisation");
  if (one.organisation) {
    directory::organisation_id const of{one.organisation->value};
    auto const known = co_await with.directory.find_organisation(of);
    if (!known) from.wrong("organisation", {"unknown_choice", "/organisation"});
  }
  for (auto const& wrong : walls::mistakes_of(one)) from.wrong(wrong.member.data(), wrong.why);
  if (!from.fine()) co_return from.problem(with, asked);
  auto const became = co_await with.walls.save_wall(one, who.act);
  if (became != ports::change::done) {
    co_return not_changed(with, asked, became, "wall_joined_in_use");
  }
  co_return co_await told(with, std::move(asked), id);
}

asio::awaitable<net::response> join(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::follow_walls)) co_return not_allowed(with, asked, who);
  auto const version = version_in(asked);
  if (!version) co_return version_missing(with, asked);
  walls::wall_id const id{std::string(asked.param("id"))};
  body from(asked);
  auto const into = from.id<walls::wall_id>("wall");
  if (into) {
    auto const known = co_await with.walls.find_wall(*into);
    if (!known) from.wrong("wall", {"unknown_choice", "/wall"});
  }
  if (!from.fine()) co_return from.problem(with, asked);
  auto const became = co_await with.walls.join(id, *version, into, who.act);
  if (became != ports::change::done) {
    co_return not_changed(with, asked, became, "wall_joined_in_use");
  }
  co_return co_await told(with, std::move(asked), id);
}

}  // namespace

void add_walls(net::router& router, services& with) {
  router.route("GET", "/api/v1/walls",
               [&with](net::request asked) { return list(with, std::move(asked)); });
  router.route("GET", "/api/v1/walls/{id}",
               [&with](net::request asked) { return show(with, std::move(asked)); });
  router.route("PUT", "/api/v1/walls/{id}",
               [&with](net::request asked) { return answer(with, std::move(asked)); });
  router.route("PUT", "/api/v1/walls/{id}/joined-into",
               [&with](net::request asked) { return join(with, std::move(asked)); });
}

}  // namespace viab::api
