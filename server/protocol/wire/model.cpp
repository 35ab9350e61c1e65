#include "protocol/wire/model.hpp"

#include <algorithm>
#include <string_view>

namespace viab::protocol::wire {
namespace {

void drop_prefix(std::string& word, std::string_view prefix) {
  if (word.compare(0, prefix.size(), prefix) == 0) word.erase(0, prefix.size());
}

}  // namespace

shape alias(model& all, std::string name, shape is, std::string about) {
  if (all.claim(name)) {
    definition made{.name = name, .about = std::move(about), .is = std::move(is)};
    all.define(std::move(made));
  }
  return reference(std::move(name));
}

// The compiler's word ends in "[with T = viab::x; …]" or "[T = viab::x]"; the tag of an id that is
// text is inside "viab::text_id<viab::step_tag>".
std::string wire_name(std::string_view compilers_word) {
  auto const start = compilers_word.find("T = ") + 4;
  auto const end = compilers_word.find_first_of(";]", start);
  std::string word(compilers_word.substr(start, end - start));
  if (auto const open = word.find('<'); open != std::string::npos) {
    auto const close = word.find("_tag", open);
    word = word.substr(open + 1, close - open - 1) + "_id";
  }
  drop_prefix(word, "viab::");
  drop_prefix(word, "steps::");
  drop_prefix(word, "protocol::");
  for (auto at = word.find("::"); at != std::string::npos; at = word.find("::")) {
    word.erase(at, 1);
    word[at] = '_';
  }
  return word;
}

}  // namespace viab::protocol::wire
