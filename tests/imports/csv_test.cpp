// Rows and cells of CSV, and whose line a mistake is on.
#include "imports/csv.hpp"
#include "imports/table.hpp"

#include "files.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::imports;
using cells = std::vector<std::string>;

namespace {

std::vector<csv_row> rows_of(std::string const& text) {
  csv_reader reader(text, separator_of(text));
  std::vector<csv_row> rows;
  while (auto row = reader.next()) rows.push_back(std::move(*row));
  return rows;
}

std::string quoted(std::string const& cell) {
  std::string out = "\"";
  for (char const c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

TEST_CASE("commas and semicolons, with and without quotes, mark and kind of line end") {
  for (std::string const end : {"\n", "\r\n", "\r"}) {
    for (std::string const mark : {"", "\xEF\xBB\xBF"}) {
      auto const with_commas = rows_of(mark + "a,b" + end + "\"x, \"\"y\"\"\",2" + end);
      REQUIRE(with_commas.size() == 2);
      CHECK(with_commas[0].cells == cells{"a", "b"});
      CHECK(with_commas[1].cells == cells{"x, \"y\"", "2"});
      auto const with_semicolons = rows_of(mark + "a;b" + end + "x,y;2");
      REQUIRE(with_semicolons.size() == 2);
      CHECK(with_semicolons[1].cells == cells{"x,y", "2"});
    }
  }
  CHECK(rows_of("\"a;b\",c")[0].cells == cells{"a;b", "c"});
  CHECK(rows_of("a, \"b, c\"")[0].cells == cells{"a", "b, c"});
}

TEST_CASE("lines are counted as an editor counts them") {
  auto const rows = rows_of("a;b\r\n\r\n\"one\r\ntwo\";2\n;;\nlast;3");
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].line == 3);
  CHECK(rows[1].cells == cells{"one\ntwo", "2"});
  CHECK(rows[2].line == 6);
}

TEST_CASE("a quote that is not closed, or closed too early, is told by its line and column") {
  auto const open = rows_of("a;b\nx;\"never\nclosed;\n");
  REQUIRE(open.size() == 2);
  CHECK(open[1].wrong == problem{2, 2, {"unclosed_quote", {}}});
  auto const early = rows_of("a;b\n\"x\" y;2\nz;3");
  REQUIRE(early.size() == 3);
  CHECK(early[1].wrong == problem{2, 1, {"text_after_quote", {}}});
  CHECK_FALSE(early[2].wrong);
  CHECK(early[2].cells == cells{"z", "3"});
}

TEST_CASE("what a writer of CSV wrote is read back") {
  CHECK(rc::check("all cells, whatever is in them", [] {
    auto const separator = *rc::gen::element(',', ';');
    auto const width = *rc::gen::inRange(1, 6);
    auto const text_cell = rc::gen::container<std::string>(
        rc::gen::element('a', 'Z', '"', ',', ';', ' ', '\n', '\'', '\xC3'));
    auto const table_of_cells = *rc::gen::container<std::vector<cells>>(
        rc::gen::container<cells>(static_cast<std::size_t>(width), text_cell));
    std::string text;
    std::vector<cells> wanted;
    int line = 1;
    std::vector<int> lines;
    for (auto const& row : table_of_cells) {
      bool blank = true;
      auto const began = line;
      for (std::size_t i = 0; i < row.size(); ++i) {
        text += (i == 0 ? std::string() : std::string(1, separator)) + quoted(row[i]);
        blank = blank && row[i].find_first_not_of(' ') == std::string::npos;
        line += static_cast<int>(std::count(row[i].begin(), row[i].end(), '\n'));
      }
      text += "\r\n";
      ++line;
      if (blank) continue;
      wanted.push_back(row);
      lines.push_back(began);
    }
    csv_reader reader(text, separator);
    std::vector<cells> read;
    std::vector<int> read_lines;
    while (auto row = reader.next()) {
      RC_ASSERT(!row->wrong);
      read.push_back(row->cells);
      read_lines.push_back(row->line);
    }
    RC_ASSERT(read == wanted);
    RC_ASSERT(read_lines == lines);
  }));
}

TEST_CASE("whatever the bytes are, each line is read or has a problem with its place") {
  CHECK(rc::check("rows or problems, and lines that are in the file", [] {
    auto const header = *rc::gen::element<std::string>("naam;e-mail\n", "name,email\r\n", "");
    auto const bytes =
        header
        + *rc::gen::container<std::string>(rc::gen::oneOf(
            rc::gen::arbitrary<char>(), rc::gen::element('"', ';', ',', '\n', '\r', ' ', 'a')));
    auto const of = *rc::gen::element(kind::people, kind::teams);
    auto const made = read_table(bytes, of);
    RC_ASSERT(!made.lines.empty() || !made.problems.empty());
    int ends = 1;
    for (char const c : bytes) ends += c == '\n' || c == '\r' ? 1 : 0;
    for (auto const& one : made.problems.listed()) {
      RC_ASSERT(one.line >= 1 && one.line <= ends);
      RC_ASSERT(one.column >= 0);
      RC_ASSERT(!one.why.code.empty());
    }
    for (auto const& one : made.lines) {
      RC_ASSERT(one.number >= 1 && one.number <= ends);
      RC_ASSERT(one.cells.size() == made.headers.size());
    }
  }));
}

TEST_CASE("headers are understood in Dutch and in English, in any order and case") {
  auto const dutch = read_table("Taal;NAAM ;E-mail\nnl;Noor;n@x.nl\n", kind::people);
  CHECK(dutch.problems.empty());
  CHECK(dutch.place_of(column::name) == 2);
  CHECK(dutch.place_of(column::trainer) == 0);
  CHECK(dutch.cell(dutch.lines.at(0), column::email) == "n@x.nl");
  CHECK_FALSE(dutch.cell(dutch.lines.at(0), column::trainer));
  auto const english = read_table("name,home organisation,members\nA,B,C\n", kind::teams);
  CHECK(english.problems.empty());
  CHECK(english.place_of(column::organisation) == 2);
}

TEST_CASE("a header that is not in order says why, and no line is read") {
  auto const made = read_table("naam;schoenmaat;Naam\nNoor;43;Noor\n", kind::people);
  CHECK(tests::said(made.problems)
        == cells{"1:2 unknown_header schoenmaat", "1:3 header_again Naam",
                 "1:0 header_missing e-mail"});
  CHECK(made.lines.empty());
  CHECK(tests::said(read_table("", kind::people).problems) == cells{"1:0 no_lines"});
  CHECK(tests::said(read_table("naam;e-mail\n\n", kind::people).problems) == cells{"1:0 no_lines"});
}

TEST_CASE("lines that do not fit the header are told, the others are read") {
  auto const made =
      read_table("naam;e-mail\nNoor\nSam;s@x.nl\nE\xFFls;e@x.nl\nA;b;c\n", kind::people);
  CHECK(tests::said(made.problems)
        == cells{"2:0 wrong_cells 1/2", "4:1 not_utf8", "5:0 wrong_cells 3/2"});
  REQUIRE(made.lines.size() == 1);
  CHECK(made.lines[0].number == 3);
}

TEST_CASE("more problems than a person can read are counted") {
  std::string text = "naam;e-mail\n";
  for (int i = 0; i < 600; ++i) text += "Noor\n";
  auto const made = read_table(text, kind::people);
  CHECK(made.problems.total() == 600);
  CHECK(made.problems.listed().size() == problem_list::most_listed);
}

TEST_CASE("a file may have so many lines and no more") {
  std::string text = "naam;e-mail\n";
  for (int i = 0; i <= most_lines; ++i) text += "a;b\n";
  auto const made = read_table(text, kind::people);
  CHECK(made.lines.size() == most_lines);
  CHECK(tests::said(made.problems) == cells{"100002:0 too_many_lines 100000"});
}

TEST_CASE("the examples can be read") {
  for (auto const of : {kind::people, kind::teams}) {
    for (auto const* const language : {"nl", "en"}) {
      auto const made = read_table(example_of(of, language), of);
      CHECK(made.problems.empty());
      CHECK(made.lines.size() == 1);
    }
  }
}
