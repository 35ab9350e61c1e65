// Across teams, a month at a time: how many meet, the pulse, and the map of who works on what.
#include "api/asker.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using directory::deed;
using std::chrono::months;
using std::chrono::year_month;

constexpr int most_months = 24;
constexpr int least_shown = 5;  // people of one organisation around one challenge

year_month month_of(time_point at) {
  std::chrono::year_month_day const day(std::chrono::floor<std::chrono::days>(at));
  return day.year() / day.month();
}

time_point first_moment_of(year_month month) {
  return std::chrono::sys_days(month / std::chrono::day(1));
}

std::string name_of(year_month month) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u", static_cast<int>(month.year()),
                static_cast<unsigned>(month.month()));
  return text;
}

std::optional<year_month> read_month(std::string_view text) {
  int year = 0;
  unsigned month = 0;
  int read = 0;
  std::string const whole(text);
  if (whole.size() != 7 || std::sscanf(whole.c_str(), "%4d-%2u%n", &year, &month, &read) != 2
      || read != 7) {
    return std::nullopt;
  }
  auto const made = std::chrono::year(year) / std::chrono::month(month);
  return made.ok() ? std::optional(made) : std::nullopt;
}

// The months that can be asked for: from the first membership, at most two years back, to now.
struct months_shown {
  year_month first;
  year_month last;
};

asio::awaitable<months_shown> months_of(services& with) {
  auto const last = month_of(with.clock.now());
  auto const began = co_await with.overviews.first_membership();
  auto const earliest = last - months(most_months);
  auto const first = began ? std::max(month_of(*began), earliest) : last;
  co_return months_shown{std::min(first, last), last};
}

nlohmann::json name_json(ports::challenge_map const& map, std::optional<std::string> const& id) {
  if (!id) return nullptr;
  for (auto const& row : map.challenges) {
    if (row.challenge.id.value == *id) {
      return {{"id", *id}, {"name", row.challenge.name.value()}};
    }
  }
  return {{"id", *id}, {"name", "?"}};
}

nlohmann::json map_json(ports::challenge_map const& map) {
  nlohmann::json out = {{"organisations", nlohmann::json::array()},
                        {"challenges", nlohmann::json::array()},
                        {"flows", nlohmann::json::array()}};
  for (auto const& one : map.organisations) {
    out["organisations"].push_back({{"id", one.id.value}, {"name", one.name.value()}});
  }
  for (auto const& row : map.challenges) {
    auto const ended = row.challenge.state == directory::challenge_state::ended;
    out["challenges"].push_back({{"id", row.challenge.id.value},
                                 {"name", row.challenge.name.value()},
                                 {"state", ended ? "ended" : "active"},
                                 {"teams", row.teams}});
  }
  for (auto const& flow : map.flows) {
    nlohmann::json row = {{"organisation", flow.organisation.value},
                          {"challenge", flow.challenge.value},
                          {"people", nullptr}};  // fewer than five
    if (flow.people >= least_shown) row["people"] = flow.people;
    out["flows"].push_back(std::move(row));
  }
  return out;
}

nlohmann::json pulse_json(ports::month_overview const& of, ports::challenge_map const& map) {
  auto rows = nlohmann::json::array();
  for (auto const& one : of.pulse) {
    rows.push_back({{"challenge", name_json(map, one.part)},
                    {"teams", one.teams},
                    {"people", one.people},
                    {"quarters", one.shares}});
  }
  return rows;
}

asio::awaitable<net::response> show(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.may(deed::see_overview)) co_return not_allowed(with, asked, who);
  auto const shown = co_await months_of(with);
  auto month = shown.last;
  if (auto const text = asked.query("month"); !text.empty()) {
    auto const wanted = read_month(text);
    if (!wanted || *wanted < shown.first || *wanted > shown.last) {
      co_return refused(with, asked, {"unknown_choice", "/month"});
    }
    month = *wanted;
  }
  auto const now = with.clock.now();
  bool const over = month < shown.last;
  auto const until = first_moment_of(month + months(1));
  auto const map = co_await with.overviews.map_at(over ? until - milliseconds(1) : now);
  nlohmann::json answer = {{"month", name_of(month)},
                           {"first_month", name_of(shown.first)},
                           {"last_month", name_of(shown.last)},
                           {"over", over},
                           {"teams", nullptr},
                           {"pulse", nlohmann::json::array()},
                           {"map", map_json(map)}};
  if (over) {
    ports::month_span const span{name_of(month), first_moment_of(month), until};
    auto const found = co_await with.overviews.overview_of(span, now);
    if (found.active_teams >= memory::least_teams) {
      answer["teams"] = {{"active", found.active_teams}, {"met", found.met_teams}};
    }
    answer["pulse"] = pulse_json(found, map);
  }
  co_return reply(answer);
}

}  // namespace

void add_overview(net::router& router, services& with) {
  router.route("GET", "/api/v1/overview",
               [&with](net::request asked) { return show(with, std::move(asked)); });
}

}  // namespace viab::api
