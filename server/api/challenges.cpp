// Challenges, and what each yearly recalibration said of them.
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using directory::challenge;
using directory::challenge_id;
using directory::deed;
using directory::recalibration;

constexpr std::size_t id_bytes = 12;
constexpr int first_year = 2000;
constexpr int last_year = 2199;
constexpr std::array<std::string_view, 4> verdicts{"kept", "changed", "ended", "started"};

nlohmann::json as_json(challenge const& one) {
  nlohmann::json out = {
      {"id", one.id.value},
      {"name", one.name.value()},
      {"what_for", one.what_for.value()},
      {"state", one.state == directory::challenge_state::ended ? "ended" : "active"},
      {"follows", nullptr},
      {"version", one.version}};
  if (one.follows) out["follows"] = one.follows->value;
  return out;
}

nlohmann::json as_json(recalibration const& one) {
  return {{"year", one.year},
          {"verdict", verdicts.at(static_cast<std::size_t>(one.what))},
          {"why", one.why.value()},
          {"from_outside", one.from_outside.value()},
          {"at", time_or_null(one.at)}};
}

net::response kept(challenge const& one, int status) {
  auto answer = reply(as_json(one), status);
  set_version(answer, one.version);
  return answer;
}

asio::awaitable<net::response> list(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::list_challenges)) co_return not_allowed(with, asked, who);
  auto query = list_query_of(asked);
  auto const part = co_await with.directory.challenges(std::move(query));
  nlohmann::json answer = {{"challenges", nlohmann::json::array()}, {"next", nullptr}};
  for (auto const& one : part.rows) answer["challenges"].push_back(as_json(one));
  if (part.next) answer["next"] = *part.next;
  co_return reply(answer);
}

asio::awaitable<net::response> save(services& with, net::request asked, asker who, challenge one) {
  body from(asked);
  one.name = from.text<directory::title_text>("name");
  one.what_for = from.text_or_empty<directory::remark_text>("what_for");
  one.follows = from.id<challenge_id>("follows");
  if (one.follows) {
    auto const known = co_await with.directory.find_challenge(*one.follows);
    if (!known || one.follows == one.id) from.wrong("follows", {"unknown_choice", "/follows"});
  }
  if (!from.fine()) co_return from.problem(with, asked);
  int const version = one.version;
  auto const became = co_await with.directory.save_challenge(one, who.act);
  if (became != ports::change::done) co_return not_changed(with, asked, became, "name_taken");
  ++one.version;
  co_return kept(one, version == 0 ? 201 : 200);
}

asio::awaitable<net::response> make(services& with, net::request asked) {
  auto who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::change_challenge)) co_return not_allowed(with, asked, who);
  challenge one;
  one.id = challenge_id{with.dice.token(id_bytes)};
  co_return co_await save(with, std::move(asked), std::move(who), std::move(one));
}

asio::awaitable<net::response> show(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::list_challenges)) co_return not_allowed(with, asked, who);
  challenge_id const id{std::string(asked.param("id"))};
  auto const found = co_await with.directory.find_challenge(id);
  if (!found) co_return not_found(with, asked);
  auto answer = as_json(*found);
  answer["recalibrations"] = nlohmann::json::array();
  auto const all = co_await with.directory.recalibrations_of(id);
  for (auto const& one : all) answer["recalibrations"].push_back(as_json(one));
  auto response = reply(answer);
  set_version(response, found->version);
  co_return response;
}

asio::awaitable<net::response> replace(services& with, net::request asked) {
  auto who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::change_challenge)) co_return not_allowed(with, asked, who);
  auto const version = version_in(asked);
  if (!version) co_return version_missing(with, asked);
  challenge_id const id{std::string(asked.param("id"))};
  auto found = co_await with.directory.find_challenge(id);
  if (!found) co_return not_found(with, asked);
  found->version = *version;
  co_return co_await save(with, std::move(asked), std::move(who), std::move(*found));
}

std::optional<int> year_in(net::request const& asked) {
  auto const text = asked.param("year");
  int year = 0;
  auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (wrong != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (year < first_year || year > last_year) return std::nullopt;
  return year;
}

asio::awaitable<net::response> recalibrate(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::change_challenge)) co_return not_allowed(with, asked, who);
  auto const year = year_in(asked);
  if (!year) co_return not_found(with, asked);
  body from(asked);
  recalibration one;
  one.challenge = challenge_id{std::string(asked.param("id"))};
  one.year = *year;
  one.at = with.clock.now();
  auto const word = from.word("verdict", {verdicts.begin(), verdicts.end()});
  one.why = from.text_or_empty<directory::remark_text>("why");
  one.from_outside = from.text_or_empty<directory::remark_text>("from_outside");
  if (!from.fine()) co_return from.problem(with, asked);
  auto const found = std::find(verdicts.begin(), verdicts.end(), word);
  one.what = static_cast<directory::verdict>(found - verdicts.begin());
  auto const became = co_await with.directory.recalibrate(one, who.act);
  if (became != ports::change::done) co_return not_changed(with, asked, became);
  co_return reply(as_json(one));
}

}  // namespace

void add_challenges(net::router& router, services& with) {
  router.route("GET", "/api/v1/challenges",
               [&with](net::request asked) { return list(with, std::move(asked)); });
  router.route("POST", "/api/v1/challenges",
               [&with](net::request asked) { return make(with, std::move(asked)); });
  router.route("GET", "/api/v1/challenges/{id}",
               [&with](net::request asked) { return show(with, std::move(asked)); });
  router.route("PUT", "/api/v1/challenges/{id}",
               [&with](net::request asked) { return replace(with, std::move(asked)); });
  router.route("PUT", "/api/v1/challenges/{id}/recalibrations/{year}",
               [&with](net::request asked) { return recalibrate(with, std::move(asked)); });
}

}  // namespace viab::api
