// How our enumerations are spelled in the database.
#pragma once

#include "directory/records.hpp"
#include "domain/actor.hpp"
#include "domain/item.hpp"
#include "walls/wall.hpp"

#include <string>
#include <string_view>

namespace viab::adapters::sqlite {

std::string word_of(role);
std::string word_of(review_status);
std::string word_of(obstacle_kind);
std::string word_of(directory::level);
std::string word_of(directory::challenge_state);
std::string word_of(directory::verdict);

// Throw std::logic_error for a word that is none of ours.
role role_of(std::string_view word);
review_status review_status_of(std::string_view word);
obstacle_kind obstacle_kind_of(std::string_view word);
walls::level wall_level_of(std::string_view word);
walls::status wall_status_of(std::string_view word);
directory::level level_of(std::string_view word);
directory::challenge_state challenge_state_of(std::string_view word);
directory::verdict verdict_of(std::string_view word);

}  // namespace viab::adapters::sqlite
