// Rows and cells of CSV as spreadsheets write it (RFC 4180, and what is usual beside it).
#pragma once

#include "imports/problems.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::imports {

struct csv_row {
  int line = 0;  // on which it begins, from 1
  std::vector<std::string> cells;
  std::optional<problem> wrong;  // then the cells are not to be relied on
};

// ';' or ',', whichever the first line has more of outside quotes.
char separator_of(std::string_view text);

// Reads a row at a time; never fails, whatever the bytes. The text outlives it.
class csv_reader {
public:
  // A byte order mark at the start is passed over.
  csv_reader(std::string_view text, char separator);

  // None at the end. Rows of which every cell is blank are passed over.
  std::optional<csv_row> next();

private:
  csv_row read_row();
  std::string read_cell(csv_row& row);
  std::string read_quoted(csv_row& row);
  bool at_line_end() const {
    return at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
  }
  bool at_separator() const { return at_ < text_.size() && text_[at_] == separator_; }
  bool quote_follows() const;
  void pass_line_end();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace viab::imports
