#include "adapters/files/texts_reader.hpp"

#include "adapters/files/object_reader.hpp"

#include <algorithm>

namespace viab::adapters {
namespace {

constexpr std::string_view gap = "{detail}";
constexpr int most_sentence_characters = 300;

bool has_detail(std::string const& sentence) { return sentence.find(gap) != std::string::npos; }

void check_gaps(object_reader& from, std::string const& key, std::string sentence) {
  for (auto at = sentence.find(gap); at != std::string::npos; at = sentence.find(gap)) {
    sentence.erase(at, gap.size());
  }
  if (sentence.find_first_of("{}") != std::string::npos) {
    from.complain(key, "has a gap that nobody fills; only {detail} is filled");
  }
}

bool is_key(std::string_view key) {
  std::string without_dots(key);
  std::replace(without_dots.begin(), without_dots.end(), '.', '_');
  return is_name(without_dots);
}

}  // namespace

std::optional<texts> read_texts(located const& file, findings& found) {
  auto const before = found.problems().size();
  object_reader from(file, "", found);
  if (file.type != json_type::object) return std::nullopt;
  texts read;
  from.text_if_any("$schema", 200);
  from.one_of("kind", {"texts"});
  read.id = from.name("id");
  read.language = from.one_of("language", {"nl", "en"});
  from.object("texts", [&](object_reader& all) {
    for (auto const& member : all.node().members) {
      auto const& key = member.key;
      if (!is_key(key)) {
        found.add(
            member.line, all.pointer() + "/" + key,
            "is no key: small letters, digits, underscores and dots, beginning with a letter");
        continue;
      }
      auto const sentence = all.text(key, most_sentence_characters);
      check_gaps(all, key, sentence);
      read.sentences.emplace(key, sentence);
    }
  });
  from.finish();
  if (found.problems().size() != before) return std::nullopt;
  return read;
}

void compare_languages(texts const& original, std::string const& original_file,
                       texts const& translation, located const& translated, findings& found) {
  auto const complain = [&](std::string const& key, std::string reason) {
    auto const where = "/texts/" + key;
    found.add(nearest_to(translated, where).line, where, std::move(reason));
  };
  for (auto const& [key, sentence] : original.sentences) {
    auto const here = translation.sentences.find(key);
    if (here == translation.sentences.end()) {
      complain(key, "is missing; it is in " + original_file);
    } else if (has_detail(sentence) != has_detail(here->second)) {
      complain(key, has_detail(sentence) ? "lacks the {detail} that it has in " + original_file
                                         : "has a {detail} that it lacks in " + original_file);
    }
  }
  for (auto const& [key, sentence] : translation.sentences) {
    if (!original.sentences.contains(key)) {
      complain(key, "is not in " + original_file + suggestion(key, [&] {
                      std::vector<std::string> keys;
                      for (auto const& [known, text] : original.sentences) keys.push_back(known);
                      return keys;
                    }()));
    }
  }
}

std::string filled_in(std::string sentence, std::string const& detail) {
  if (auto const at = sentence.find(gap); at != std::string::npos) {
    sentence.replace(at, gap.size(), detail);
  }
  return sentence;
}

}  // namespace viab::adapters
