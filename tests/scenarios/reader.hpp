// A story's lines: a verb and its words, with quotes around a text of several words.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace viab::tests {

struct story_line {
  int number = 0;
  std::string text;  // as it stands in the file
  std::vector<std::string> words;
  std::string const& at(std::size_t place) const { return words.at(place); }
  // The word after this one; empty when it is not there.
  std::string after(std::string const& name) const;
};

// Without empty lines and those that begin with #.
std::vector<story_line> read_story(std::filesystem::path const&);

std::vector<std::string> split_at(std::string const& text, char separator);

}  // namespace viab::tests
