// A team's page: its sessions and agreements; starting a session, correcting an agreement.
#include "api/reply.hpp"

#include "app/outcome_keeper.hpp"
#include "protocol/frames.hpp"
#include "protocol/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace viab::api {
namespace {

namespace asio = boost::asio;

constexpr std::size_t most_cards_chosen = 12;

nlohmann::json as_json(ports::session_summary const& row) {
  return {{"id", row.id.value},
          {"title", row.title},
          {"format", row.format},
          {"language", row.language},
          {"state", row.state},
          {"planned_for", time_or_null(row.planned_for)},
          {"started_at", time_or_null(row.started_at)},
          {"closed_at", time_or_null(row.closed_at)}};
}

nlohmann::json as_json(ports::agreement_row const& row) {
  return {{"id", row.id},
          {"session", row.session.value},
          {"plan", nlohmann::json::parse(protocol::write_json(row.plan))},
          {"made_at", time_or_null(row.made_at)},
          {"settled_at", time_or_null(row.settled_at)},
          {"version", row.version}};
}

asio::awaitable<net::response> page(services& with, net::request asked) {
  team_id const id{std::string(asked.param("id"))};
  auto const as = co_await with.sign_in.role_in_team(cookie_of(asked, with), id);
  if (!as) co_return not_found(with, asked);
  auto const team = co_await with.teams.find_team(id);
  if (!team) co_return not_found(with, asked);
  auto const sessions = co_await with.teams.sessions_of(id);
  auto const agreements = co_await with.teams.agreements_of(id);
  nlohmann::json answer = {
      {"team", {{"id", id.value}, {"name", team->name}, {"language", team->language}}},
      {"role", word_of(*as)},
      {"sessions", nlohmann::json::array()},
      {"agreements", nlohmann::json::array()}};
  for (auto const& one : sessions) answer["sessions"].push_back(as_json(one));
  for (auto const& one : agreements) answer["agreements"].push_back(as_json(one));
  co_return reply(answer);
}

// "id,id": course cards that somebody chose; nothing when one of them is unknown or there are too
// many.
std::optional<std::vector<std::string>> read_hand(services const& with, std::string const& listed,
                                                  std::string const& language) {
  std::vector<std::string> ids;
  std::stringstream from(listed);
  for (std::string id; std::getline(from, id, ',');) ids.push_back(id);
  if (ids.size() > most_cards_chosen) return std::nullopt;
  auto const all = with.library.course_cards(language);
  for (auto const& id : ids) {
    bool const known = std::any_of(all.begin(), all.end(),
                                   [&](course_card const& card) { return card.id == id; });
    if (!known) return std::nullopt;
  }
  return ids;
}

asio::awaitable<net::response> start_session(services& with, net::request asked) {
  team_id const id{std::string(asked.param("id"))};
  auto const as = co_await with.sign_in.role_in_team(cookie_of(asked, with), id);
  if (!as) co_return not_found(with, asked);
  if (*as != role::facilitator) co_return refused(with, asked, {"not_facilitator", {}});
  auto const body = read_texts(asked, {"format", "language", "planned_for", "cards"});
  if (!body) co_return refused(with, asked, body.why());
  auto const member = [&](char const* name) {
    auto const found = body->find(name);
    return found == body->end() ? std::string{} : found->second;
  };
  app::new_session wanted;
  auto format = with.library.find_format(member("format"), member("language"));
  if (!format) co_return refused(with, asked, {"unknown_choice", "/format"});
  wanted.format = std::move(*format);
  if (auto const when = member("planned_for"); !when.empty()) {
    wanted.planned_for = protocol::read_time(when);
    if (!wanted.planned_for) co_return refused(with, asked, {"malformed", "/planned_for"});
  }
  auto cards = read_hand(with, member("cards"), member("language"));
  if (!cards) co_return refused(with, asked, {"unknown_choice", "/cards"});
  wanted.cards = std::move(*cards);
  auto team = co_await with.teams.find_team(id);
  if (!team) co_return not_found(with, asked);
  wanted.team = std::move(*team);
  auto const agreements = co_await with.teams.agreements_of(id);
  wanted.agreements = app::open_agreements(agreements);
  auto const made = co_await with.sessions.create(std::move(wanted));
  co_return reply({{"session", made.value}}, 201);
}

struct correction {
  ports::agreement_row row;
  bool fine = false;
};

// {"plan": {…}, "version": n}
correction read_correction(std::string const& text) {
  correction read;
  auto const body = protocol::parse_untrusted(text);
  if (!body || !body->is_object() || body->size() != 2 || !body->contains("plan")
      || !body->contains("version") || !body->at("version").is_number_integer()) {
    return read;
  }
  auto plan = protocol::read_json<agreement>(body->at("plan"));
  if (!plan || plan->cue.empty() || plan->action.empty()) return read;
  read.row.plan = std::move(*plan);
  read.row.version = body->at("version").get<int>();
  read.fine = true;
  return read;
}

asio::awaitable<net::response> correct(services& with, net::request asked) {
  auto const who = co_await with.sign_in.who(cookie_of(asked, with));
  if (!who) co_return signed_out(with, asked);
  std::string const id(asked.param("id"));
  session_id const made_in{id.substr(0, id.find(':'))};
  auto const session = co_await with.teams.find_session(made_in);
  if (!session) co_return not_found(with, asked);
  auto const as = co_await with.teams.access_to_team(who->key, session->team, with.clock.now());
  if (!as) co_return not_found(with, asked);
  auto change = read_correction(asked.body);
  if (!change.fine) co_return refused(with, asked, {"malformed", "/plan"});
  change.row.id = id;
  change.row.session = made_in;
  auto const version = change.row.version;
  bool const kept = co_await with.teams.correct_agreement(std::move(change.row), who->key);
  if (!kept) {
    co_return refused(with, asked, refusal{"changed_meanwhile", std::to_string(version)});
  }
  co_return reply({{"version", version + 1}});
}

}  // namespace

void add_teams(net::router& router, services& with) {
  router.route("GET", "/api/v1/teams/{id}",
               [&with](net::request asked) { return page(with, std::move(asked)); });
  router.route("POST", "/api/v1/teams/{id}/sessions",
               [&with](net::request asked) { return start_session(with, std::move(asked)); });
  router.route("PUT", "/api/v1/agreements/{id}",
               [&with](net::request asked) { return correct(with, std::move(asked)); });
}

}  // namespace viab::api
