// What comes back in a team's sessions: themes, how agreements stand, the pulse over the months.
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace viab::api {
namespace {

namespace asio = boost::asio;

constexpr auto a_year = std::chrono::days(366);
constexpr std::size_t most_themes = 12;

nlohmann::json as_json(memory::recurring_theme const& one) {
  auto times = nlohmann::json::array();
  for (auto const& time : one.times) {
    times.push_back({{"session", time.session.value},
                     {"at", time_or_null(time.at)},
                     {"title", time.title},
                     {"dots", time.dots}});
  }
  return {{"title", one.title}, {"times", std::move(times)}};
}

nlohmann::json as_json(memory::pulse_shown const& one) {
  return {{"session", one.session.value}, {"at", time_or_null(one.at)}, {"quarters", one.shares}};
}

nlohmann::json as_json(std::optional<memory::course_mark> const& one) {
  if (!one) return nullptr;
  return {{"low", one->low}, {"middle", one->middle}, {"high", one->high}};
}

char const* word_of(memory::course_break why) {
  switch (why) {
    case memory::course_break::question:
      return "question";
    case memory::course_break::people:
      return "people";
    case memory::course_break::none:
      break;
  }
  return "none";
}

// With each month how many agreements were made at its session: flags beside the line.
nlohmann::json as_json(memory::course_line const& line,
                       std::vector<memory::agreement_seen> const& agreements) {
  auto points = nlohmann::json::array();
  for (auto const& one : line.points) {
    auto const made = std::count_if(agreements.begin(), agreements.end(),
                                    [&](auto const& seen) { return seen.made_at == one.at; });
    points.push_back({{"session", one.session.value},
                      {"at", time_or_null(one.at)},
                      {"now", as_json(one.now)},
                      {"needed", as_json(one.needed)},
                      {"broken", word_of(one.broken)},
                      {"agreements", made}});
  }
  return {{"key", line.key},   {"title", line.title}, {"low", line.low},
          {"high", line.high}, {"points", points}};
}

nlohmann::json as_json(memory::agreement_count const& sum) {
  return {{"made", sum.made},
          {"open", sum.of(review_status::open)},
          {"done", sum.of(review_status::done)},
          {"partly", sum.of(review_status::partly)},
          {"not_done", sum.of(review_status::not_done)},
          {"no_longer_needed", sum.of(review_status::no_longer_needed)}};
}

asio::awaitable<net::response> show(services& with, net::request asked) {
  team_id const id{std::string(asked.param("id"))};
  auto const as = co_await with.sign_in.role_in_team(cookie_of(asked, with), id);
  if (!as) co_return not_found(with, asked);
  auto const since = with.clock.now() - a_year;
  auto const past = co_await with.memories.past_of(id, since);
  nlohmann::json answer = {{"since", time_or_null(since)},
                           {"themes", nlohmann::json::array()},
                           {"pulse", nlohmann::json::array()},
                           {"course", nlohmann::json::array()},
                           {"agreements", as_json(memory::counted(past.agreements, since))}};
  for (auto const& one : memory::recurring(past.themes)) {
    if (answer["themes"].size() == most_themes) break;
    answer["themes"].push_back(as_json(one));
  }
  for (auto const& one : memory::shown_over_time(past.pulses)) {
    answer["pulse"].push_back(as_json(one));
  }
  for (auto const& line : memory::course_over_time(past.lines)) {
    answer["course"].push_back(as_json(line, past.agreements));
  }
  co_return reply(answer);
}

}  // namespace

void add_team_memory(net::router& router, services& with) {
  router.route("GET", "/api/v1/teams/{id}/memory",
               [&with](net::request asked) { return show(with, std::move(asked)); });
}

}  // namespace viab::api
