// Makes course cards, stories and year programmes of content files, or says all that is wrong.
#pragma once

#include "adapters/files/located_json.hpp"
#include "domain/course_card.hpp"
#include "domain/story.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viab::adapters {

struct card_file {
  course_level level = course_level::team;
  std::string language;
  std::vector<course_card> cards;
};
struct story_file {
  std::string language;
  std::vector<story> stories;
};

// `found` gets all problems, not just the first.
std::optional<card_file> read_course_cards(located const& file, findings& found);
std::optional<story_file> read_stories(located const& file, findings& found);
std::optional<programme> read_programme(located const& file, findings& found);

// Two languages of one version differ in words only. Adds to `found`, which is about the
// translation, what is otherwise than in the original.
void compare_languages(card_file const& original, std::string const& original_file,
                       card_file const& translation, located const& translated, findings& found);
void compare_languages(story_file const& original, std::string const& original_file,
                       story_file const& translation, located const& translated, findings& found);
void compare_languages(programme const& original, std::string const& original_file,
                       programme const& translation, located const& translated, findings& found);

}  // namespace viab::adapters
