// How the scripted people hold a course-card round.
#include "cli/demo_players.hpp"

#include <nlohmann/json.hpp>

namespace viab::cli {
namespace {

namespace asio = boost::asio;
using nlohmann::json;

constexpr char position_step[] = "course";
constexpr char pick_step[] = "cards";
constexpr char next_step[] = R"({"type":"next_step"})";

// What lies on the table of the pick step now.
std::vector<std::string> table_of(session::state const& state) {
  auto const* slot = session::find_slot(state, step_id{pick_step});
  return steps::pick::table_of(std::get<steps::pick::state>(*slot->state));
}

std::string choice(char const* type, std::string const& card) {
  return json{{"type", type}, {"card", card}, {"yes", true}}.dump();
}

}  // namespace

asio::awaitable<void> demo_players::place(demo_course const& script) {
  for (auto const& line : script.marks) {
    for (std::size_t i = 0; i < line.now.size(); ++i) {
      json placed = {{"type", "place"}, {"line", line.level}};
      if (line.now[i]) placed["now"] = *line.now[i];
      if (line.needed.at(i)) placed["needed"] = *line.needed[i];
      auto const command = placed.dump();
      co_await say(i, position_step, command);
    }
  }
  for (auto const& one : script.reasons) {
    json const given = {{"type", "give_reason"}, {"line", one.level}, {"text", one.text}};
    auto const command = given.dump();
    co_await say(one.person, position_step, command);
  }
  co_await show_and_go_on(position_step);
}

asio::awaitable<void> demo_players::pick(demo_course const& script) {
  auto const dealt = table_of(where_->state());
  for (std::size_t i = 0; i < script.keeps.size(); ++i) {
    auto const command = choice("keep", dealt.at(script.keeps[i] % dealt.size()));
    co_await say(i, pick_step, command);
  }
  co_await lead(pick_step, R"({"type":"open_approval"})");
  auto const kept = table_of(where_->state());
  for (std::size_t i = 0; i < script.approves.size(); ++i) {
    auto const command = choice("approve", kept.at(script.approves[i] % kept.size()));
    co_await say(i, pick_step, command);
  }
  co_await show_and_go_on(pick_step);
}

asio::awaitable<void> demo_players::hold(demo_course const& script) {
  co_await lead("", R"({"type":"start"})");
  co_await lead("", next_step);  // past the check-in
  co_await lead("", next_step);  // past last month's agreements, which stay as they are
  co_await place(script);
  co_await lead("", next_step);
  co_await pick(script);
  auto const now = where_->state().started_at.value_or(time_point{});
  co_await commit(script.ending, now);
  co_await lead("", R"({"type":"close"})");
}

}  // namespace viab::cli
