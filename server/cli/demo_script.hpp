// What the scripted people of the demonstration say, as content/demo has it.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace viab::cli {

struct demo_organisation {
  std::string id;
  std::string name;
  std::string calendar;  // may be empty
};
struct demo_person {
  std::string name;
  bool facilitates = false;
  std::string organisation;  // its id
};
struct demo_card {
  std::string column;
  std::size_t person = 0;
  std::string text;
};
struct demo_theme {
  std::string title;
  std::vector<std::size_t> cards;  // places in `cards`
};
struct demo_ballot {
  std::vector<int> dots;  // per theme; empty: abstains
};
struct demo_note {
  std::size_t theme = 0;
  std::string text;
};
struct demo_need {
  std::size_t person = 0;
  std::string needs;
};
struct demo_agreement {
  std::string cue;
  std::string action;
  std::string owner;  // may be empty
  int review_in_days = 30;
  std::size_t proposed_by = 0;
  std::vector<demo_need> needs;
};
struct demo_obstacle {
  std::string about;
  std::size_t person = 0;
  std::string text;
};
struct demo_mood {
  std::string mood;
  std::string word;  // may be empty
};
struct demo_review {
  std::vector<std::string> statuses;  // per person
  std::string settled;
};
struct demo_check_out {
  std::optional<int> return_on_time;
  std::vector<std::optional<int>> statements;
  std::optional<int> normal;
};
struct demo_session {
  std::string format;
  int days_ago = 0;
  std::vector<demo_mood> check_in;
  std::vector<demo_review> review;
  std::vector<std::string> done;  // cues of agreements that are no part of `review`: all done
  std::vector<demo_card> cards;
  std::vector<demo_theme> themes;
  std::vector<demo_ballot> votes;
  std::vector<demo_note> notes;
  std::vector<demo_agreement> agreements;
  std::vector<demo_obstacle> obstacles;
  std::vector<demo_check_out> check_out;
};
// A course-card round: marks per level and person, and what each keeps of the cards on the table.
struct demo_marks {
  std::string level;
  std::vector<std::optional<int>> now;  // per person
  std::vector<std::optional<int>> needed;
};
struct demo_reason {
  std::string level;
  std::size_t person = 0;
  std::string text;
};
struct demo_course {
  std::string format;
  int days_ago = 0;
  std::vector<demo_marks> marks;
  std::vector<demo_reason> reasons;
  std::vector<std::size_t> keeps;     // per person a place among the cards on the table
  std::vector<std::size_t> approves;  // per person a place among those that were kept
  demo_session ending;  // its agreements
};
struct demo_other_team {
  std::string name;
  std::string organisation;  // its id
  std::string challenge;
  std::vector<demo_person> people;
};
struct demo_turn {
  int days_ago = 0;
  std::string status;
  std::string owner;
  std::string answer;
};
struct demo_wall {
  std::size_t team = 0;  // 0: the team itself, then the others
  int days_ago = 0;
  std::string about;
  std::string level;
  std::string text;
  std::optional<std::size_t> joins;
  std::vector<demo_turn> turns;
};
struct demo_script {
  std::string team;
  std::string challenge;
  std::string language;
  std::vector<demo_organisation> organisations;
  std::vector<demo_person> people;
  std::vector<demo_other_team> other_teams;
  std::vector<demo_wall> walls;
  std::vector<demo_session> earlier;  // oldest first
  std::vector<demo_course> courses;   // oldest first
  demo_session finished;
  demo_session running;
};

// Throws std::runtime_error with the file and the reason.
demo_script read_demo(std::filesystem::path const& file);

}  // namespace viab::cli
