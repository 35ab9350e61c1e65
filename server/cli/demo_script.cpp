#include "cli/demo_script.hpp"

#include "cli/demo_year_script.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <stdexcept>

namespace viab::cli {
namespace {

using nlohmann::json;

std::string text_or_empty(json const& from, char const* name) {
  auto const found = from.find(name);
  return found == from.end() || found->is_null() ? std::string{} : found->get<std::string>();
}

std::optional<int> number_of(json const& value) {
  return value.is_null() ? std::nullopt : std::optional(value.get<int>());
}

demo_agreement read_agreement(json const& from) {
  demo_agreement one;
  one.cue = from.at("cue");
  one.action = from.at("action");
  one.owner = text_or_empty(from, "owner");
  one.review_in_days = from.value("review_in_days", 30);
  one.proposed_by = from.value("proposed_by", std::size_t{0});
  for (auto const& need : from.value("needs", json::array())) {
    one.needs.push_back({need.at("person"), need.at("needs")});
  }
  return one;
}

void read_talk(json const& from, demo_session& into) {
  for (auto const& one : from.value("check_in", json::array())) {
    into.check_in.push_back({text_or_empty(one, "mood"), text_or_empty(one, "word")});
  }
  for (auto const& one : from.value("review", json::array())) {
    into.review.push_back(
        {one.at("statuses").get<std::vector<std::string>>(), one.at("settled").get<std::string>()});
  }
  for (auto const& one : from.value("themes", json::array())) {
    into.themes.push_back(
        {one.at("title").get<std::string>(), one.at("cards").get<std::vector<std::size_t>>()});
  }
  for (auto const& one : from.value("votes", json::array())) {
    into.votes.push_back({one.value("dots", std::vector<int>{})});
  }
  for (auto const& one : from.value("notes", json::array())) {
    into.notes.push_back({one.at("theme").get<std::size_t>(), one.at("text").get<std::string>()});
  }
}

void read_end(json const& from, demo_session& into) {
  for (auto const& one : from.value("agreements", json::array())) {
    into.agreements.push_back(read_agreement(one));
  }
  for (auto const& one : from.value("obstacles", json::array())) {
    into.obstacles.push_back({one.at("about").get<std::string>(),
                              one.at("person").get<std::size_t>(),
                              one.at("text").get<std::string>()});
  }
  for (auto const& one : from.value("check_out", json::array())) {
    demo_check_out answer;
    answer.return_on_time = number_of(one.at("return_on_time"));
    for (auto const& statement : one.at("statements")) {
      answer.statements.push_back(number_of(statement));
    }
    answer.normal = number_of(one.at("normal"));
    into.check_out.push_back(std::move(answer));
  }
}

demo_session read_session(json const& from) {
  demo_session session;
  session.format = from.at("format");
  session.days_ago = from.value("days_ago", 0);
  for (auto const& one : from.value("cards", json::array())) {
    session.cards.push_back({one.at("column").get<std::string>(),
                             one.at("person").get<std::size_t>(),
                             one.at("text").get<std::string>()});
  }
  read_talk(from, session);
  read_end(from, session);
  return session;
}

}  // namespace

demo_script read_demo(std::filesystem::path const& file) {
  try {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("the file cannot be read");
    auto const whole = json::parse(in);
    demo_script script;
    script.team = whole.at("team").at("name");
    script.challenge = whole.at("challenge");
    script.language = whole.at("language");
    for (auto const& one : whole.at("organisations")) {
      script.organisations.push_back({one.at("id").get<std::string>(),
                                      one.at("name").get<std::string>(),
                                      text_or_empty(one, "calendar")});
    }
    for (auto const& one : whole.at("people")) {
      script.people.push_back({one.at("name").get<std::string>(), one.at("role") == "facilitator",
                               one.at("organisation").get<std::string>()});
    }
    script.other_teams = read_other_teams(whole);
    script.walls = read_walls(whole);
    script.earlier = read_earlier_sessions(whole);
    script.courses = read_course_sessions(whole);
    script.finished = read_session(whole.at("finished_session"));
    script.running = read_session(whole.at("running_session"));
    for (auto const& course : script.courses) {
      for (auto const& made : course.ending.agreements) {
        for (auto& later : script.earlier) later.done.push_back(made.cue);
        script.finished.done.push_back(made.cue);
      }
    }
    return script;
  } catch (std::exception const& why) {
    throw std::runtime_error(file.string() + ": " + why.what());
  }
}

}  // namespace viab::cli
