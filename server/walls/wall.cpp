#include "walls/wall.hpp"

#include "walls/refusals.hpp"

namespace viab::walls {
namespace {

template <class Word, std::size_t N>
using words = std::array<std::string_view, N>;

constexpr words<level, 4> levels{"team", "ministry", "central_government", "public_administration"};
constexpr words<status, 4> statuses{"raised", "taken_up", "moved", "not_now"};
constexpr words<obstacle_kind, 5> kinds{"obstacle", "rule", "wall", "leader_act",
                                        "delivery_signal"};

template <class Value, std::size_t N>
std::optional<Value> find(std::array<std::string_view, N> const& in, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (in[i] == word) return static_cast<Value>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view word_of(level one) { return levels.at(static_cast<std::size_t>(one)); }
std::string_view word_of(status one) { return statuses.at(static_cast<std::size_t>(one)); }
std::string_view word_of(obstacle_kind one) { return kinds.at(static_cast<std::size_t>(one)); }
std::optional<level> level_of(std::string_view word) { return find<level>(levels, word); }
std::optional<status> status_of(std::string_view word) { return find<status>(statuses, word); }
std::optional<obstacle_kind> kind_of(std::string_view word) {
  return find<obstacle_kind>(kinds, word);
}

std::vector<mistake> mistakes_of(wall const& one) {
  std::vector<mistake> found;
  if (one.now == status::taken_up && one.owner.empty()) {
    found.push_back({"owner", refusals::wall_needs_owner()});
  }
  if ((one.now == status::moved || one.now == status::not_now) && one.answer.empty()) {
    found.push_back({"answer", refusals::wall_needs_answer()});
  }
  return found;
}

bool can_take_back(wall const& answering, int likes) {
  return answering.now == status::raised && likes == 0;
}

}  // namespace viab::walls
