// The work of a room in the step `group`: which command comes next, and what became of it.
#pragma once

#include "bench/generator/rooms.hpp"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace viab::bench {

struct planned_command {
  std::uint64_t number = 0;  // unique in its room
  std::uint32_t sender = 0;  // place among the room's people
  std::string frame;
};

std::string command_id(std::uint32_t room, std::uint64_t number);
std::uint64_t number_of(std::string_view command_id);

// Half of the commands move a card, 30 % rename one, 10 % add one and 10 % remove one.
// No two commands under way touch the same card, so that all are accepted.
class group_room {
public:
  // `learns_ids`: the ids of added cards are read from patches; otherwise they are made up here.
  group_room(known_room const&, std::uint32_t number, std::uint32_t people, bool learns_ids);

  // Nothing while every card is in somebody's hands.
  std::optional<planned_command> plan();
  std::optional<planned_command> plan_add(std::uint32_t sender);
  void settled(std::uint64_t number);
  // To be shown every shared patch that one of the people got.
  void look_for_added(std::string_view patch);

private:
  struct card {
    std::string id;
    std::uint32_t author = 0;
    int theme = -1;
    int version = 1;
    bool busy = false;
    bool gone = false;
  };
  enum class what { move, rename, add, remove };
  struct under_way {
    what kind = what::move;
    std::size_t card = 0;
    std::optional<std::size_t> before;
    int theme = -1;
    std::uint32_t author = 0;
  };

  std::uint32_t below(std::size_t limit);
  std::optional<std::size_t> pick();
  std::optional<std::size_t> pick_in(int theme);
  std::string head(std::uint64_t number, std::string_view type) const;
  void append_theme(std::string& to, int theme) const;
  std::string text_of(std::uint64_t number);
  std::optional<planned_command> plan_move();
  std::optional<planned_command> plan_rename();
  std::optional<planned_command> plan_remove();
  planned_command finish(under_way, std::uint32_t sender, std::string frame);
  void keep_added(std::uint64_t number, std::string id);

  known_room const& room_;
  std::uint32_t number_;
  std::uint32_t people_;
  bool learns_ids_;
  std::mt19937 random_;
  std::vector<card> cards_;
  std::vector<std::size_t> free_;
  std::size_t wished_;
  std::size_t alive_;  // cards, with those that are on their way in
  std::unordered_map<std::uint64_t, under_way> under_way_;
  std::unordered_map<std::uint64_t, under_way> unnamed_;  // added, and the id not yet read
  std::uint64_t next_ = 1;
};

}  // namespace viab::bench
