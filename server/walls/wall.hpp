// A system wall: an obstacle that a team raises to the level that can move it, and its answer.
#pragma once

#include "domain/actor.hpp"
#include "domain/ids.hpp"
#include "domain/item.hpp"
#include "domain/result.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::walls {

using wall_id = text_id<struct wall_tag>;
using place_id = text_id<struct place_tag>;  // an organisation's, as the directory has it
using owner_text = text<80>;                 // a role or a name
using answer_text = text<1000>;

inline constexpr int most_walls_of_team = 200;

// Where it can be moved, from near to far. `team` is also a department or a cluster, `ministry`
// any organisation.
enum class level : std::uint8_t { team, ministry, central_government, public_administration };
inline constexpr std::array all_levels{level::team, level::ministry, level::central_government,
                                       level::public_administration};

enum class status : std::uint8_t { raised, taken_up, moved, not_now };
inline constexpr std::array all_statuses{status::raised, status::taken_up, status::moved,
                                         status::not_now};

inline constexpr std::array all_kinds{obstacle_kind::obstacle, obstacle_kind::rule,
                                      obstacle_kind::wall, obstacle_kind::leader_act,
                                      obstacle_kind::delivery_signal};

std::string_view word_of(level);
std::string_view word_of(status);
std::string_view word_of(obstacle_kind);
std::optional<level> level_of(std::string_view word);
std::optional<status> status_of(std::string_view word);
std::optional<obstacle_kind> kind_of(std::string_view word);

// The obstacle of a closed session that it was, counted from 1.
struct source {
  session_id session;
  int place = 0;
};

// The version counts its changes; 0 is one that is not kept yet.
struct wall {
  wall_id id;
  team_id team;
  card_text text;  // as the team released it
  obstacle_kind about = obstacle_kind::wall;
  std::optional<source> from;
  level where = level::ministry;
  std::optional<place_id> organisation;  // which one, when the team knows
  status now = status::raised;
  owner_text owner;    // possibly empty
  answer_text answer;  // possibly empty
  time_point raised_at;
  time_point changed_at;
  std::optional<wall_id> joined_into;  // the one whose answer counts
  int version = 0;
};

// One moment in its life, as every team that raised it may read.
struct turn {
  status now = status::raised;
  level where = level::ministry;
  std::string owner;
  std::string answer;
  time_point at;
};

// What is wrong with an answer: the member that it is about, and why. Who takes a wall up says who;
// who moved it or leaves it says what, or why.
struct mistake {
  std::string_view member;
  refusal why;
};
std::vector<mistake> mistakes_of(wall const&);

// Whether its team can still take it back: nobody has begun, and nobody counts on its answer.
// `answering` is the wall itself or the one that it was joined into, `likes` how many lead to it.
bool can_take_back(wall const& answering, int likes);

}  // namespace viab::walls
