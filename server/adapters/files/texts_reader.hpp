// Reads a file of sentences: a key for the code, a sentence for people, {detail} to fill in.
#pragma once

#include "adapters/files/located_json.hpp"

#include <map>
#include <optional>
#include <string>

namespace viab::adapters {

struct texts {
  std::string id;  // "refusals"
  std::string language;
  std::map<std::string, std::string> sentences;
};

std::optional<texts> read_texts(located const& file, findings& found);

// Adds what `translation` lacks or has too many of, beside `original` in `original_file`: keys, and
// sentences that hold {detail}.
void compare_languages(texts const& original, std::string const& original_file,
                       texts const& translation, located const& translated, findings& found);

// The sentence with its {detail} filled in.
std::string filled_in(std::string sentence, std::string const& detail);

}  // namespace viab::adapters
