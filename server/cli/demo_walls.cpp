#include "cli/demo_walls.hpp"

#include "cli/demo_directory.hpp"

#include <stdexcept>

namespace viab::cli {
namespace {

namespace asio = boost::asio;

constexpr int most_obstacles = 200;

walls::wall_id id_of(std::size_t place) {
  return walls::wall_id{"demo-wall-" + std::to_string(place + 1)};
}

void must(ports::change became, std::size_t place) {
  if (became != ports::change::done) {
    throw std::runtime_error("the demonstration's wall " + std::to_string(place)
                             + " could not be raised, answered or joined");
  }
}

walls::wall wall_of(demo_wall const& from, std::size_t place, time_point now) {
  walls::wall one;
  one.id = id_of(place);
  one.team = from.team == 0 ? demo_team() : demo_other_team_id(from.team - 1);
  one.text = card_text::of(from.text);
  one.about = walls::kind_of(from.about).value();
  one.where = walls::level_of(from.level).value();
  one.raised_at = now - std::chrono::days(from.days_ago);
  return one;
}

asio::awaitable<void> answer(ports::wall_store& to, demo_wall const& from, std::size_t place,
                             time_point now) {
  auto const id = id_of(place);
  for (auto const& turn : from.turns) {
    auto found = co_await to.find_wall(id);
    auto one = std::move(found->wall);
    one.now = walls::status_of(turn.status).value();
    one.owner = walls::owner_text::of(turn.owner);
    one.answer = walls::answer_text::of(turn.answer);
    ports::act const by{"demo", "server", now - std::chrono::days(turn.days_ago)};
    auto const became = co_await to.save_wall(one, by);
    must(became, place);
  }
}

}  // namespace

team_id demo_other_team_id(std::size_t place) {
  return team_id{"demo-other-" + std::to_string(place + 1)};
}

asio::awaitable<void> save_demo_walls(ports::wall_store& to, demo_script const& script,
                                      time_point now) {
  auto const team = demo_team();
  auto const obstacles = co_await to.open_obstacles_of(team, most_obstacles);
  for (std::size_t place = 0; place < script.walls.size(); ++place) {
    auto const& from = script.walls[place];
    auto one = wall_of(from, place, now);
    for (auto const& obstacle : obstacles) {
      if (from.team == 0 && obstacle.text == from.text) one.from = obstacle.from;
    }
    ports::act const by{"demo", "server", one.raised_at};
    auto const raised = co_await to.raise(one, by);
    must(raised, place);
    co_await answer(to, from, place, now);
    if (!from.joins) continue;
    auto const into = id_of(*from.joins);
    auto const joined = co_await to.join(one.id, 1, into, by);
    must(joined, place);
  }
}

}  // namespace viab::cli
