#include "adapters/sqlite/words.hpp"

#include <array>
#include <stdexcept>
#include <utility>

namespace viab::adapters::sqlite {
namespace {

template <class Enum, std::size_t N>
using table = std::array<std::pair<Enum, std::string_view>, N>;

constexpr table<role, 3> roles{{{role::participant, "participant"},
                                {role::facilitator, "facilitator"},
                                {role::screen, "screen"}}};
constexpr table<review_status, 5> statuses{{{review_status::open, "open"},
                                            {review_status::done, "done"},
                                            {review_status::partly, "partly"},
                                            {review_status::not_done, "not_done"},
                                            {review_status::no_longer_needed, "no_longer_needed"}}};
constexpr table<directory::level, 3> levels{{{directory::level::none, "none"},
                                             {directory::level::coordinator, "coordinator"},
                                             {directory::level::administrator, "administrator"}}};
constexpr table<directory::challenge_state, 2> challenge_states{
    {{directory::challenge_state::active, "active"}, {directory::challenge_state::ended, "ended"}}};
constexpr table<directory::verdict, 4> verdicts{{{directory::verdict::kept, "kept"},
                                                 {directory::verdict::changed, "changed"},
                                                 {directory::verdict::ended, "ended"},
                                                 {directory::verdict::started, "started"}}};

template <class Enum, std::size_t N>
std::string find_word(table<Enum, N> const& words, Enum value) {
  for (auto const& [known, word] : words) {
    if (known == value) return std::string(word);
  }
  throw std::logic_error("a value without a word in the database");
}

template <class Enum, std::size_t N>
Enum find_value(table<Enum, N> const& words, std::string_view word) {
  for (auto const& [value, known] : words) {
    if (known == word) return value;
  }
  throw std::logic_error("a word in the database that is none of ours: " + std::string(word));
}

template <class Value>
Value known(std::optional<Value> value, std::string_view word) {
  if (value) return *value;
  throw std::logic_error("a word in the database that is none of ours: " + std::string(word));
}

}  // namespace

std::string word_of(role value) { return find_word(roles, value); }
std::string word_of(review_status value) { return find_word(statuses, value); }
std::string word_of(obstacle_kind value) { return std::string(walls::word_of(value)); }
std::string word_of(directory::level value) { return find_word(levels, value); }
std::string word_of(directory::challenge_state value) { return find_word(challenge_states, value); }
std::string word_of(directory::verdict value) { return find_word(verdicts, value); }

role role_of(std::string_view word) { return find_value(roles, word); }
review_status review_status_of(std::string_view word) { return find_value(statuses, word); }
obstacle_kind obstacle_kind_of(std::string_view word) {
  return known(walls::kind_of(word), word);
}
walls::level wall_level_of(std::string_view word) { return known(walls::level_of(word), word); }
walls::status wall_status_of(std::string_view word) { return known(walls::status_of(word), word); }
directory::level level_of(std::string_view word) { return find_value(levels, word); }
directory::challenge_state challenge_state_of(std::string_view word) {
  return find_value(challenge_states, word);
}
directory::verdict verdict_of(std::string_view word) { return find_value(verdicts, word); }

}  // namespace viab::adapters::sqlite
