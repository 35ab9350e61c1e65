// Lists in the order of names, a part at a time: where a part starts, and what was asked for.
#pragma once

#include "ports/directory_store.hpp"

#include <optional>
#include <string>

namespace viab::adapters::sqlite {

inline constexpr int most_in_part = 200;

// Where the part before ended; empty texts at the beginning.
struct place_in_list {
  std::string name;
  std::string id;
};
// A cursor that is none of ours is the beginning.
place_in_list read_cursor(std::string const& after);
std::string write_cursor(place_in_list const&);

// For `like … escape '\'`: the search as a part of the text.
std::string like_pattern(std::string const& search);

int rows_wanted(ports::list_query const&);

// Takes the one row too many off, and makes the cursor of it.
template <class Row, class NameOf>
ports::list_part<Row> finished_part(std::vector<Row> rows, int most, NameOf place_of) {
  ports::list_part<Row> part;
  part.rows = std::move(rows);
  if (part.rows.size() > static_cast<std::size_t>(most)) {
    part.rows.pop_back();
    part.next = write_cursor(place_of(part.rows.back()));
  }
  return part;
}

}  // namespace viab::adapters::sqlite
