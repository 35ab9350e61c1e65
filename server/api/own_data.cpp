// One's rights over what is kept of oneself: to have all of it, and to be forgotten.
#include "app/own_data.hpp"
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using nlohmann::json;

json session_json(app::acts_in_session const& in) {
  json acts = json::array();
  for (auto const& one : in.acts) {
    acts.push_back(
        {{"at", time_or_null(one.at)}, {"kind", one.kind}, {"what", json::parse(one.payload)}});
  }
  return {{"id", in.session.id.value},
          {"title", in.session.title},
          {"started_at", time_or_null(in.session.started_at)},
          {"closed_at", time_or_null(in.session.closed_at)},
          {"acts", std::move(acts)}};
}

json data_json(app::own_data const& all, time_point now) {
  json told = {
      {"made_at", time_or_null(now)}, {"kept", json::object()}, {"sessions", json::array()}};
  for (auto const& part : all.tables) told["kept"][part.table] = json::parse(part.rows);
  for (auto const& in : all.sessions) told["sessions"].push_back(session_json(in));
  return told;
}

asio::awaitable<net::response> all_of_it(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.identity) co_return signed_out(with, asked);
  auto const key = who.identity->key;
  auto const all = co_await with.data_rights.all_of(key);
  co_await with.audit.note("export_own_data", "person:self", "done", who.act);
  auto answer = reply(data_json(all, with.clock.now()));
  answer.headers.push_back({"Content-Disposition", "attachment; filename=\"via-b-my-data.json\""});
  co_return answer;
}

// The name is asked because this cannot be undone.
asio::awaitable<net::response> forget(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.identity) co_return signed_out(with, asked);
  body from(asked);
  auto const typed = from.text<name_text>("name");
  if (!typed.empty() && typed.value() != who.identity->name) {
    from.wrong("name", {"not_your_name", "/name"});
  }
  if (!from.fine()) co_return from.problem(with, asked);
  auto const key = who.identity->key;
  auto const became = co_await with.data_rights.forget(key, who.act);
  if (became != ports::change::done) {
    co_return not_changed(with, asked, became, "last_administrator_in_use");
  }
  auto answer = net::empty_response(204);
  forget_cookie(answer, with);
  answer.headers.push_back({"Clear-Site-Data", "\"storage\""});
  co_return answer;
}

}  // namespace

void add_own_data(net::router& router, services& with) {
  router.route("GET", "/api/v1/me/data",
               [&with](net::request asked) { return all_of_it(with, std::move(asked)); });
  router.route("POST", "/api/v1/me/forget",
               [&with](net::request asked) { return forget(with, std::move(asked)); });
}

}  // namespace viab::api
