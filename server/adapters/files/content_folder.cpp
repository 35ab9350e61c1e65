#include "adapters/files/content_folder.hpp"

#include "adapters/files/calendar_reader.hpp"
#include "adapters/files/content_schema.hpp"
#include "adapters/files/format_reader.hpp"
#include "adapters/files/object_reader.hpp"

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

void compare_all(std::vector<source>& all) {
  for (auto& one : all) {
    if (!one.usable || one.piece.language == first_language) continue;
    auto const* const original = original_of(one, all);
    if (original == nullptr) continue;
    if (one.format) {
      compare_languages(*original->format, original->name, *one.format, one.root, one.found);
      one.usable = one.found.none();
    } else if (one.sentences) {
      compare_languages(*original->sentences, original->name, *one.sentences, one.root, one.found);
    }
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
      all.pieces.push_back(one.piece);
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
  } const parts[] = {{"formats", "format", read_one_format},
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
    add_to(all, sources);
  }
  return all;
}

}  // namespace

content read_content(std::filesystem::path const& folder) { return read(folder, false); }

content check_content(std::filesystem::path const& folder) { return read(folder, true); }

}  // namespace viab::adapters
