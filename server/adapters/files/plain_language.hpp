// Whether texts for people are plain (B1): short sentences, and no words that readers stumble over.
#pragma once

#include "adapters/files/located_json.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::adapters {

// What content/language/plain.<language>.json says.
struct plain_rules {
  std::string language;
  int most_words = 20;                       // in a sentence
  std::map<std::string, std::string> avoid;  // word or words in small letters → instead
};

std::optional<plain_rules> read_plain_rules(located const& file, findings& found);

// The words of each sentence; a sentence ends at . ? ! : or an empty line.
std::vector<std::vector<std::string>> sentences_of(std::string_view text);

// Goes through every text under `root`, leaving out fields that are no words for people.
void check_plain(plain_rules const&, located const& root, findings& found);

// Of all sentences: what a report tells. Added up over files.
struct plain_figures {
  int sentences = 0;
  int words = 0;
  int long_words = 0;  // of twelve letters or more
  int longest = 0;     // words in the longest sentence
};
void count_plain(located const& root, plain_figures& into);

}  // namespace viab::adapters
