#include "adapters/files/files_library.hpp"

namespace viab::adapters {

files_library::files_library(std::filesystem::path const& folder)
    : content_(read_content(folder)) {}

std::optional<session::format> files_library::find_format(std::string const& id,
                                                          std::string const& language) const {
  for (auto const& one : content_.formats) {
    if (one.id == id && one.language == language) return one;
  }
  return std::nullopt;
}

std::vector<session::format> files_library::formats() const { return content_.formats; }

std::vector<course_card> files_library::course_cards(std::string const& language) const {
  auto const found = content_.cards.find(language);
  return found == content_.cards.end() ? std::vector<course_card>{} : found->second;
}

std::vector<story> files_library::stories(std::string const& language) const {
  auto const found = content_.stories.find(language);
  return found == content_.stories.end() ? std::vector<story>{} : found->second;
}

std::vector<programme> files_library::programmes() const { return content_.programmes; }

std::optional<rhythm::calendar> files_library::find_calendar(std::string const& id) const {
  for (auto const& one : content_.calendars) {
    if (one.id == id) return one;
  }
  return std::nullopt;
}

std::vector<rhythm::calendar> files_library::all_calendars() const { return content_.calendars; }

std::string files_library::sentence(std::string const& code, std::string const& detail,
                                    std::string const& language) const {
  for (auto const& spoken : {language, std::string("nl"), std::string("en")}) {
    auto const book = content_.sentences.find(spoken);
    if (book == content_.sentences.end()) continue;
    if (auto const found = book->second.find(code); found != book->second.end()) {
      return filled_in(found->second, detail);
    }
  }
  return code;
}

}  // namespace viab::adapters
