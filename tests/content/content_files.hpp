// A content folder of one test: a good format to break, and files to write.
#pragma once

#include "support/temporary_folder.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace viab::tests {

inline std::filesystem::path const shipped_content =
    std::filesystem::path(VIAB_SOURCE_DIR) / "content";

inline nlohmann::ordered_json file_json(std::filesystem::path const& file) {
  return nlohmann::ordered_json::parse(read_bytes(file));
}

// The smallest format with every kind of step, in order.
inline nlohmann::ordered_json good_format() {
  return nlohmann::ordered_json::parse(R"({
    "kind": "format", "id": "try_out", "version": 3, "language": "nl",
    "title": "Proef", "summary": "Om te proberen.", "minutes": 40,
    "steps": [
      {"id": "mood", "kind": "check_in", "title": "Begin",
       "question": "Hoe is het?", "minutes": 5,
       "moods": [{"key": "good", "label": "Goed"}, {"key": "tired", "label": "Moe"}]},
      {"id": "back", "kind": "review", "title": "Terug",
       "question": "Wat kwam ervan?", "minutes": 5},
      {"id": "cards", "kind": "collect", "title": "Kaartjes",
       "question": "Wat viel op?", "minutes": 5,
       "columns": [{"key": "one", "title": "Een"},
                   {"key": "two", "title": "Twee", "hint": "Of drie"}]},
      {"id": "themes", "kind": "group", "title": "Thema’s",
       "question": "Wat hoort bijeen?", "minutes": 5},
      {"id": "votes", "kind": "vote", "title": "Stemmen",
       "question": "Wat eerst?", "minutes": 5},
      {"id": "talk", "kind": "discuss", "title": "Praten",
       "question": "Wat is er?", "minutes": 5},
      {"id": "plan", "kind": "commit", "title": "Plan",
       "question": "Wat doen we?", "minutes": 5},
      {"id": "end", "kind": "check_out", "title": "Einde",
       "question": "Hoe was het?", "minutes": 5,
       "statements": ["Ik deed mee."]}
    ]})");
}

// A calendar with a rule of each kind; each field that may be there is there once.
inline nlohmann::ordered_json good_calendar() {
  return nlohmann::ordered_json::parse(R"({
    "kind": "calendar", "id": "try_out", "version": 2,
    "name": {"nl": "Proef", "en": "Try-out"}, "source": "Verzonnen.",
    "unsure": [{"nl": "Of het klopt.", "en": "Whether it is right."}],
    "days": [
      {"key": "kings_day", "name": {"nl": "Koningsdag", "en": "King's Day"},
       "date": "04-27", "shift_on_sunday": -1, "first_year": 2014},
      {"key": "good_friday", "name": {"nl": "Goede Vrijdag", "en": "Good Friday"},
       "from_easter": -2},
      {"key": "liberation_day", "name": {"nl": "Bevrijdingsdag", "en": "Liberation Day"},
       "date": "05-05", "first_year": 2025, "last_year": 2100, "every_years": 5},
      {"key": "bridge_day", "name": {"nl": "Brugdag", "en": "Bridge day"},
       "dates": ["2026-05-15", "2027-05-07"]}
    ]})");
}

// What only the reader can say: a schema cannot compare two places, count the days of a month or
// look at a file's name.
enum class schema_says { no_too, nothing };

// A good file with one change, and what is said of it.
struct bad_change {
  char const* change;   // JSON patch
  char const* pointer;  // of the problem
  char const* reason;   // part of it
  schema_says schema = schema_says::no_too;
};

class content_sandbox {
public:
  void write(std::string const& name, std::string const& text) const {
    auto const file = path() / name;
    std::filesystem::create_directories(file.parent_path());
    write_bytes(file, text);
  }
  void write(std::string const& name, nlohmann::ordered_json const& value) const {
    write(name, value.dump(2));
  }
  void copy_schemas() const {
    std::filesystem::copy(shipped_content / "schema", path() / "schema");
  }
  std::filesystem::path path() const { return folder_.path(); }

private:
  temporary_folder folder_;
};

}  // namespace viab::tests
