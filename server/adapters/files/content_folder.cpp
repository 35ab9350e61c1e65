#include "adapters/files/content_folder.hpp"

#include "adapters/files/calendar_reader.hpp"
#include "adapters/files/card_reader.hpp"
#include "adapters/files/content_schema.hpp"
#include "adapters/files/format_reader.hpp"
#include "adapters/files/object_reader.hpp"
#include "adapters/files/plain_language.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

namespace viab::adapters {
namespace {

namespace fs = std::filesystem;

constexpr char first_language[] = "nl";

// A file while it is being read.
struct source {
  std::string name;  // below the content folder
  std::string raw;
  located root;
  content_piece piece;
  std::optional<session::format> format;
  std::optional<texts> sentences;
  std::optional<rhythm::calendar> days;
  std::optional<card_file> cards;
  std::optional<story_file> stories;
  std::optional<programme> year;
  std::optional<plain_rules> plain;
  std::vector<content_piece> parts;  // of a file that holds many pieces
  findings found;
  bool usable = false;

  explicit source(std::string from) : name(std::move(from)), found(name) {}
};

std::vector<fs::path> json_files(fs::path const& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    auto const& path = at->path();
    bool const hidden = path.filename().string().starts_with('.');
    if (path.extension() == ".json" && !hidden) files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool read_text(fs::path const& path, source& into) {
  std::ifstream file(path, std::ios::binary);
  if (fs::is_directory(path) || !file) {
    into.found.add(1, "", "cannot be read");
    return false;
  }
  into.raw.resize(most_content_bytes + 1);
  file.read(into.raw.data(), static_cast<std::streamsize>(into.raw.size()));
  into.raw.resize(static_cast<std::size_t>(file.gcount()));
  if (into.raw.size() > most_content_bytes) {
    into.found.add(1, "", "is larger than " + std::to_string(most_content_bytes / 1024) + " KiB");
    return false;
  }
  return true;
}

// The name says what is inside, so that one sees in a folder what there is.
void check_file_name(source& from) {
  auto const file = from.name.substr(from.name.find('/') + 1);
  bool const in_both = from.days.has_value();
  auto const expected = from.piece.id + (in_both ? "" : "." + from.piece.language) + ".json";
  bool const unknown = from.piece.id.empty() || (from.piece.language.empty() && !in_both);
  if (unknown || file == expected) return;
  auto const first = file.substr(0, file.find('.'));
  auto const field = first == from.piece.id ? "/language" : "/id";
  from.found.add(nearest_to(from.root, field).line, field,
                 "does not fit the name of the file, which would be " + expected);
}

void read_one_format(source& from) {
  from.format = read_format(from.root, from.found);
  if (!from.format) return;
  auto const& f = *from.format;
  from.piece = {.kind = "format",
                .id = f.id,
                .version = f.version,
                .language = f.language,
                .title = f.title,
                .minutes = f.minutes,
                .steps = static_cast<int>(f.steps.size()),
                .file = from.name};
}

void read_one_texts(source& from) {
  from.sentences = read_texts(from.root, from.found);
  if (!from.sentences) return;
  auto const& t = *from.sentences;
  from.piece = {.kind = "texts",
                .id = t.id,
                .language = t.language,
                .texts = static_cast<int>(t.sentences.size()),
                .file = from.name};
}

void read_one_calendar(source& from) {
  from.days = read_calendar(from.root, from.found);
  if (!from.days) return;
  auto const& c = *from.days;
  from.piece = {.kind = "calendar",
                .id = c.id,
                .version = c.version,
                .title = c.name.nl,
                .days = static_cast<int>(c.days.size()),
                .unsure = static_cast<int>(c.unsure.size()),
                .file = from.name};
}

content_piece piece_of(course_card const& card, source const& from) {
  return {.kind = "course_card",
          .id = card.id,
          .version = card.version,
          .language = from.cards->language,
          .title = card.title,
          .level = std::string(word_of(card.level)),
          .strategy = std::string(word_of(card.strategy)),
          .file = from.name};
}

content_piece piece_of(story const& one, source const& from) {
  return {.kind = "story",
          .id = one.id,
          .version = one.version,
          .language = from.stories->language,
          .title = one.title,
          .level = std::string(word_of(one.level)),
          .strategy = std::string(word_of(one.strategy)),
          .file = from.name};
}

void read_one_cards(source& from) {
  from.cards = read_course_cards(from.root, from.found);
  if (!from.cards) return;
  auto const& c = *from.cards;
  from.piece = {.kind = "course_cards",
                .id = std::string(word_of(c.level)),
                .language = c.language,
                .file = from.name};
  for (auto const& card : c.cards) from.parts.push_back(piece_of(card, from));
}

void read_one_stories(source& from) {
  from.stories = read_stories(from.root, from.found);
  if (!from.stories) return;
  from.piece = {
      .kind = "stories", .id = "stories", .language = from.stories->language, .file = from.name};
  for (auto const& one : from.stories->stories) from.parts.push_back(piece_of(one, from));
}

void read_one_programme(source& from) {
  from.year = read_programme(from.root, from.found);
  if (!from.year) return;
  auto const& y = *from.year;
  from.piece = {.kind = "programme",
                .id = y.id,
                .version = y.version,
                .language = y.language,
                .title = y.title,
                .file = from.name};
}

void read_one_plain(source& from) {
  from.plain = read_plain_rules(from.root, from.found);
  if (!from.plain) return;
  from.piece = {
      .kind = "plain", .id = "plain", .language = from.plain->language, .file = from.name};
}

// What stands in it is for the command that plays it; here only what it is counts.
void read_one_demo(source& from) {
  object_reader reader(from.root, "", from.found);
  if (from.root.type != json_type::object) return;
  reader.one_of("kind", {"demo"});
  from.piece = {.kind = "demo",
                .id = reader.name("id"),
                .language = reader.one_of("language", {"nl", "en"}),
                .file = from.name};
}

std::vector<source> read_folder(fs::path const& folder, std::string const& below,
                                void (*read)(source&)) {
  std::vector<source> all;
  for (auto const& path : json_files(folder / below)) {
    auto& one = all.emplace_back(below + "/" + path.filename().string());
    if (!read_text(path, one)) continue;
    auto root = parse_located(one.raw, one.found);
    if (!root) continue;
    one.root = std::move(*root);
    read(one);
    check_file_name(one);
    one.usable = one.found.none();
  }
  return all;
}

source const* original_of(source const& translation, std::vector<source> const& all) {
  for (auto const& one : all) {
    bool const same = one.piece.id == translation.piece.id;
    if (same && one.usable && one.piece.language == first_language) return &one;
  }
  return nullptr;
}

// Texts that lack a sentence stay in use; of all else a translation that does not fit is left out.
void compare_one(source const& original, source& one) {
  auto const with = [&](auto const& there, auto const& here) {
    if (there && here) compare_languages(*there, original.name, *here, one.root, one.found);
  };
  with(original.format, one.format);
  with(original.sentences, one.sentences);
  with(original.cards, one.cards);
  with(original.stories, one.stories);
  with(original.year, one.year);
  if (!one.sentences) one.usable = one.found.none();
}

void compare_all(std::vector<source>& all) {
  for (auto& one : all) {
    if (!one.usable || one.piece.language == first_language) continue;
    auto const* const original = original_of(one, all);
    if (original == nullptr) continue;
    compare_one(*original, one);
  }
}

// The texts of a language are one book, whatever the number of files.
void add_sentences(source& from, content& to) {
  auto& book = to.sentences[from.sentences->language];
  for (auto const& [key, sentence] : from.sentences->sentences) {
    if (!book.emplace(key, sentence).second) {
      auto const where = "/texts/" + key;
      from.found.add(nearest_to(from.root, where).line, where,
                     "is in another file of texts as well");
    }
  }
}

void add_to(content& all, std::vector<source>& sources) {
  for (auto& one : sources) {
    ++all.files;
    if (one.usable) {
      if (one.parts.empty()) all.pieces.push_back(one.piece);
      all.pieces.insert(all.pieces.end(), one.parts.begin(), one.parts.end());
      if (one.cards) {
        auto& book = all.cards[one.cards->language];
        book.insert(book.end(), one.cards->cards.begin(), one.cards->cards.end());
      }
      if (one.stories) {
        auto& book = all.stories[one.stories->language];
        book.insert(book.end(), one.stories->stories.begin(), one.stories->stories.end());
      }
      if (one.year) all.programmes.push_back(*one.year);
      if (one.plain) all.plain[one.plain->language] = *one.plain;
      if (one.format) all.formats.push_back(*one.format);
      if (one.days) all.calendars.push_back(*one.days);
      if (one.sentences) add_sentences(one, all);
    }
    auto problems = one.found.problems();
    std::stable_sort(problems.begin(), problems.end(),
                     [](auto const& a, auto const& b) { return a.line < b.line; });
    all.problems.insert(all.problems.end(), problems.begin(), problems.end());
  }
}

// Long sentences and words to avoid do not keep a file from being used: they are for its writer.
void check_words(std::vector<source>& sources, content& all) {
  for (auto& one : sources) {
    if (!one.usable) continue;
    auto const rules = all.plain.find(one.piece.language);
    if (rules != all.plain.end()) check_plain(rules->second, one.root, one.found);
    count_plain(one.root, all.figures[one.piece.language]);
  }
}

template <class Pieces>
bool has_id(Pieces const& pieces, std::string const& id) {
  return std::any_of(pieces.begin(), pieces.end(), [&](auto const& one) { return one.id == id; });
}

// A programme strings pieces together: each must be there, in its language.
void check_names(content& all) {
  auto const missing = [&](programme const& year, std::size_t month, char const* what,
                           std::string const& id) {
    all.problems.push_back({"programmes/" + year.id + "." + year.language + ".json", 1,
                            "/months/" + std::to_string(month) + "/" + what,
                            "\"" + id + "\" is nowhere in this language"});
  };
  for (auto const& year : all.programmes) {
    for (std::size_t i = 0; i < year.months.size(); ++i) {
      auto const& month = year.months[i];
      for (auto const& id : month.cards) {
        if (!has_id(all.cards[year.language], id)) missing(year, i, "cards", id);
      }
      for (auto const& id : month.stories) {
        if (!has_id(all.stories[year.language], id)) missing(year, i, "stories", id);
      }
      for (auto const& id : {month.format, month.short_format}) {
        if (!id.empty() && !has_id(all.formats, id)) missing(year, i, "format", id);
      }
    }
  }
}

// By level and strategy, whatever the names of the files.
void sort_cards(content& all) {
  for (auto& [language, cards] : all.cards) {
    std::stable_sort(cards.begin(), cards.end(), [](course_card const& a, course_card const& b) {
      return std::pair(a.level, a.strategy) < std::pair(b.level, b.strategy);
    });
  }
}

content read(fs::path const& folder, bool with_schemas) {
  content all;
  std::error_code failed;
  if (!fs::is_directory(folder, failed)) {
    all.problems.push_back({folder.string(), 1, "", "there is no such folder"});
    return all;
  }
  struct {
    char const* below;
    char const* schema;
    void (*read)(source&);
    bool plain = false;  // what people read must be plain
  } const parts[] = {{"language", "plain", read_one_plain},
                     {"formats", "format", read_one_format, true},
                     {"course_cards", "course_cards", read_one_cards, true},
                     {"stories", "stories", read_one_stories, true},
                     {"programmes", "programme", read_one_programme, true},
                     {"texts", "texts", read_one_texts},
                     {"calendars", "calendar", read_one_calendar},
                     {"demo", "demo", read_one_demo}};
  for (auto const& part : parts) {
    auto sources = read_folder(folder, part.below, part.read);
    compare_all(sources);
    auto const schema = folder / "schema" / (std::string(part.schema) + ".schema.json");
    if (with_schemas && fs::exists(schema, failed)) {
      content_schema const against(schema);
      for (auto& one : sources) {
        if (one.usable) against.check(one.raw, one.root, one.found);
      }
    }
    if (with_schemas && part.plain) check_words(sources, all);
    add_to(all, sources);
  }
  check_names(all);
  sort_cards(all);
  return all;
}

}  // namespace

content read_content(std::filesystem::path const& folder) { return read(folder, false); }

content check_content(std::filesystem::path const& folder) { return read(folder, true); }

}  // namespace viab::adapters
