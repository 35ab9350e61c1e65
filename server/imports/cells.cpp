#include "imports/cells.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace viab::imports {
namespace {

constexpr std::string_view blanks = " \t\n,;";

template <std::size_t N>
bool among(std::string const& word, std::array<std::string_view, N> const& words) {
  return std::ranges::find(words, word) != words.end();
}

// "a@b.nl c@d.nl" taken apart; commas and semicolons part too.
std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (;;) {
    auto const from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos) return words;
    text.remove_prefix(from);
    auto const end = std::min(text.find_first_of(blanks), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

}  // namespace

std::string folded(std::string_view text) {
  auto out = tidied(text);
  for (auto& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::optional<std::string_view> line_reader::said(column what) const {
  auto const text = of_.cell(one_, what);
  if (!text || tidied(*text).empty()) return std::nullopt;
  return text;
}

std::optional<email_address> line_reader::address() {
  auto const text = said(column::email);
  if (!text) {
    wrong(column::email, refusals::cell_empty());
    return std::nullopt;
  }
  auto made = email_address::make(tidied(*text));
  if (made) return *made;
  wrong(column::email, refusals::cell_not_address());
  return std::nullopt;
}

std::optional<std::string> line_reader::language() {
  constexpr std::array<std::string_view, 3> dutch{"nl", "nederlands", "dutch"};
  constexpr std::array<std::string_view, 3> english{"en", "engels", "english"};
  auto const text = said(column::language);
  if (!text) return std::nullopt;
  auto const word = folded(*text);
  if (among(word, dutch)) return "nl";
  if (among(word, english)) return "en";
  wrong(column::language, refusals::unknown_language());
  return std::nullopt;
}

std::optional<bool> line_reader::yes_or_no(column what) {
  constexpr std::array<std::string_view, 7> yes{"ja", "yes", "j", "y", "1", "true", "waar"};
  constexpr std::array<std::string_view, 6> no{"nee", "no", "n", "0", "false", "onwaar"};
  auto const text = said(what);
  if (!text) return std::nullopt;
  auto const word = folded(*text);
  if (among(word, yes)) return true;
  if (among(word, no)) return false;
  wrong(what, refusals::not_yes_or_no());
  return std::nullopt;
}

std::vector<email_address> line_reader::addresses(column what, int most) {
  std::vector<email_address> found;
  auto const text = said(what);
  if (!text) return found;
  auto const words = words_in(*text);
  if (words.size() > static_cast<std::size_t>(most)) {
    wrong(what, refusals::too_many_named(most));
    return found;
  }
  for (auto const word : words) {
    auto made = email_address::make(word);
    if (made) {
      found.push_back(*made);
    } else {
      wrong(what, refusals::cell_not_address());
    }
  }
  return found;
}

void line_reader::wrong(column what, refusal why) {
  problems_.add({one_.number, of_.place_of(what), std::move(why)});
  fine_ = false;
}

std::vector<email_address> addresses_in(table const& from, std::vector<column> const& columns) {
  std::set<std::string> seen;
  std::vector<email_address> found;
  for (auto const& one : from.lines) {
    for (auto const what : columns) {
      for (auto const word : words_in(from.cell(one, what).value_or(""))) {
        auto const made = email_address::make(word);
        if (made && seen.insert(folded(word)).second) found.push_back(*made);
      }
    }
  }
  return found;
}

}  // namespace viab::imports
