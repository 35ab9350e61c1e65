// The course of a team: where it places itself per level over the months, in bands.
#pragma once

#include "domain/actor.hpp"
#include "domain/ids.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viab::memory {

// One line of one session, as counted. Only of steps that enough people answered (n >= 5).
struct line_seen {
  session_id session;
  time_point at;
  std::string key;  // of a level: "team"
  std::string title;
  std::string low;  // what stood at both ends
  std::string high;
  int first = 0;
  int last = 10;
  std::vector<int> now;  // how many chose first … last
  std::vector<int> needed;
  std::vector<std::string> members;  // keys of who was in the team then, sorted
};

inline constexpr int course_bands = 5;

// In fifths of the scale, 0 to 4: exact numbers side by side would tell what a few answered.
struct course_mark {
  int low = 0;  // between here and `high` lies the middle half
  int middle = 0;
  int high = 0;
  bool operator==(course_mark const&) const = default;
};

// Why a line in the drawing is broken before this month.
enum class course_break : std::uint8_t { none, question, people };

struct course_point {
  session_id session;
  time_point at;
  std::optional<course_mark> now;  // nothing when fewer than five placed it
  std::optional<course_mark> needed;
  course_break broken = course_break::none;
};

struct course_line {
  std::string key;
  std::string title;  // as asked last
  std::string low;
  std::string high;
  std::vector<course_point> points;  // in the order of time
};

// The lines whose key is a level, in the order of levels.
std::vector<course_line> course_over_time(std::vector<line_seen> all);

// Whether a third or more of the people of both lists are in one of them only.
bool third_changed(std::vector<std::string> const& before, std::vector<std::string> const& after);

}  // namespace viab::memory
