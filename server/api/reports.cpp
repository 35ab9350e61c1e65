#include "api/reply.hpp"
#include "api/report.hpp"

#include "protocol/json.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;

constexpr auto guests_read_for = std::chrono::hours(24);

nlohmann::json plan_json(agreement const& plan) {
  return nlohmann::json::parse(protocol::write_json(plan));
}

nlohmann::json positions_json(std::vector<ports::position_row> const& rows) {
  auto all = nlohmann::json::array();
  for (auto const& one : rows) {
    all.push_back({{"line", one.line},
                   {"title", one.title},
                   {"low", one.low},
                   {"high", one.high},
                   {"first", one.first},
                   {"board", one.board},
                   {"answered", one.answered},
                   {"now", one.now},
                   {"needed", one.needed}});
  }
  return all;
}

nlohmann::json picks_json(std::vector<ports::pick_row> const& rows) {
  auto all = nlohmann::json::array();
  for (auto const& one : rows) {
    all.push_back({{"card", one.card},
                   {"title", one.title},
                   {"level", one.level},
                   {"strategy", one.strategy},
                   {"approvals", one.approvals},
                   {"answered", one.answered},
                   {"chosen", one.chosen}});
  }
  return all;
}

nlohmann::json pulse_json(std::optional<ports::pulse_row> const& pulse) {
  if (!pulse) return nullptr;
  return {{"answered", pulse->answered},
          {"moods", pulse->moods},
          {"return_on_time", pulse->return_on_time},
          {"statement_texts", pulse->statement_texts},
          {"statements", pulse->statements},
          {"normal", pulse->normal}};
}

// Theme names and dots only: no cards, and no loose card that stands where a theme does; no notes.
void leave_out_texts(std::vector<ports::theme_row>& themes) {
  std::erase_if(themes, [](ports::theme_row const& one) { return one.cards == 0; });
  for (auto& theme : themes) {
    theme.card_texts.clear();
    theme.note.clear();
  }
}

// What this person may read: everything for who was in the room (a guest for a day), the team's
// part for the other members, nothing for anybody else.
asio::awaitable<std::optional<report>> find_report(services& with, ports::identity_row who,
                                                   session_id id) {
  auto session = co_await with.teams.find_session(id);
  auto left = co_await with.teams.outcome_of(id);
  if (!session || !left) co_return std::nullopt;
  report found;
  found.in_the_room = co_await with.sessions.took_part(id, who.key);
  auto const member = co_await with.teams.access_to_team(who.key, session->team, with.clock.now());
  if (!member) {
    bool const recent =
        session->closed_at && with.clock.now() - *session->closed_at < guests_read_for;
    if (!found.in_the_room || !recent) co_return std::nullopt;
  }
  auto const team = co_await with.teams.find_team(session->team);
  found.team = team ? team->name : std::string{};
  found.session = std::move(*session);
  found.left = std::move(*left);
  if (!found.in_the_room) leave_out_texts(found.left.themes);
  auto const others = co_await with.teams.sessions_of(found.session.team);
  for (auto const& other : others) {
    if (!other.planned_for || *other.planned_for <= with.clock.now()) continue;
    if (!found.next_session || *other.planned_for < *found.next_session) {
      found.next_session = other.planned_for;
    }
  }
  co_return found;
}

net::response download(std::string body, char const* type, char const* name) {
  net::response answer;
  answer.content_type = type;
  answer.body = std::move(body);
  answer.headers.push_back(
      {"Content-Disposition", std::string("attachment; filename=\"") + name + "\""});
  return answer;
}

asio::awaitable<net::response> read(services& with, net::request asked) {
  auto const who = co_await with.sign_in.who(cookie_of(asked, with));
  if (!who) co_return signed_out(with, asked);
  session_id const id{std::string(asked.param("id"))};
  auto const found = co_await find_report(with, *who, id);
  if (!found) co_return not_found(with, asked);
  auto const format = asked.query("format");
  if (format == "md") {
    co_return download(report_markdown(*found, with.library), "text/markdown; charset=utf-8",
                       "verslag.md");
  }
  if (format == "csv") {
    co_return download(report_csv(*found, with.library), "text/csv; charset=utf-8", "verslag.csv");
  }
  auto body = report_json(*found, with.library);
  if (format == "json") co_return download(std::move(body), "application/json", "verslag.json");
  co_return net::json(200, std::move(body));
}

}  // namespace

std::string report_json(report const& from, ports::library const&) {
  nlohmann::json out = {{"team", from.team},
                        {"session",
                         {{"id", from.session.id.value},
                          {"title", from.session.title},
                          {"language", from.session.language},
                          {"started_at", time_or_null(from.session.started_at)},
                          {"closed_at", time_or_null(from.session.closed_at)}}},
                        {"in_the_room", from.in_the_room},
                        {"people", from.left.people},
                        {"next_session", time_or_null(from.next_session)},
                        {"themes", nlohmann::json::array()},
                        {"agreements", nlohmann::json::array()},
                        {"reviewed", nlohmann::json::array()},
                        {"obstacles", nlohmann::json::array()},
                        {"pulse", pulse_json(from.left.pulse)},
                        {"positions", positions_json(from.left.positions)},
                        {"picks", picks_json(from.left.picks)}};
  for (auto const& theme : from.left.themes) {
    out["themes"].push_back({{"title", theme.title},
                             {"cards", theme.cards},
                             {"dots", theme.dots},
                             {"note", theme.note},
                             {"card_texts", theme.card_texts}});
  }
  for (auto const& made : from.left.agreements) {
    out["agreements"].push_back({{"id", made.id}, {"plan", plan_json(made.plan)}});
  }
  for (auto const& seen : from.left.reviewed) {
    auto plan = seen.plan;
    plan.status = seen.status;
    out["reviewed"].push_back({{"id", seen.agreement_id}, {"plan", plan_json(plan)}});
  }
  for (auto const& one : from.left.obstacles) {
    out["obstacles"].push_back({{"text", one.text}, {"about", walls::word_of(one.about)}});
  }
  return out.dump(2);
}

void add_reports(net::router& router, services& with) {
  router.route("GET", "/api/v1/sessions/{id}/report",
               [&with](net::request asked) { return read(with, std::move(asked)); });
}

}  // namespace viab::api
