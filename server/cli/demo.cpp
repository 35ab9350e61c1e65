#include "cli/demo.hpp"

#include "app/outcome_keeper.hpp"
#include "cli/demo_directory.hpp"
#include "cli/demo_players.hpp"
#include "cli/demo_script.hpp"
#include "cli/demo_walls.hpp"

#include <stdexcept>

namespace viab::cli {
namespace {

namespace asio = boost::asio;

constexpr auto links_live = std::chrono::hours(24 * 30);
constexpr auto members_since = std::chrono::days(365);
constexpr auto an_hour = std::chrono::hours(1);

std::vector<app::visitor> visitors_of(demo_script const& script) {
  std::vector<app::visitor> people;
  for (std::size_t i = 0; i < script.people.size(); ++i) {
    app::visitor one;
    one.key = demo_key(i);
    one.name = script.people[i].name;
    one.as = script.people[i].facilitates ? role::facilitator : role::participant;
    one.language = script.language;
    people.push_back(std::move(one));
  }
  return people;
}

session::format format_of(demo_world in, std::string const& id, std::string const& language) {
  auto found = in.outside.library.find_format(id, language);
  if (!found) throw std::runtime_error("there is no format " + id + " in " + language);
  return std::move(*found);
}

asio::awaitable<session_id> make_session(demo_world in, demo_session const& script,
                                         std::string language, items agreements) {
  app::new_session wanted;
  auto team = co_await in.teams.find_team(demo_team());
  wanted.team = std::move(*team);
  wanted.format = format_of(in, script.format, language);
  wanted.agreements = std::move(agreements);
  wanted.guests = session::admission::open;
  auto const made = co_await in.sessions.create(std::move(wanted));
  co_return made;
}

// Holds a session as it would have been that many days ago: what was open then is reviewed.
asio::awaitable<void> hold_session(demo_world in, demo_script const& script,
                                   demo_session const& held) {
  in.clock.go_back(std::chrono::days(held.days_ago));
  auto const agreements = co_await in.teams.agreements_of(demo_team());
  auto const id =
      co_await make_session(in, held, script.language, app::open_agreements(agreements));
  demo_players players(in.outside.executor, visitors_of(script));
  auto const host = in.sessions.host(id);
  co_await players.enter(host);
  in.clock.go_back(std::chrono::days(held.days_ago) - an_hour);
  co_await players.hold(held, in.clock.now());
  players.go();
  in.clock.go_back(milliseconds(0));
}

asio::awaitable<void> hold_course(demo_world in, demo_script const& script,
                                  demo_course const& held) {
  in.clock.go_back(std::chrono::days(held.days_ago));
  auto const agreements = co_await in.teams.agreements_of(demo_team());
  auto const id =
      co_await make_session(in, held.ending, script.language, app::open_agreements(agreements));
  demo_players players(in.outside.executor, visitors_of(script));
  auto const host = in.sessions.host(id);
  co_await players.enter(host);
  in.clock.go_back(std::chrono::days(held.days_ago) - an_hour);
  co_await players.hold(held);
  players.go();
  in.clock.go_back(milliseconds(0));
}

// Monthly sessions and course-card rounds between them, in the order of time.
asio::awaitable<void> hold_the_year(demo_world in, demo_script const& script) {
  std::size_t courses = 0;
  for (auto const& one : script.earlier) {
    for (; courses < script.courses.size() && script.courses[courses].days_ago > one.days_ago;
         ++courses) {
      co_await hold_course(in, script, script.courses[courses]);
    }
    co_await hold_session(in, script, one);
  }
  for (; courses < script.courses.size(); ++courses) {
    co_await hold_course(in, script, script.courses[courses]);
  }
  co_await hold_session(in, script, script.finished);
  co_await save_demo_walls(in.walls, script, in.clock.now());
}

asio::awaitable<void> prepare_next(demo_world in, demo_script const& script) {
  auto const agreements = co_await in.teams.agreements_of(demo_team());
  auto const id =
      co_await make_session(in, script.running, script.language, app::open_agreements(agreements));
  demo_players players(in.outside.executor, visitors_of(script));
  auto const host = in.sessions.host(id);
  co_await players.enter(host);
  co_await players.prepare(script.running);
  players.go();
}

asio::awaitable<std::optional<session_id>> open_session(demo_world in) {
  auto const sessions = co_await in.teams.sessions_of(demo_team());
  for (auto const& one : sessions) {
    if (one.state != "closed") co_return one.id;
  }
  co_return std::nullopt;
}

// The first Tuesday of each month at ten; what is prepared goes to the next of them.
asio::awaitable<void> set_rhythm(demo_world in, demo_script const& script, session_id ahead) {
  auto const team = demo_team();
  ports::team_rhythm row;
  row.team = team;
  rhythm::local_minute const first_tuesday(
      std::chrono::sys_days(std::chrono::year(2026) / 1 / 6).time_since_epoch()
      + std::chrono::hours(10));
  row.when = {"FREQ=MONTHLY;BYDAY=1TU", first_tuesday, "Europe/Amsterdam"};
  row.format = script.running.format;
  row.language = script.language;
  row.calendars = {"rijk", "gemeenten"};
  ports::act const by{"demo", "server", in.clock.now()};
  auto const became = co_await in.rhythms.save_rhythm(row, by);
  if (became != ports::change::done) {
    throw std::runtime_error("the demonstration's rhythm could not be set");
  }
  rhythm::local_minute const none_yet{};
  co_await in.rhythms.keep_session_ahead(team, ahead, none_yet);
  co_await in.rhythm_keeper.look_at(team);
}

asio::awaitable<std::string> link(demo_world in, session_id session, role as) {
  ports::invitation_row row;
  row.session = std::move(session);
  if (as != role::screen) row.team = demo_team();
  row.as = as;
  if (as == role::facilitator) row.person = demo_key(0);
  row.until = in.clock.now() + links_live;
  auto token = co_await in.sign_in.invite(std::move(row));
  co_return token;
}

}  // namespace

asio::awaitable<demo_links> prepare_demo(demo_world in, std::filesystem::path content,
                                         std::string language) {
  auto const script = read_demo(content / "demo" / ("healthy_start." + language + ".json"));
  auto const known = co_await in.teams.find_team(demo_team());
  auto const now = in.clock.now();
  co_await save_demo_directory(in.directory, script, now - members_since, now);
  if (!known) {
    co_await hold_the_year(in, script);
  }
  auto waiting = co_await open_session(in);
  if (!waiting) {
    co_await prepare_next(in, script);
    waiting = co_await open_session(in);
  }
  if (!known) co_await set_rhythm(in, script, *waiting);
  demo_links links;
  links.session = *waiting;
  links.participant = co_await link(in, *waiting, role::participant);
  links.facilitator = co_await link(in, *waiting, role::facilitator);
  links.screen = co_await link(in, *waiting, role::screen);
  ports::invitation_row chief;
  chief.person = demo_administrator();
  chief.until = in.clock.now() + links_live;
  links.administrator = co_await in.sign_in.invite(std::move(chief));
  co_return links;
}

}  // namespace viab::cli
