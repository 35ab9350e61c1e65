// A course card (koerskaart): where we come from, where we want to be, and what a team can do next
// month that already works that way.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab {

enum class course_level : std::uint8_t {
  public_administration,
  central_government,
  ministry,
  team,
  professional
};
enum class strategy : std::uint8_t { reload, rebuild, lead };

inline constexpr std::array<std::string_view, 5> level_words{
    "public_administration", "central_government", "ministry", "team", "professional"};
inline constexpr std::array<std::string_view, 3> strategy_words{"reload", "rebuild", "lead"};

constexpr std::string_view word_of(course_level one) {
  return level_words[static_cast<std::size_t>(one)];
}
constexpr std::string_view word_of(strategy one) {
  return strategy_words[static_cast<std::size_t>(one)];
}

inline std::optional<course_level> level_of(std::string_view word) {
  for (std::size_t i = 0; i < level_words.size(); ++i) {
    if (level_words[i] == word) return static_cast<course_level>(i);
  }
  return std::nullopt;
}
inline std::optional<strategy> strategy_of(std::string_view word) {
  for (std::size_t i = 0; i < strategy_words.size(); ++i) {
    if (strategy_words[i] == word) return static_cast<strategy>(i);
  }
  return std::nullopt;
}

// Lengths are in characters; content/README.md says what belongs where.
struct course_card {
  std::string id;  // "team_reload_who_is_missing", the same in all languages
  int version = 1;
  course_level level = course_level::team;
  viab::strategy strategy = viab::strategy::reload;
  std::string title;                 // 60
  std::string from;                  // A, 200
  std::string to;                    // B, 200
  std::string via;                   // 400
  std::string question;              // 160
  std::string watch;                 // what a boundary protects here, 280
  std::string cue;                   // "als …", 120
  std::string action;                // "dan …", 160
  std::vector<std::string> sources;  // "essay", or a title
  bool operator==(course_card const&) const = default;
};

}  // namespace viab
