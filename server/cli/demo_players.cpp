#include "cli/demo_players.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace viab::cli {
namespace {

namespace asio = boost::asio;
using nlohmann::json;

std::string written(item_id id) {
  return std::to_string(id.step) + "-" + std::to_string(id.number);
}

json nullable(std::optional<int> const& number) { return number ? json(*number) : json(nullptr); }

json nullable(std::string const& text) { return text.empty() ? json(nullptr) : json(text); }

std::string date_after(time_point now, int days) {
  std::chrono::year_month_day const day{std::chrono::floor<std::chrono::days>(now)
                                        + std::chrono::days(days)};
  char written[16];
  std::snprintf(written, sizeof written, "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return written;
}

template <class State>
State const& step_state(session::state const& state, char const* step) {
  auto const* slot = session::find_slot(state, step_id{step});
  if (slot == nullptr || !slot->state || !std::holds_alternative<State>(*slot->state)) {
    throw std::runtime_error(std::string("the demonstration's format has no open step ") + step);
  }
  return std::get<State>(*slot->state);
}

}  // namespace

demo_players::demo_players(asio::any_io_executor executor, std::vector<app::visitor> people) {
  for (auto& one : people)
    people_.push_back(std::make_shared<app::puppet>(executor, std::move(one)));
}

asio::awaitable<void> demo_players::enter(std::shared_ptr<app::session_host> where) {
  where_ = std::move(where);
  for (auto const& one : people_) co_await one->enter(where_);
}

void demo_players::go() {
  for (auto const& one : people_) one->go();
}

asio::awaitable<void> demo_players::say(std::size_t person, std::string step, std::string command) {
  auto const what = command;
  auto const where = step;
  auto const answer = co_await people_.at(person)->say(std::move(step), std::move(command));
  if (answer != "done") {
    throw std::runtime_error("the demonstration was refused (" + answer + ") in step '" + where
                             + "': " + what);
  }
}

asio::awaitable<void> demo_players::lead(std::string step, std::string command) {
  co_await say(0, std::move(step), std::move(command));
}

asio::awaitable<void> demo_players::show_and_go_on(std::string step) {
  co_await lead(std::move(step), R"({"type":"show_results"})");
  co_await lead("", R"({"type":"next_step"})");
}

asio::awaitable<void> demo_players::check_in(demo_session const& script) {
  for (std::size_t i = 0; i < script.check_in.size(); ++i) {
    json const answer = {{"type", "answer"},
                         {"mood", nullable(script.check_in[i].mood)},
                         {"word", nullable(script.check_in[i].word)}};
    co_await say(i, "check_in", answer.dump());
  }
  co_await show_and_go_on("check_in");
}

asio::awaitable<void> demo_players::review(demo_session const& script) {
  std::vector<item_id> agreements;
  std::vector<item_id> done;
  for (auto const& one : step_state<steps::review::state>(where_->state(), "review").agreements) {
    auto const& cue = one.plan ? one.plan->cue.value() : std::string{};
    bool const is_done =
        std::find(script.done.begin(), script.done.end(), cue) != script.done.end();
    (is_done ? done : agreements).push_back(one.id);
  }
  for (std::size_t a = 0; a < agreements.size() && a < script.review.size(); ++a) {
    for (std::size_t i = 0; i < script.review[a].statuses.size(); ++i) {
      json const judged = {{"type", "assess"},
                           {"agreement", written(agreements[a])},
                           {"status", script.review[a].statuses[i]}};
      co_await say(i, "review", judged.dump());
    }
  }
  co_await lead("review", R"({"type":"show_results"})");
  for (std::size_t a = 0; a < agreements.size() && a < script.review.size(); ++a) {
    json const settled = {{"type", "settle"},
                          {"agreement", written(agreements[a])},
                          {"status", script.review[a].settled}};
    co_await lead("review", settled.dump());
  }
  for (auto const agreement : done) {
    json const settled = {
        {"type", "settle"}, {"agreement", written(agreement)}, {"status", "done"}};
    auto const command = settled.dump();
    co_await lead("review", command);
  }
  co_await lead("", R"({"type":"next_step"})");
}

asio::awaitable<void> demo_players::write_cards(demo_session const& script) {
  for (auto const& card : script.cards) {
    json const added = {{"type", "add_card"}, {"column", card.column}, {"text", card.text}};
    co_await say(card.person, "ideas", added.dump());
  }
}

item_id demo_players::theme_called(std::string const& title) const {
  for (auto const& slot : where_->state().slots) {
    auto const* group = slot.state ? std::get_if<steps::group::state>(&*slot.state) : nullptr;
    if (group == nullptr) continue;
    for (auto const& [id, theme] : group->themes) {
      if (theme.name.value() == title) return id;
    }
  }
  throw std::runtime_error("the demonstration has no theme called " + title);
}

asio::awaitable<void> demo_players::group(demo_session const& script) {
  std::map<std::string, item_id> cards;
  for (auto const& [id, card] : step_state<steps::group::state>(where_->state(), "themes").cards) {
    cards[card.text.value()] = id;
  }
  for (auto const& theme : script.themes) {
    json ids = json::array();
    for (auto const place : theme.cards)
      ids.push_back(written(cards.at(script.cards.at(place).text)));
    json const made = {{"type", "create_theme"}, {"title", theme.title}, {"cards", ids}};
    co_await lead("themes", made.dump());
  }
  co_await lead("", R"({"type":"next_step"})");
}

asio::awaitable<void> demo_players::vote(demo_session const& script) {
  for (std::size_t i = 0; i < script.votes.size(); ++i) {
    auto const& dots = script.votes[i].dots;
    if (dots.empty()) co_await say(i, "vote", R"({"type":"abstain"})");
    for (std::size_t t = 0; t < dots.size(); ++t) {
      if (dots[t] == 0) continue;
      json const given = {{"type", "set_dots"},
                          {"item", written(theme_called(script.themes.at(t).title))},
                          {"dots", dots[t]}};
      co_await say(i, "vote", given.dump());
    }
  }
  co_await show_and_go_on("vote");
}

asio::awaitable<void> demo_players::discuss(demo_session const& script) {
  for (auto const& note : script.notes) {
    auto const topic = written(theme_called(script.themes.at(note.theme).title));
    json const opened = {{"type", "open_topic"}, {"topic", topic}};
    co_await lead("discuss", opened.dump());
    json const noted = {
        {"type", "write_note"}, {"topic", topic}, {"text", note.text}, {"version", 0}};
    co_await lead("discuss", noted.dump());
  }
  co_await lead("", R"({"type":"next_step"})");
}

asio::awaitable<void> demo_players::commit(demo_session const& script, time_point now) {
  for (auto const& plan : script.agreements) {
    json const proposed = {{"type", "propose"},
                           {"cue", plan.cue},
                           {"action", plan.action},
                           {"owner", nullable(plan.owner)},
                           {"review_on", date_after(now, plan.review_in_days)}};
    co_await say(plan.proposed_by, "commit", proposed.dump());
    auto const made =
        step_state<steps::commit::state>(where_->state(), "commit").proposals.rbegin()->first;
    for (auto const& need : plan.needs) {
      json const said = {{"type", "respond"},
                         {"proposal", written(made)},
                         {"goes_along", false},
                         {"needs", need.needs}};
      co_await say(need.person, "commit", said.dump());
    }
    json const settled = {{"type", "settle"}, {"proposal", written(made)}, {"accepted", true}};
    co_await lead("commit", settled.dump());
  }
  for (auto const& one : script.obstacles) {
    json const raised = {{"type", "raise_obstacle"}, {"text", one.text}, {"about", one.about}};
    co_await say(one.person, "commit", raised.dump());
  }
  co_await lead("", R"({"type":"next_step"})");
}

asio::awaitable<void> demo_players::check_out(demo_session const& script) {
  for (std::size_t i = 0; i < script.check_out.size(); ++i) {
    json statements = json::array();
    for (auto const& one : script.check_out[i].statements) statements.push_back(nullable(one));
    json const answer = {{"type", "answer"},
                         {"return_on_time", nullable(script.check_out[i].return_on_time)},
                         {"statements", statements},
                         {"normal", nullable(script.check_out[i].normal)}};
    co_await say(i, "check_out", answer.dump());
  }
  co_await lead("check_out", R"({"type":"show_results"})");
}

asio::awaitable<void> demo_players::hold(demo_session const& script, time_point now) {
  co_await lead("", R"({"type":"start"})");
  co_await check_in(script);
  co_await review(script);
  co_await write_cards(script);
  co_await show_and_go_on("ideas");
  co_await group(script);
  co_await vote(script);
  co_await discuss(script);
  co_await commit(script, now);
  co_await check_out(script);
  co_await lead("", R"({"type":"close"})");
}

asio::awaitable<void> demo_players::prepare(demo_session const& script) {
  co_await lead("", R"({"type":"open_preparation"})");
  co_await write_cards(script);
}

}  // namespace viab::cli
