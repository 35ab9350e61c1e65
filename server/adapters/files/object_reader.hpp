// Reads the fields of one JSON object, strictly: says what is missing, wrong or unknown.
#pragma once

#include "adapters/files/located_json.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace viab::adapters {

// The word that is most like `typed`, when one is like it at all: for "did you mean".
std::optional<std::string> most_like(std::string_view typed, std::vector<std::string> const& words);
// "; did you mean x?", or nothing.
std::string suggestion(std::string_view typed, std::vector<std::string> const& words);

// Letters, digits and underscores, beginning with a letter: ids and keys.
inline constexpr int most_name_characters = 64;
bool is_name(std::string_view);

// Ask for each field once, whether it is there or not; then call `finish`. A field that is wrong is
// reported and read as its default.
class object_reader {
public:
  object_reader(located const& node, std::string pointer, findings& found);

  bool has(std::string_view field) const { return node_.find(field) != nullptr; }
  located const& node() const { return node_; }
  std::size_t problems() const { return found_.problems().size(); }  // of the whole file, so far
  std::string const& pointer() const { return pointer_; }

  std::string text(std::string const& field, int most);
  // As text, in paragraphs: with an empty line between them.
  std::string paragraphs(std::string const& field, int most);
  // Empty when it is not there.
  std::string text_if_any(std::string const& field, int most);
  std::string name(std::string const& field);
  std::string name_if_any(std::string const& field);
  int number(std::string const& field, int least, int most, std::optional<int> otherwise = {});
  bool flag(std::string const& field, bool otherwise);
  std::string one_of(std::string const& field, std::vector<std::string> const& words,
                     std::optional<std::string> otherwise = {});
  std::vector<std::string> texts(std::string const& field, int most_texts, int most_characters);
  // Calls `read` for each object in a list; the list must be there when `least` is over 0.
  void each(std::string const& field, int least, int most,
            std::function<void(object_reader&)> const& read);

  // Calls `read` for an object that must be there.
  void object(std::string const& field, std::function<void(object_reader&)> const& read);

  // Reports a problem at a field that is there, or at the object when it is not.
  void complain(std::string const& field, std::string reason);
  // Reports the fields that nobody asked for.
  void finish();

private:
  // The field when it is there and of that type.
  located const* look_for(std::string const& field, json_type, bool required);
  std::string checked_text(located const&, std::string const& pointer, int most);
  void add(located const& at, std::string pointer, std::string reason);

  located const& node_;
  std::string pointer_;
  findings& found_;
  std::set<std::string> asked_;
};

}  // namespace viab::adapters
