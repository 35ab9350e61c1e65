// Organisations: which calendar of days off they have, and how long they keep things.
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using directory::deed;
using directory::organisation;
using directory::organisation_id;

constexpr std::size_t id_bytes = 12;
constexpr int most_texts_months = 120;
constexpr int most_sessions_months = 600;

nlohmann::json number_or_null(std::optional<int> const& number) {
  if (!number) return nullptr;
  return *number;
}

nlohmann::json as_json(organisation const& one) {
  return {{"id", one.id.value},
          {"name", one.name.value()},
          {"calendar", one.calendar},
          {"keep_texts_months", number_or_null(one.keep_texts_months)},
          {"keep_sessions_months", number_or_null(one.keep_sessions_months)},
          {"version", one.version}};
}

net::response kept(organisation const& one, int status) {
  auto answer = reply(as_json(one), status);
  set_version(answer, one.version);
  return answer;
}

asio::awaitable<net::response> list(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::list_organisations)) co_return not_allowed(with, asked, who);
  auto query = list_query_of(asked);
  auto const part = co_await with.directory.organisations(std::move(query));
  nlohmann::json answer = {{"organisations", nlohmann::json::array()}, {"next", nullptr}};
  for (auto const& one : part.rows) answer["organisations"].push_back(as_json(one));
  if (part.next) answer["next"] = *part.next;
  co_return reply(answer);
}

// The members of a body; what is wrong stays in it.
organisation read(services& with, body& from, organisation_id id, int version) {
  organisation one{std::move(id),
                   from.text<directory::title_text>("name"),
                   from.text_or_empty<text<64>>("calendar").value(),
                   version,
                   from.number_or_none("keep_texts_months", 1, most_texts_months),
                   from.number_or_none("keep_sessions_months", 1, most_sessions_months)};
  if (!one.calendar.empty() && !with.calendars.find_calendar(one.calendar)) {
    from.wrong("calendar", {"unknown_choice", "/calendar"});
  }
  return one;
}

asio::awaitable<net::response> save(services& with, net::request asked, asker who,
                                    organisation_id id, int version) {
  body from(asked);
  auto one = read(with, from, std::move(id), version);
  if (!from.fine()) co_return from.problem(with, asked);
  auto const became = co_await with.directory.save_organisation(one, who.act);
  if (became != ports::change::done) co_return not_changed(with, asked, became, "name_taken");
  ++one.version;
  co_return kept(one, version == 0 ? 201 : 200);
}

asio::awaitable<net::response> make(services& with, net::request asked) {
  auto who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::make_organisation)) co_return not_allowed(with, asked, who);
  organisation_id id{with.dice.token(id_bytes)};
  co_return co_await save(with, std::move(asked), std::move(who), std::move(id), 0);
}

asio::awaitable<net::response> show(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::list_organisations)) co_return not_allowed(with, asked, who);
  organisation_id const id{std::string(asked.param("id"))};
  auto const found = co_await with.directory.find_organisation(id);
  if (!found) co_return not_found(with, asked);
  co_return kept(*found, 200);
}

asio::awaitable<net::response> replace(services& with, net::request asked) {
  auto who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  organisation_id id{std::string(asked.param("id"))};
  directory::place where;
  where.organisation = id;
  if (!who.may(deed::change_organisation, where)) co_return not_allowed(with, asked, who);
  auto const version = version_in(asked);
  if (!version) co_return version_missing(with, asked);
  co_return co_await save(with, std::move(asked), std::move(who), std::move(id), *version);
}

asio::awaitable<net::response> remove(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::make_organisation)) co_return not_allowed(with, asked, who);
  auto const version = version_in(asked);
  if (!version) co_return version_missing(with, asked);
  organisation_id const id{std::string(asked.param("id"))};
  auto const became = co_await with.directory.remove_organisation(id, *version, who.act);
  if (became != ports::change::done) {
    co_return not_changed(with, asked, became, "organisation_in_use");
  }
  co_return net::empty_response(204);
}

}  // namespace

void add_organisations(net::router& router, services& with) {
  router.route("GET", "/api/v1/organisations",
               [&with](net::request asked) { return list(with, std::move(asked)); });
  router.route("POST", "/api/v1/organisations",
               [&with](net::request asked) { return make(with, std::move(asked)); });
  router.route("GET", "/api/v1/organisations/{id}",
               [&with](net::request asked) { return show(with, std::move(asked)); });
  router.route("PUT", "/api/v1/organisations/{id}",
               [&with](net::request asked) { return replace(with, std::move(asked)); });
  router.route("DELETE", "/api/v1/organisations/{id}",
               [&with](net::request asked) { return remove(with, std::move(asked)); });
}

}  // namespace viab::api
