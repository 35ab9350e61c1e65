#include "cli/demo_year_script.hpp"

#include <nlohmann/json.hpp>

namespace viab::cli {
namespace {

using nlohmann::json;

std::string text_or_empty(json const& value) {
  return value.is_null() ? std::string{} : value.get<std::string>();
}

void read_themes(json const& from, demo_session& into) {
  for (auto const& theme : from.at("themes")) {
    demo_theme one{theme.at("title"), {}};
    for (auto const& card : theme.at("cards")) {
      one.cards.push_back(into.cards.size());
      into.cards.push_back({card.at("column").get<std::string>(),
                            card.at("person").get<std::size_t>(),
                            card.at("text").get<std::string>()});
    }
    if (auto note = text_or_empty(theme.at("note")); !note.empty()) {
      into.notes.push_back({into.themes.size(), std::move(note)});
    }
    into.themes.push_back(std::move(one));
  }
  for (auto const& dots : from.at("dots")) into.votes.push_back({dots.get<std::vector<int>>()});
}

void read_agreements(json const& from, demo_session& into) {
  for (auto const& one : from.at("agreements")) {
    demo_agreement made;
    made.cue = one.at("cue");
    made.action = one.at("action");
    made.owner = text_or_empty(one.at("owner"));
    made.proposed_by = one.at("proposed_by");
    into.agreements.push_back(std::move(made));
  }
  for (auto const& one : from.at("obstacles")) {
    into.obstacles.push_back({one.at("about").get<std::string>(),
                              one.at("person").get<std::size_t>(),
                              one.at("text").get<std::string>()});
  }
}

// Everybody judges an agreement as it was settled.
void read_review(json const& from, std::size_t people, demo_session& into) {
  for (auto const& settled : from.at("settled")) {
    auto const status = settled.get<std::string>();
    into.review.push_back({std::vector<std::string>(people, status), status});
  }
}

void read_check_out(json const& from, std::size_t people, demo_session& into) {
  for (std::size_t i = 0; i < people; ++i) {
    demo_check_out answer;
    answer.return_on_time = from.at("return_on_time").at(i).get<int>();
    for (auto const& statement : from.at("statements")) {
      answer.statements.push_back(statement.at(i).get<int>());
    }
    answer.normal = from.at("normal").at(i).get<int>();
    into.check_out.push_back(std::move(answer));
  }
}

}  // namespace

std::vector<demo_session> read_earlier_sessions(json const& whole) {
  auto const people = whole.at("people").size();
  std::vector<demo_session> all;
  for (auto const& from : whole.at("earlier_sessions")) {
    demo_session one;
    one.format = whole.at("finished_session").at("format");
    one.days_ago = from.at("days_ago");
    for (auto const& mood : from.at("moods")) one.check_in.push_back({mood, {}});
    read_review(from, people, one);
    read_themes(from, one);
    read_agreements(from, one);
    read_check_out(from, people, one);
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<demo_course> read_course_sessions(json const& whole) {
  std::vector<demo_course> all;
  auto const numbers = [](json const& list) {
    std::vector<std::optional<int>> read;
    for (auto const& one : list) {
      read.push_back(one.is_null() ? std::nullopt : std::optional(one.get<int>()));
    }
    return read;
  };
  for (auto const& from : whole.at("course_sessions")) {
    demo_course one;
    one.format = "course_card_round";
    one.days_ago = from.at("days_ago");
    for (auto const& line : from.at("marks")) {
      one.marks.push_back({line.at("level").get<std::string>(), numbers(line.at("now")),
                           numbers(line.at("needed"))});
    }
    for (auto const& said : from.at("reasons")) {
      one.reasons.push_back({said.at("level").get<std::string>(),
                             said.at("person").get<std::size_t>(),
                             said.at("text").get<std::string>()});
    }
    one.keeps = from.at("keeps").get<std::vector<std::size_t>>();
    one.approves = from.at("approves").get<std::vector<std::size_t>>();
    one.ending.format = one.format;
    read_agreements({{"agreements", from.at("agreements")}, {"obstacles", json::array()}},
                    one.ending);
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<demo_other_team> read_other_teams(json const& whole) {
  std::vector<demo_other_team> all;
  for (auto const& one : whole.at("other_teams")) {
    demo_other_team team;
    team.name = one.at("name");
    team.organisation = one.at("organisation");
    team.challenge = one.at("challenge");
    for (auto const& person : one.at("people")) {
      team.people.push_back({person.at("name").get<std::string>(), false,
                             person.at("organisation").get<std::string>()});
    }
    all.push_back(std::move(team));
  }
  return all;
}

std::vector<demo_wall> read_walls(json const& whole) {
  std::vector<demo_wall> all;
  for (auto const& from : whole.at("walls")) {
    demo_wall one;
    one.team = from.at("team");
    one.days_ago = from.at("days_ago");
    one.about = from.at("about");
    one.level = from.at("level");
    one.text = from.at("text");
    if (!from.at("joins").is_null()) one.joins = from.at("joins").get<std::size_t>();
    for (auto const& turn : from.at("turns")) {
      one.turns.push_back({turn.at("days_ago").get<int>(), turn.at("status").get<std::string>(),
                           turn.at("owner").get<std::string>(),
                           turn.at("answer").get<std::string>()});
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace viab::cli
