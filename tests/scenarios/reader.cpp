#include "scenarios/reader.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace viab::tests {
namespace {

std::string trimmed(std::string const& text) {
  auto const first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string> words_in(std::string const& line) {
  std::vector<std::string> words;
  std::istringstream from(line);
  while (from >> std::ws && !from.eof()) {
    std::string word;
    if (from.peek() == '"') {
      from.get();
      std::getline(from, word, '"');
    } else {
      from >> word;
    }
    words.push_back(word);
  }
  return words;
}

}  // namespace

std::string story_line::after(std::string const& name) const {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i] == name) return words[i + 1];
  }
  return {};
}

std::vector<story_line> read_story(std::filesystem::path const& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("there is no story " + file.string());
  std::vector<story_line> lines;
  std::string text;
  for (int number = 1; std::getline(in, text); ++number) {
    auto clean = trimmed(text);
    if (clean.empty() || clean[0] == '#') continue;
    lines.push_back({number, clean, words_in(clean)});
  }
  return lines;
}

std::vector<std::string> split_at(std::string const& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream from(text);
  for (std::string part; std::getline(from, part, separator);) parts.push_back(trimmed(part));
  return parts;
}

}  // namespace viab::tests
