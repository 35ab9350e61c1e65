#include "adapters/files/plain_language.hpp"

#include "adapters/files/object_reader.hpp"
#include "domain/text.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace viab::adapters {
namespace {

constexpr int letters_of_a_long_word = 12;

// Names, addresses and codes: nobody reads these as sentences.
bool is_for_people(std::string_view field) {
  static std::set<std::string_view> const codes{
      "$schema", "kind",   "id",           "language", "level", "strategy", "nature", "sources",
      "key",     "format", "short_format", "cards_of", "takes", "promised", "levels"};
  return !codes.contains(field);
}

bool ends_sentence(char c) { return c == '.' || c == '?' || c == '!' || c == ':'; }

bool is_in_word(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) || c == '-' || c == '\'';
}

std::string in_small_letters(std::string_view word) {
  std::string small(word);
  for (auto& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return small;
}

std::string joined(std::vector<std::string> const& words) {
  std::string all;
  for (auto const& one : words) all += (all.empty() ? "" : " ") + one;
  return all;
}

// Calls `with` for each text for people and where it stands.
template <class With>
void each_text(located const& node, std::string const& pointer, With const& with) {
  if (node.type == json_type::text) with(node, pointer);
  for (std::size_t i = 0; i < node.elements.size(); ++i) {
    // A list of bare texts holds ids in these files, but for the statements of a check-out.
    bool const bare = node.elements[i].type == json_type::text;
    if (bare && !pointer.ends_with("/statements")) continue;
    each_text(node.elements[i], pointer + "/" + std::to_string(i), with);
  }
  for (auto const& member : node.members) {
    if (is_for_people(member.key)) each_text(member.value, pointer + "/" + member.key, with);
  }
}

}  // namespace

std::optional<plain_rules> read_plain_rules(located const& file, findings& found) {
  auto const before = found.problems().size();
  object_reader from(file, "", found);
  if (file.type != json_type::object) return std::nullopt;
  plain_rules rules;
  from.text_if_any("$schema", 200);
  from.one_of("kind", {"plain"});
  from.name("id");
  rules.language = from.one_of("language", {"nl", "en"});
  rules.most_words = from.number("most_words", 8, 40);
  from.each("avoid", 0, 500, [&](object_reader& one) {
    auto const word = one.text("word", 60);
    if (word != in_small_letters(word)) one.complain("word", "must be in small letters");
    rules.avoid[word] = one.text("instead", 120);
    one.finish();
  });
  from.finish();
  if (found.problems().size() != before) return std::nullopt;
  return rules;
}

std::vector<std::vector<std::string>> sentences_of(std::string_view text) {
  std::vector<std::vector<std::string>> all(1);
  std::string word;
  auto const end_word = [&] {
    if (!word.empty()) all.back().push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_in_word(text[i])) {
      word += text[i];
      continue;
    }
    end_word();
    bool const paragraph = text[i] == '\n' && i + 1 < text.size() && text[i + 1] == '\n';
    if ((ends_sentence(text[i]) || paragraph) && !all.back().empty()) all.emplace_back();
  }
  end_word();
  if (all.back().empty()) all.pop_back();
  return all;
}

void check_plain(plain_rules const& rules, located const& root, findings& found) {
  each_text(root, "", [&](located const& node, std::string const& pointer) {
    for (auto const& sentence : sentences_of(node.text)) {
      if (static_cast<int>(sentence.size()) > rules.most_words) {
        found.add(node.line, pointer,
                  "has a sentence of " + std::to_string(sentence.size()) + " words, beginning \""
                      + sentence[0] + " " + sentence[1] + " " + sentence[2] + "\"; at most "
                      + std::to_string(rules.most_words));
      }
      auto const spoken = " " + in_small_letters(joined(sentence)) + " ";
      for (auto const& [word, instead] : rules.avoid) {
        if (spoken.find(" " + word + " ") == std::string::npos) continue;
        found.add(node.line, pointer, "says \"" + word + "\"; plainer is: " + instead);
      }
    }
  });
}

void count_plain(located const& root, plain_figures& into) {
  each_text(root, "", [&](located const& node, std::string const&) {
    for (auto const& sentence : sentences_of(node.text)) {
      ++into.sentences;
      into.words += static_cast<int>(sentence.size());
      into.longest = std::max(into.longest, static_cast<int>(sentence.size()));
      for (auto const& word : sentence) {
        if (count_characters(word).value_or(0) >= letters_of_a_long_word) ++into.long_words;
      }
    }
  });
}

}  // namespace viab::adapters
