#include "memory/themes.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace viab::memory {
namespace {

// Words that say nothing of what a title is about, in both languages.
constexpr std::array<std::string_view, 48> little_words{
    "aan",  "about", "als",  "and",  "at",   "bij", "by",   "dat", "de",   "dit", "door",
    "een",  "en",    "for",  "from", "geen", "het", "in",   "is",  "meer", "met", "naar",
    "niet", "no",    "not",  "of",   "om",   "on",  "onze", "ons", "op",   "or",  "our",
    "over", "te",    "that", "the",  "this", "to",  "uit",  "van", "voor", "we",  "with"};

bool is_little(std::string_view word) {
  return std::find(little_words.begin(), little_words.end(), word) != little_words.end();
}

// A letter, a digit, or a byte of a letter beyond ASCII.
bool belongs_to_word(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Capitals of ASCII, and of Latin-1 (É, Ö: bytes C3 80 to C3 9E become C3 A0 to C3 BE).
void add_small(std::string& to, unsigned char c) {
  bool const in_latin = !to.empty() && static_cast<unsigned char>(to.back()) == 0xC3;
  bool const capital = in_latin ? (c >= 0x80 && c <= 0x9E && c != 0x97) : (c >= 'A' && c <= 'Z');
  to += static_cast<char>(capital ? c + 0x20 : c);
}

std::size_t shared_words(std::vector<std::string> const& one,
                         std::vector<std::string> const& other) {
  return static_cast<std::size_t>(std::count_if(one.begin(), one.end(), [&](auto const& word) {
    return std::binary_search(other.begin(), other.end(), word);
  }));
}

bool alike_by_words(std::vector<std::string> const& one, std::vector<std::string> const& other) {
  auto const shorter = std::min(one.size(), other.size());
  auto const shared = shared_words(one, other);
  return shared * 2 > shorter;
}

struct group {
  std::vector<std::string> words;  // of the title that it was called last
  recurring_theme theme;
};

// The group that a theme belongs to: the one with which its title shares most words.
group* home_of(std::vector<group>& groups, std::vector<std::string> const& words) {
  group* best = nullptr;
  std::size_t most = 0;
  for (auto& one : groups) {
    auto const shared = shared_words(words, one.words);
    if (alike_by_words(words, one.words) && shared > most) {
      best = &one;
      most = shared;
    }
  }
  return best;
}

void add(std::vector<group>& groups, theme_seen seen) {
  auto words = words_of(seen.title);
  if (words.empty()) return;
  auto* const home = home_of(groups, words);
  if (!home) {
    groups.push_back({std::move(words), {seen.title, {std::move(seen)}}});
    return;
  }
  auto& times = home->theme.times;
  if (times.back().session == seen.session) {
    times.back().dots += seen.dots;  // two themes of one session are one moment
    return;
  }
  home->words = std::move(words);
  home->theme.title = seen.title;
  times.push_back(std::move(seen));
}

}  // namespace

std::vector<std::string> words_of(std::string_view title) {
  std::vector<std::string> words;
  std::string word;
  auto const finish = [&] {
    if (word.size() > 1 && !is_little(word)) words.push_back(word);
    word.clear();
  };
  for (char const c : title) {
    auto const byte = static_cast<unsigned char>(c);
    if (belongs_to_word(byte)) {
      add_small(word, byte);
    } else {
      finish();
    }
  }
  finish();
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool alike(std::string_view one, std::string_view other) {
  return alike_by_words(words_of(one), words_of(other));
}

std::vector<recurring_theme> recurring(std::vector<theme_seen> all) {
  std::sort(all.begin(), all.end(), [](theme_seen const& a, theme_seen const& b) {
    return std::tie(a.at, a.session, a.title, a.dots) < std::tie(b.at, b.session, b.title, b.dots);
  });
  std::vector<group> groups;
  for (auto& seen : all) add(groups, std::move(seen));
  std::vector<recurring_theme> found;
  for (auto& one : groups) {
    if (one.theme.times.size() > 1) found.push_back(std::move(one.theme));
  }
  std::stable_sort(found.begin(), found.end(), [](auto const& a, auto const& b) {
    if (a.times.size() != b.times.size()) return a.times.size() > b.times.size();
    return a.times.back().at > b.times.back().at;
  });
  return found;
}

}  // namespace viab::memory
