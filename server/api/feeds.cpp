// Calendar feeds: an address that is a secret, for a team or for all teams of a person.
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/failure_count.hpp"
#include "api/feed_events.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace viab::api {
namespace {

namespace asio = boost::asio;

constexpr std::size_t secret_bytes = 24;
constexpr std::string_view ending = ".ics";
// How far around today dates that are otherwise are written out. From year to year, so that a feed
// stays the same bytes, and its ETag the same, while nothing changes.
constexpr int years_back = 1;
constexpr int years_ahead = 2;
constexpr std::size_t most_dates = 400;
constexpr std::size_t most_teams = 50;

struct span {
  time_point from, until;
};
span years_around(time_point now) {
  auto const year = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(now)).year();
  auto const start_of = [](std::chrono::year y) {
    return time_point(std::chrono::sys_days(y / std::chrono::January / 1));
  };
  return {start_of(year - std::chrono::years(years_back)),
          start_of(year + std::chrono::years(years_ahead + 1))};
}

void append(std::vector<rhythm::calendar_event>& to, std::vector<rhythm::calendar_event> more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

asio::awaitable<std::vector<rhythm::calendar_event>> events_of(services& with,
                                                               ports::team_row const team) {
  feed_place const at{with.config.public_url};
  std::vector<rhythm::calendar_event> all;
  auto const found = co_await with.rhythms.find_rhythm(team.id);
  auto const ahead = co_await with.rhythms.session_ahead_of(team.id);
  if (found && !found->stopped) {
    auto const decided = co_await with.rhythms.exceptions_of(team.id);
    auto const [from, until] = years_around(with.clock.now());
    append(all, events_of_rhythm(at, team, *found,
                                 app::planned_meetings(with.rhythm_tools, *found, decided, from,
                                                       until, most_dates)));
  }
  auto sessions = co_await with.teams.sessions_of(team.id);
  // Those that the series stands for already, and the past.
  std::erase_if(sessions, [&](ports::session_summary const& one) {
    return one.state == "closed" || (found && !found->stopped && ahead && one.id == ahead->session);
  });
  append(all, events_of_sessions(at, team, sessions, with.rhythm_tools.zones));
  co_return all;
}

asio::awaitable<std::vector<ports::team_row>> teams_of(services& with,
                                                       ports::feed_owner const owner) {
  std::vector<ports::team_row> teams;
  if (owner.team) {
    auto const one = co_await with.teams.find_team(*owner.team);
    if (one) teams.push_back(*one);
  } else if (owner.person) {
    teams = co_await with.teams.teams_of(owner.person->value, with.clock.now());
    if (teams.size() > most_teams) teams.resize(most_teams);
  }
  co_return teams;
}

net::response not_modified(std::string const& tag) {
  auto answer = net::empty_response(304);
  answer.headers.push_back({"ETag", tag});
  return answer;
}

struct door {
  services& with;
  failure_count failures;
};

asio::awaitable<net::response> show(std::shared_ptr<door> at, net::request asked) {
  auto& with = at->with;
  if (!at->failures.may_try(asked.remote, with.clock.now())) {
    co_return refused(with, asked, {"too_many_tries", {}});
  }
  auto token = asked.param("token");
  if (token.ends_with(ending)) token.remove_suffix(ending.size());
  auto print = with.prints.of(token);
  auto const owner = co_await with.rhythms.find_feed(std::move(print));
  if (!owner) {
    at->failures.failed(asked.remote, with.clock.now());
    co_return not_found(with, asked);
  }
  rhythm::calendar_file file;
  auto const teams = co_await teams_of(with, *owner);
  file.name = owner->team && !teams.empty() ? "Via B: " + teams.front().name : "Via B";
  for (auto const& team : teams) {
    auto events = co_await events_of(with, team);
    append(file.events, std::move(events));
  }
  net::response answer;
  answer.body = with.calendar_writer.write(file);
  auto const tag = '"' + with.prints.of(answer.body).substr(0, 32) + '"';
  if (asked.header("If-None-Match") == tag) co_return not_modified(tag);
  answer.content_type = "text/calendar; charset=utf-8";
  answer.headers.push_back({"ETag", tag});
  co_return answer;
}

asio::awaitable<net::response> made(services& with, ports::feed_owner owner, ports::act by) {
  auto const token = with.dice.token(secret_bytes);
  auto print = with.prints.of(token);
  co_await with.rhythms.save_feed(std::move(print), std::move(owner), std::move(by));
  // The only time that the address is shown: what is kept is a hash of it.
  co_return reply({{"address", with.config.public_url + "/feeds/" + token + std::string(ending)}},
                  201);
}

// Whose feed is asked about; nothing for who may not.
asio::awaitable<std::optional<ports::feed_owner>> owner_of(services& with, net::request const asked,
                                                           asker const who) {
  ports::feed_owner owner;
  if (!who.identity || who.identity->guest) co_return std::nullopt;
  if (asked.param("id").empty()) {
    owner.person = person_id{who.identity->key};
    co_return owner;
  }
  owner.team = team_id{std::string(asked.param("id"))};
  auto const as =
      co_await with.teams.access_to_team(who.identity->key, *owner.team, with.clock.now());
  if (!as) co_return std::nullopt;
  co_return owner;
}

net::response no_business(services const& with, net::request const& asked, asker const& who) {
  return who.identity ? not_found(with, asked) : signed_out(with, asked);
}

asio::awaitable<net::response> has(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  auto const owner = co_await owner_of(with, asked, who);
  if (!owner) co_return no_business(with, asked, who);
  bool const there = co_await with.rhythms.has_feed(*owner);
  co_return reply({{"there", there}});
}

asio::awaitable<net::response> make(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  auto const owner = co_await owner_of(with, asked, who);
  if (!owner) co_return no_business(with, asked, who);
  co_return co_await made(with, *owner, who.act);
}

asio::awaitable<net::response> remove(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  auto const owner = co_await owner_of(with, asked, who);
  if (!owner) co_return no_business(with, asked, who);
  co_await with.rhythms.remove_feed(*owner, who.act);
  co_return net::empty_response(204);
}

}  // namespace

void add_feeds(net::router& router, services& with) {
  auto const at = std::make_shared<door>(door{with, failure_count()});
  router.route("GET", "/feeds/{token}",
               [at](net::request asked) { return show(at, std::move(asked)); });
  for (auto const* path : {"/api/v1/me/feed", "/api/v1/teams/{id}/feed"}) {
    router.route("GET", path, [&with](net::request asked) { return has(with, std::move(asked)); });
    router.route("POST", path,
                 [&with](net::request asked) { return make(with, std::move(asked)); });
    router.route("DELETE", path,
                 [&with](net::request asked) { return remove(with, std::move(asked)); });
  }
}

}  // namespace viab::api
