// Everything in a content folder, read at once: what can be used, and what is wrong with the rest.
#pragma once

#include "adapters/files/content_problem.hpp"
#include "adapters/files/plain_language.hpp"
#include "adapters/files/texts_reader.hpp"
#include "domain/course_card.hpp"
#include "domain/story.hpp"
#include "rhythm/calendar.hpp"
#include "session/format.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace viab::adapters {

inline constexpr std::size_t most_content_bytes = 256 * 1024;  // per file

// One file, in words to sort and choose by. What a kind does not have is empty or 0.
struct content_piece {
  std::string kind{};  // "format", "course_card", "story", "programme", "texts", "calendar", …
  std::string id{};
  int version = 0;
  std::string language{};  // empty for a calendar: its names are in both languages
  std::string title{};     // in its language; of a calendar the Dutch one
  int minutes = 0;
  int steps = 0;
  int texts = 0;
  int days = 0;    // rules for days off
  int unsure = 0;  // what people should check before they rely on it
  std::string level{};     // of course cards and stories
  std::string strategy{};
  std::string file{};
};

struct content {
  std::vector<content_piece> pieces;  // those that are in order
  std::vector<session::format> formats;
  std::vector<rhythm::calendar> calendars;
  std::map<std::string, std::map<std::string, std::string>> sentences;  // per language, per key
  std::map<std::string, std::vector<course_card>> cards;  // per language, by level and strategy
  std::map<std::string, std::vector<story>> stories;      // per language
  std::vector<programme> programmes;
  std::map<std::string, plain_rules> plain;      // per language
  std::map<std::string, plain_figures> figures;  // per language; only when checked
  std::vector<content_problem> problems;
  int files = 0;  // looked at
};

// A file that is not in order is left out and its problems are listed; nothing is ever thrown. In
// formats, a translation that does not fit its Dutch original is left out as well. Texts that lack
// a sentence stay in use.
content read_content(std::filesystem::path const& folder);

// As read_content, and checks every file that is in order against its JSON Schema too, when the
// folder has schemas: the two must never disagree.
content check_content(std::filesystem::path const& folder);

}  // namespace viab::adapters
