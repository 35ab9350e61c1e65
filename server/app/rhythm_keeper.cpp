#include "app/rhythm_keeper.hpp"

#include "app/outcome_keeper.hpp"

namespace viab::app {
namespace {

namespace asio = boost::asio;
using rhythm::next_session;

// Back far enough for the meeting that a session in the lobby stands for, on far enough for a rule
// that falls once a year.
constexpr auto look_back = std::chrono::days(62);
constexpr auto look_ahead = std::chrono::days(2 * 366);
constexpr std::size_t most_meetings = 160;
constexpr auto code_lives = std::chrono::hours(12);
constexpr std::size_t id_characters = 24;

std::optional<rhythm::session_ahead> as_ahead(std::optional<ports::rhythm_session> const& kept) {
  using state = rhythm::session_ahead::state;
  if (!kept || kept->state.empty()) return std::nullopt;
  auto const now = kept->state == "closed"  ? state::closed
                   : kept->state == "lobby" ? state::lobby
                                            : state::running;
  return rhythm::session_ahead{kept->original, kept->planned_for, now};
}

}  // namespace

std::vector<rhythm::planned_meeting> planned_meetings(rhythm_tools const& with,
                                                      ports::team_rhythm const& of,
                                                      rhythm::exceptions const& decided,
                                                      time_point from, time_point until,
                                                      std::size_t most) {
  rhythm::work_days days;
  for (auto const& id : of.calendars) {
    if (auto found = with.calendars.find_calendar(id)) days.calendars.push_back(std::move(*found));
  }
  auto const times = with.rules.expand(of.when, from, until, most);
  std::vector<rhythm::planned_meeting> planned;
  for (auto& one : rhythm::meetings_of(times, days, of.otherwise, decided)) {
    auto const at = with.zones.instant(one.at, of.when.zone);
    planned.push_back({std::move(one), at});
  }
  return planned;
}

asio::awaitable<void> rhythm_keeper::look() {
  if (looking_) co_return;
  looking_ = true;
  auto const before = outside_.clock.now() - rhythm::not_held_after;
  try {
    auto const waiting = co_await rhythms_.teams_that_wait(before);
    for (auto const& team : waiting) co_await look_at(team);
  } catch (...) {
    looking_ = false;
    throw;
  }
  looking_ = false;
}

asio::awaitable<void> rhythm_keeper::look_at(team_id team) {
  auto const found = co_await rhythms_.find_rhythm(team);
  if (!found || found->stopped) co_return;
  auto const decided = co_await rhythms_.exceptions_of(team);
  auto const now = outside_.clock.now();
  auto const upcoming =
      planned_meetings(tools_, *found, decided, now - look_back, now + look_ahead, most_meetings);
  auto const kept = co_await rhythms_.session_ahead_of(team);
  auto const ahead = as_ahead(kept);
  auto const next = rhythm::decide_next(ahead, upcoming, now);
  if (next.what == next_session::deed::make) co_await make(*found, next.to);
  if (next.what == next_session::deed::move) co_await move(*found, kept->session, next.to);
}

// The session's id follows from team and meeting: made again after a crash, it is the same one.
asio::awaitable<void> rhythm_keeper::make(ports::team_rhythm of, rhythm::planned_meeting to) {
  auto format = outside_.library.find_format(of.format, of.language);
  auto const team = co_await teams_.find_team(of.team);
  if (!format || !team) co_return;
  auto const minute = std::to_string(to.what.original.time_since_epoch().count());
  session_id const id{
      prints_.of("meeting of " + of.team.value + " " + minute).substr(0, id_characters)};
  auto const there = co_await teams_.find_session(id);
  if (!there) {
    auto const agreements = co_await teams_.agreements_of(of.team);
    new_session wanted;
    wanted.id = id;
    wanted.team = *team;
    wanted.format = std::move(*format);
    wanted.agreements = open_agreements(agreements);
    wanted.planned_for = to.at;
    wanted.prepared = true;
    co_await sessions_.create(std::move(wanted));
  }
  co_await rhythms_.keep_session_ahead(of.team, id, to.what.original);
}

asio::awaitable<void> rhythm_keeper::move(ports::team_rhythm of, session_id id,
                                          rhythm::planned_meeting to) {
  session::plan_for const command{to.at, to.at + code_lives};
  auto const host = sessions_.host(id);
  host->instruct(command);
  co_await host->settled();
  co_await rhythms_.keep_session_ahead(of.team, id, to.what.original);
}

}  // namespace viab::app
