// A file as a table: a header whose names are known, and the lines that fit it.
#pragma once

#include "imports/problems.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::imports {

enum class kind : std::uint8_t { people, teams };

enum class column : std::uint8_t {
  name,
  email,
  organisation,  // of a person; the home of a team
  language,
  trainer,
  challenge,
  facilitators,
  members
};
inline constexpr std::size_t column_count = 8;

inline constexpr int most_lines = 100'000;

struct line {
  int number = 0;  // in the file
  std::vector<std::string> cells;
};

struct table {
  std::vector<std::string> headers;        // as they stand in the file, shortened
  std::array<int, column_count> places{};  // of each column, from 1; 0 for one that is not there
  std::vector<line> lines;                 // those that can be read
  problem_list problems;

  int place_of(column one) const { return places[static_cast<std::size_t>(one)]; }
  // Nothing for a column that is not there.
  std::optional<std::string_view> cell(line const& of, column one) const {
    auto const place = static_cast<std::size_t>(place_of(one));
    if (place == 0) return std::nullopt;
    return of.cells[place - 1];
  }
};

// Whatever the bytes are. A header that is not in order has problems, and then no lines.
table read_table(std::string_view bytes, kind);

// A file to begin with: a header and one line, in that language ("nl", or English).
std::string example_of(kind, std::string_view language);

}  // namespace viab::imports
