#include "imports/csv.hpp"

#include "imports/refusals.hpp"

#include <algorithm>

namespace viab::imports {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return text;
}

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

char separator_of(std::string_view text) {
  text = without_mark(text);
  auto const first = text.find_first_not_of("\r\n");
  if (first != std::string_view::npos) text.remove_prefix(first);
  int commas = 0;
  int semicolons = 0;
  bool quoted = false;
  for (char const c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    commas += c == ',' ? 1 : 0;
    semicolons += c == ';' ? 1 : 0;
  }
  return semicolons > commas ? ';' : ',';
}

csv_reader::csv_reader(std::string_view text, char separator)
    : text_(without_mark(text)), separator_(separator) {}

std::optional<csv_row> csv_reader::next() {
  while (at_ < text_.size()) {
    auto row = read_row();
    if (row.wrong || !std::ranges::all_of(row.cells, blank)) return row;
  }
  return std::nullopt;
}

csv_row csv_reader::read_row() {
  csv_row row;
  row.line = line_;
  row.cells.push_back(read_cell(row));
  while (at_separator()) {
    ++at_;
    row.cells.push_back(read_cell(row));
  }
  pass_line_end();
  return row;
}

// Spaces before a quote are passed over: many write a space behind each comma.
bool csv_reader::quote_follows() const {
  auto const there = text_.find_first_not_of(' ', at_);
  return there != std::string_view::npos && text_[there] == '"';
}

std::string csv_reader::read_cell(csv_row& row) {
  if (quote_follows()) return read_quoted(row);
  auto const from = at_;
  while (!at_line_end() && !at_separator()) ++at_;
  return std::string(text_.substr(from, at_ - from));
}

std::string csv_reader::read_quoted(csv_row& row) {
  int const opened_on = line_;
  int const column = static_cast<int>(row.cells.size()) + 1;
  auto const wrong = [&](int line, refusal why) {
    if (!row.wrong) row.wrong = problem{line, column, std::move(why)};
  };
  at_ = text_.find('"', at_) + 1;
  std::string cell;
  for (;;) {
    if (at_ == text_.size()) {
      wrong(opened_on, refusals::unclosed_quote());
      return cell;
    }
    char const c = text_[at_];
    if (c == '"') {
      ++at_;
      if (at_ == text_.size() || text_[at_] != '"') break;
    }
    if (c == '\r' || c == '\n') {
      pass_line_end();
      cell += '\n';
    } else {
      cell += c;
      ++at_;
    }
  }
  auto const from = at_;
  while (!at_line_end() && !at_separator()) ++at_;
  if (!blank(text_.substr(from, at_ - from))) wrong(line_, refusals::text_after_quote());
  return cell;
}

void csv_reader::pass_line_end() {
  if (at_ == text_.size()) return;
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++line_;
}

}  // namespace viab::imports
