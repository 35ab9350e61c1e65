// People: where they belong, what they may do for others, and leaving.
#include "api/address_letter.hpp"
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using directory::deed;
using directory::organisation_id;
using directory::person;

constexpr std::size_t id_bytes = 16;

std::string_view word_of(directory::level as) {
  switch (as) {
    case directory::level::administrator:
      return "administrator";
    case directory::level::coordinator:
      return "coordinator";
    case directory::level::none:
      break;
  }
  return "none";
}

nlohmann::json as_json(person const& one) {
  nlohmann::json out = {{"key", one.key.value},     {"name", one.name.value()},
                        {"email", nullptr},         {"organisation", nullptr},
                        {"language", one.language}, {"level", word_of(one.as)},
                        {"trainer", one.trainer},   {"left_at", time_or_null(one.left_at)},
                        {"version", one.version}};
  if (one.email) out["email"] = one.email->value();
  if (one.organisation) out["organisation"] = one.organisation->value;
  return out;
}

net::response kept(person const& one, int status) {
  auto answer = reply(as_json(one), status);
  set_version(answer, one.version);
  return answer;
}

directory::place in(std::optional<organisation_id> organisation) {
  directory::place where;
  where.organisation = std::move(organisation);
  return where;
}

// A coordinator sees the own organisation's people, whatever is asked for.
asio::awaitable<net::response> list(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  std::optional<organisation_id> of;
  if (auto const given = asked.query("organisation"); !given.empty()) {
    of = organisation_id{std::string(given)};
  } else if (who.standing.as == directory::level::coordinator) {
    of = who.standing.organisation;
  }
  if (!who.may(deed::list_people, in(of))) co_return not_allowed(with, asked, who);
  auto query = list_query_of(asked);
  auto const part = co_await with.directory.people(std::move(query), of);
  nlohmann::json answer = {{"people", nlohmann::json::array()}, {"next", nullptr}};
  for (auto const& one : part.rows) answer["people"].push_back(as_json(one));
  if (part.next) answer["next"] = *part.next;
  co_return reply(answer);
}

// What a form holds, laid over what there is.
void read_into(person& one, body& from) {
  one.name = from.text<name_text>("name");
  one.email = from.address("email");
  one.organisation = from.id<organisation_id>("organisation");
  one.language = from.word("language", {"nl", "en"});
  one.trainer = from.flag("trainer", false);
}

asio::awaitable<net::response> save(services& with, net::request asked, asker who, person one) {
  auto const before = one;
  int const version = one.version;
  body from(asked);
  read_into(one, from);
  if (!from.fine()) co_return from.problem(with, asked);
  // Into another organisation only who may change its people too.
  if (!who.may(deed::change_person, in(one.organisation))) {
    co_return not_allowed(with, asked, who);
  }
  if (one.organisation) {
    auto const known = co_await with.directory.find_organisation(*one.organisation);
    if (!known) {
      from.wrong("organisation", {"unknown_choice", "/organisation"});
      co_return from.problem(with, asked);
    }
  }
  auto const became = co_await with.directory.save_person(one, who.act);
  if (became != ports::change::done) co_return not_changed(with, asked, became, "address_taken");
  ++one.version;
  co_await tell_old_address(with, before, one);
  co_return kept(one, version == 0 ? 201 : 200);
}

asio::awaitable<net::response> make(services& with, net::request asked) {
  auto who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::change_person, in(who.standing.organisation))) {
    co_return not_allowed(with, asked, who);
  }
  person one;
  one.key = person_id{"person:" + with.dice.token(id_bytes)};
  co_return co_await save(with, std::move(asked), std::move(who), std::move(one));
}

// The person of the address, for who may see that person; to others there is none.
asio::awaitable<std::optional<person>> found(services& with, net::request const& asked,
                                             asker const& who, deed what) {
  person_id const key{std::string(asked.param("id"))};
  auto one = co_await with.directory.find_person(key);
  if (one && !who.may(what, in(one->organisation))) co_return std::nullopt;
  co_return one;
}

asio::awaitable<net::response> show(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.standing.known) co_return not_allowed(with, asked, who);
  auto const one = co_await found(with, asked, who, deed::list_people);
  if (!one) co_return not_found(with, asked);
  co_return kept(*one, 200);
}

asio::awaitable<net::response> replace(services& with, net::request asked) {
  auto who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.standing.known) co_return not_allowed(with, asked, who);
  auto one = co_await found(with, asked, who, deed::change_person);
  if (!one) co_return not_found(with, asked);
  auto const version = version_in(asked);
  if (!version) co_return version_missing(with, asked);
  one->version = *version;
  co_return co_await save(with, std::move(asked), std::move(who), std::move(*one));
}

asio::awaitable<net::response> set_level(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::change_level)) co_return not_allowed(with, asked, who);
  body from(asked);
  auto const word = from.word("level", {"none", "coordinator", "administrator"});
  if (!from.fine()) co_return from.problem(with, asked);
  auto const level = word == "administrator" ? directory::level::administrator
                     : word == "coordinator" ? directory::level::coordinator
                                             : directory::level::none;
  person_id const key{std::string(asked.param("id"))};
  auto const became = co_await with.directory.set_level(key, level, who.act);
  if (became != ports::change::done) {
    co_return not_changed(with, asked, became, "last_administrator_in_use");
  }
  auto const one = co_await with.directory.find_person(key);
  co_return kept(*one, 200);
}

asio::awaitable<net::response> leave(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.standing.known) co_return not_allowed(with, asked, who);
  auto const one = co_await found(with, asked, who, deed::change_person);
  if (!one) co_return not_found(with, asked);
  auto const became = co_await with.directory.person_leaves(one->key, who.act);
  if (became != ports::change::done) {
    co_return not_changed(with, asked, became, "last_administrator_in_use");
  }
  with.sessions.close_of(one->key.value, app::close_code::signed_out);
  auto const now = co_await with.directory.find_person(one->key);
  co_return kept(*now, 200);
}

// Of somebody whose phone and papers are gone: the next sign-in sets up a new one.
asio::awaitable<net::response> forget_second_step(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::change_level)) co_return not_allowed(with, asked, who);
  person_id const key{std::string(asked.param("id"))};
  auto const one = co_await with.directory.find_person(key);
  if (!one) co_return not_found(with, asked);
  co_await with.sign_ins.remove_second_step(key);
  co_await with.audit.note("forget_second_step", key.value, "done", who.act);
  co_return net::empty_response(204);
}

}  // namespace

void add_people(net::router& router, services& with) {
  router.route("GET", "/api/v1/people",
               [&with](net::request asked) { return list(with, std::move(asked)); });
  router.route("POST", "/api/v1/people",
               [&with](net::request asked) { return make(with, std::move(asked)); });
  router.route("GET", "/api/v1/people/{id}",
               [&with](net::request asked) { return show(with, std::move(asked)); });
  router.route("PUT", "/api/v1/people/{id}",
               [&with](net::request asked) { return replace(with, std::move(asked)); });
  router.route("PUT", "/api/v1/people/{id}/level",
               [&with](net::request asked) { return set_level(with, std::move(asked)); });
  router.route("DELETE", "/api/v1/people/{id}/second-step",
               [&with](net::request asked) { return forget_second_step(with, std::move(asked)); });
  router.route("POST", "/api/v1/people/{id}/leave",
               [&with](net::request asked) { return leave(with, std::move(asked)); });
}

}  // namespace viab::api
