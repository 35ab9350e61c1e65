#include "adapters/files/card_reader.hpp"

#include "adapters/files/object_reader.hpp"

#include <set>

namespace viab::adapters {
namespace {

constexpr int most_cards_in_file = 100;
constexpr int most_stories_in_file = 200;
constexpr int months_of_a_year = 12;
constexpr int most_sources = 10;
constexpr int most_source_characters = 160;

template <class Words>
std::vector<std::string> listed(Words const& words) {
  return {words.begin(), words.end()};
}

course_level read_level(object_reader& from) {
  return level_of(from.one_of("level", listed(level_words))).value_or(course_level::team);
}

strategy read_strategy(object_reader& from) {
  return strategy_of(from.one_of("strategy", listed(strategy_words))).value_or(strategy::reload);
}

// The id, which no other piece in the file may have.
std::string read_id(object_reader& from, std::set<std::string>& earlier) {
  auto id = from.name("id");
  if (!id.empty() && !earlier.insert(id).second) {
    from.complain("id", "\"" + id + "\" is the id of an earlier one as well");
  }
  return id;
}

void read_head(object_reader& from, char const* kind) {
  from.text_if_any("$schema", 200);
  from.one_of("kind", {kind});
}

course_card read_card(object_reader& from, course_level of, std::set<std::string>& ids) {
  course_card card;
  card.id = read_id(from, ids);
  card.version = from.number("version", 1, 9999);
  card.level = of;
  auto const before = from.problems();
  card.strategy = read_strategy(from);
  bool const known = from.problems() == before;
  auto const begin = std::string(word_of(of)) + "_" + std::string(word_of(card.strategy)) + "_";
  if (known && !card.id.empty() && !card.id.starts_with(begin)) {
    from.complain("id", "must begin with \"" + begin + "\", its level and strategy");
  }
  card.title = from.text("title", 60);
  card.from = from.text("from", 200);
  card.to = from.text("to", 200);
  card.via = from.text("via", 400);
  card.question = from.text("question", 160);
  if (!card.question.empty() && !card.question.ends_with('?')) {
    from.complain("question", "must end with a question mark");
  }
  card.watch = from.text("watch", 280);
  from.object("example", [&](object_reader& one) {
    card.cue = one.text("cue", 120);
    card.action = one.text("action", 160);
    one.finish();
  });
  card.sources = from.texts("sources", most_sources, most_source_characters);
  from.finish();
  return card;
}

story read_story(object_reader& from, std::set<std::string>& ids) {
  story one;
  one.id = read_id(from, ids);
  one.version = from.number("version", 1, 9999);
  one.level = read_level(from);
  one.strategy = read_strategy(from);
  one.title = from.text("title", 60);
  one.text = from.paragraphs("text", 900);
  one.question = from.text("question", 160);
  one.sourced = from.one_of("nature", {"sourced", "illustration"}) == "sourced";
  one.sources = from.texts("sources", most_sources, most_source_characters);
  if (one.sourced && one.sources.empty()) {
    from.complain("sources", "is empty, while the story says that it is sourced");
  }
  from.finish();
  return one;
}

programme_month read_month(object_reader& from) {
  programme_month month;
  month.theme = from.text("theme", 60);
  month.summary = from.text("summary", 300);
  month.prompt = from.text("prompt", 160);
  month.format = from.name("format");
  month.short_format = from.name_if_any("short_format");
  month.level = read_level(from);
  month.strategy = read_strategy(from);
  month.cards = from.texts("cards", 6, 64);
  month.stories = from.texts("stories", 3, 64);
  from.finish();
  return month;
}

// Complains when something that is no word for people differs.
struct comparison {
  std::string const& original_file;
  located const& translated;
  findings& found;

  void same(std::string const& where, std::string const& there, std::string const& here) const {
    if (there == here) return;
    found.add(nearest_to(translated, where).line, where,
              "is \"" + here + "\", but \"" + there + "\" in " + original_file
                  + "; languages of one version differ in words only");
  }
};

std::string joined(std::vector<std::string> const& all) {
  std::string text;
  for (auto const& one : all) text += (text.empty() ? "" : ", ") + one;
  return text;
}

// Pieces stand in one order in both languages, so that a translator sees them side by side.
template <class Piece>
void compare_pieces(comparison const& with, std::string const& list,
                    std::vector<Piece> const& there, std::vector<Piece> const& here) {
  with.same(list, std::to_string(there.size()) + " of them",
            std::to_string(here.size()) + " of them");
  for (std::size_t i = 0; i < there.size() && i < here.size(); ++i) {
    auto const at = list + "/" + std::to_string(i);
    with.same(at + "/id", there[i].id, here[i].id);
    with.same(at + "/version", std::to_string(there[i].version), std::to_string(here[i].version));
    with.same(at + "/strategy", std::string(word_of(there[i].strategy)),
              std::string(word_of(here[i].strategy)));
    with.same(at + "/level", std::string(word_of(there[i].level)),
              std::string(word_of(here[i].level)));
  }
}

}  // namespace

std::optional<card_file> read_course_cards(located const& file, findings& found) {
  auto const before = found.problems().size();
  object_reader from(file, "", found);
  if (file.type != json_type::object) return std::nullopt;
  card_file read;
  std::set<std::string> ids;
  read_head(from, "course_cards");
  read.language = from.one_of("language", {"nl", "en"});
  read.level = read_level(from);
  from.each("cards", 1, most_cards_in_file,
            [&](object_reader& one) { read.cards.push_back(read_card(one, read.level, ids)); });
  from.finish();
  if (found.problems().size() != before) return std::nullopt;
  return read;
}

std::optional<story_file> read_stories(located const& file, findings& found) {
  auto const before = found.problems().size();
  object_reader from(file, "", found);
  if (file.type != json_type::object) return std::nullopt;
  story_file read;
  std::set<std::string> ids;
  read_head(from, "stories");
  read.language = from.one_of("language", {"nl", "en"});
  from.each("stories", 1, most_stories_in_file,
            [&](object_reader& one) { read.stories.push_back(read_story(one, ids)); });
  from.finish();
  if (found.problems().size() != before) return std::nullopt;
  return read;
}

std::optional<programme> read_programme(located const& file, findings& found) {
  auto const before = found.problems().size();
  object_reader from(file, "", found);
  if (file.type != json_type::object) return std::nullopt;
  programme read;
  read_head(from, "programme");
  read.id = from.name("id");
  read.version = from.number("version", 1, 9999);
  read.language = from.one_of("language", {"nl", "en"});
  read.title = from.text("title", 80);
  read.summary = from.text("summary", 300);
  from.each("months", months_of_a_year, months_of_a_year,
            [&](object_reader& one) { read.months.push_back(read_month(one)); });
  from.finish();
  if (found.problems().size() != before) return std::nullopt;
  return read;
}

void compare_languages(card_file const& original, std::string const& original_file,
                       card_file const& translation, located const& translated, findings& found) {
  compare_pieces({original_file, translated, found}, "/cards", original.cards, translation.cards);
}

void compare_languages(story_file const& original, std::string const& original_file,
                       story_file const& translation, located const& translated, findings& found) {
  compare_pieces({original_file, translated, found}, "/stories", original.stories,
                 translation.stories);
}

void compare_languages(programme const& original, std::string const& original_file,
                       programme const& translation, located const& translated, findings& found) {
  comparison const with{original_file, translated, found};
  with.same("/version", std::to_string(original.version), std::to_string(translation.version));
  for (std::size_t i = 0; i < original.months.size() && i < translation.months.size(); ++i) {
    auto const& there = original.months[i];
    auto const& here = translation.months[i];
    auto const at = "/months/" + std::to_string(i);
    with.same(at + "/format", there.format, here.format);
    with.same(at + "/short_format", there.short_format, here.short_format);
    with.same(at + "/level", std::string(word_of(there.level)), std::string(word_of(here.level)));
    with.same(at + "/strategy", std::string(word_of(there.strategy)),
              std::string(word_of(here.strategy)));
    with.same(at + "/cards", joined(there.cards), joined(here.cards));
    with.same(at + "/stories", joined(there.stories), joined(here.stories));
  }
}

}  // namespace viab::adapters
