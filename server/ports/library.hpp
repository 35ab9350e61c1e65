// The content library: the formats that a session can run, course cards, stories, programmes.
#pragma once

#include "domain/course_card.hpp"
#include "domain/story.hpp"
#include "session/format.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viab::ports {

class library {
public:
  virtual ~library() = default;
  virtual std::optional<session::format> find_format(std::string const& id,
                                                     std::string const& language) const = 0;
  virtual std::vector<session::format> formats() const = 0;
  // By level and strategy.
  virtual std::vector<course_card> course_cards(std::string const& language) const = 0;
  virtual std::vector<story> stories(std::string const& language) const = 0;
  virtual std::vector<programme> programmes() const = 0;
  // The sentence for a refusal in a language, with its detail filled in.
  virtual std::string sentence(std::string const& code, std::string const& detail,
                               std::string const& language) const = 0;
  // A heading of content/texts/messages, "report.themes"; the two kinds of text share their keys.
  std::string text(std::string const& key, std::string const& detail,
                   std::string const& language) const {
    return sentence(key, detail, language);
  }
};

}  // namespace viab::ports
