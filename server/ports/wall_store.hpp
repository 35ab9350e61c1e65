// System walls: raised by teams, answered by who follows them.
#pragma once

#include "ports/directory_store.hpp"
#include "walls/wall.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>
#include <vector>

namespace viab::ports {

// As its own team sees it: what it wrote, and the wall whose answer counts (itself, or the one that
// it was joined into).
struct raised_wall {
  walls::wall own;
  walls::wall answering;
  int teams = 1;  // that raised it or one like it
  bool can_take_back = false;
  std::vector<walls::turn> turns;  // of the answering one, oldest first
};

// As who follows walls sees it. Which teams raised it is not in it.
struct listed_wall {
  walls::wall wall;
  int teams = 1;
  std::vector<walls::wall> likes;  // joined into it, oldest first
};

// What a closed session named and nobody raised yet.
struct open_obstacle {
  walls::source from;
  std::string text;
  obstacle_kind about = obstacle_kind::obstacle;
  time_point at;  // when the session closed
};

struct wall_filter {
  std::optional<walls::level> where;
  std::optional<walls::status> now;
  std::optional<obstacle_kind> about;
  std::optional<walls::place_id> organisation;
};

// Saving and joining: the version is the one that was read, and the next takes its place.
class wall_store {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  virtual ~wall_store() = default;

  // taken: that obstacle is a wall already. not_found: the team has no such obstacle. in_use: the
  // team has as many walls as it may have.
  virtual awaitable<change> raise(walls::wall, act) = 0;
  // in_use: it is being answered, or others lead to it.
  virtual awaitable<change> take_back(team_id, walls::wall_id, act) = 0;
  // Newest first.
  virtual awaitable<std::vector<raised_wall>> walls_of_team(team_id) = 0;
  virtual awaitable<std::vector<open_obstacle>> open_obstacles_of(team_id, int most) = 0;

  // Those that are not joined into another, newest first; `search` in text, owner and answer.
  virtual awaitable<list_part<listed_wall>> walls(list_query, wall_filter) = 0;
  virtual awaitable<std::optional<listed_wall>> find_wall(walls::wall_id) = 0;
  // Level, status, owner and answer; the text stays its team's. in_use: it is joined into another.
  virtual awaitable<change> save_wall(walls::wall, act) = 0;
  // Into another, taking along what leads to it; or apart again. in_use: into itself, or into one
  // that is itself joined.
  virtual awaitable<change> join(walls::wall_id, int version, std::optional<walls::wall_id> into,
                                 act) = 0;
};

}  // namespace viab::ports
