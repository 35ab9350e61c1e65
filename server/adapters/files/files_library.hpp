// The content library in a folder of JSON files, read once at start.
#pragma once

#include "adapters/files/content_folder.hpp"
#include "ports/calendars.hpp"
#include "ports/library.hpp"

namespace viab::adapters {

// A bad file never stops the server: it is left out, and `problems` says why.
class files_library : public ports::library, public ports::calendars {
public:
  explicit files_library(std::filesystem::path const& folder);

  std::optional<session::format> find_format(std::string const& id,
                                             std::string const& language) const override;
  std::vector<session::format> formats() const override;
  std::vector<course_card> course_cards(std::string const& language) const override;
  std::vector<story> stories(std::string const& language) const override;
  std::vector<programme> programmes() const override;
  // Also the headings in texts/messages. A sentence that a language lacks comes in the other one;
  // what neither has is the code itself.
  std::string sentence(std::string const& code, std::string const& detail,
                       std::string const& language) const override;

  std::optional<rhythm::calendar> find_calendar(std::string const& id) const override;
  std::vector<rhythm::calendar> all_calendars() const override;

  std::vector<content_problem> const& problems() const { return content_.problems; }
  std::vector<content_piece> const& pieces() const { return content_.pieces; }

private:
  content content_;
};

}  // namespace viab::adapters
