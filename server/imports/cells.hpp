// What one cell says; what is wrong with it is noted with its place.
#pragma once

#include "directory/records.hpp"
#include "imports/refusals.hpp"
#include "imports/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace viab::imports {

// For comparing: without spaces at the ends, small letters where the database compares so (ASCII).
std::string folded(std::string_view text);

// What has a name, by its folded name.
template <class Id>
using by_name = std::unordered_map<std::string, Id>;

// Reads the cells of one line; everything that is wrong with the line is noted, not only the first.
class line_reader {
public:
  line_reader(table const& of, line const& one, problem_list& problems)
      : of_(of), one_(one), problems_(problems) {}

  // Nothing where the cell is blank, its column is not there, or it says something impossible.
  std::optional<std::string_view> said(column) const;
  std::optional<email_address> address();
  std::optional<std::string> language();
  std::optional<bool> yes_or_no(column);
  std::vector<email_address> addresses(column, int most);
  template <class Text>
  std::optional<Text> name() {
    auto made = Text::make(of_.cell(one_, column::name).value_or(""));
    if (made) return *made;
    wrong(column::name, made.why().code == "too_long" ? refusals::cell_too_long(Text::limit)
                                                      : refusals::cell_empty());
    return std::nullopt;
  }
  template <class Id>
  std::optional<Id> named(column what, by_name<Id> const& among, refusal const& unknown) {
    auto const text = said(what);
    if (!text) return std::nullopt;
    auto const found = among.find(folded(*text));
    if (found != among.end()) return found->second;
    wrong(what, unknown);
    return std::nullopt;
  }

  void wrong(column, refusal);
  bool fine() const { return fine_; }
  int number() const { return one_.number; }

private:
  table const& of_;
  line const& one_;
  problem_list& problems_;
  bool fine_ = true;
};

// All addresses that a file speaks of, in these columns; those that are none are left out.
std::vector<email_address> addresses_in(table const&, std::vector<column> const& columns);

}  // namespace viab::imports
