#include "imports/table.hpp"

#include "domain/text.hpp"
#include "imports/cells.hpp"
#include "imports/csv.hpp"
#include "imports/refusals.hpp"

#include <algorithm>
#include <span>

namespace viab::imports {
namespace {

constexpr std::size_t most_header_characters = 40;

struct known_header {
  column what;
  bool needed;
  std::vector<std::string_view> names;  // folded; the first two are the Dutch and the English one
};

std::vector<known_header> const& headers_of(kind of) {
  static std::vector<known_header> const people{
      {column::name, true, {"naam", "name"}},
      {column::email,
       true,
       {"e-mail", "email", "e-mailadres", "mail", "e-mail address", "email address", "emailadres"}},
      {column::organisation, false, {"organisatie", "organisation", "organization"}},
      {column::language, false, {"taal", "language"}},
      {column::trainer, false, {"trainer"}},
  };
  static std::vector<known_header> const teams{
      {column::name, true, {"naam", "name", "team"}},
      {column::organisation,
       false,
       {"thuisorganisatie", "home organisation", "organisatie", "organisation", "organization",
        "home", "home organization"}},
      {column::challenge, false, {"opgave", "challenge"}},
      {column::language, false, {"taal", "language"}},
      {column::facilitators, false, {"begeleiders", "facilitators", "begeleider", "facilitator"}},
      {column::members, false, {"deelnemers", "members", "deelnemer", "member", "leden"}},
  };
  return of == kind::people ? people : teams;
}

known_header const* find_header(kind of, std::string const& folded_name) {
  for (auto const& one : headers_of(of)) {
    if (std::ranges::find(one.names, folded_name) != one.names.end()) return &one;
  }
  return nullptr;
}

// For a message: no longer than a name is, and in whole characters.
std::string shortened(std::string const& cell) {
  if (!count_characters(cell)) return "?";
  auto const clean = tidied(cell);
  std::size_t characters = 0;
  for (std::size_t at = 0; at < clean.size(); ++at) {
    bool const begins = (static_cast<unsigned char>(clean[at]) & 0xC0U) != 0x80U;
    if (begins && characters++ == most_header_characters) return clean.substr(0, at) + "…";
  }
  return clean;
}

void read_header(table& into, csv_row const& row, kind of) {
  if (row.wrong) {
    into.problems.add(*row.wrong);
    return;
  }
  int place = 0;
  for (auto const& cell : row.cells) {
    ++place;
    into.headers.push_back(shortened(cell));
    auto const& name = into.headers.back();
    auto const* known = count_characters(cell) ? find_header(of, folded(cell)) : nullptr;
    if (!count_characters(cell)) {
      into.problems.add({row.line, place, refusals::not_utf8()});
    } else if (known == nullptr) {
      into.problems.add({row.line, place, refusals::unknown_header(name)});
    } else if (auto& taken = into.places[static_cast<std::size_t>(known->what)]; taken != 0) {
      into.problems.add({row.line, place, refusals::header_again(name)});
    } else {
      taken = place;
    }
  }
  for (auto const& one : headers_of(of)) {
    if (!one.needed || into.place_of(one.what) != 0) continue;
    into.problems.add({row.line, 0, refusals::header_missing(std::string(one.names.front()))});
  }
}

// Whether the row can be held against anything.
bool fits(table& into, csv_row const& row) {
  if (row.wrong) {
    into.problems.add(*row.wrong);
    return false;
  }
  if (row.cells.size() != into.headers.size()) {
    auto const counts =
        std::to_string(row.cells.size()) + '/' + std::to_string(into.headers.size());
    into.problems.add({row.line, 0, refusals::wrong_cells(counts)});
    return false;
  }
  bool fine = true;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (count_characters(row.cells[i])) continue;
    into.problems.add({row.line, static_cast<int>(i) + 1, refusals::not_utf8()});
    fine = false;
  }
  return fine;
}

}  // namespace

table read_table(std::string_view bytes, kind of) {
  table out;
  csv_reader reader(bytes, separator_of(bytes));
  auto header = reader.next();
  if (!header) {
    out.problems.add({1, 0, refusals::no_lines()});
    return out;
  }
  read_header(out, *header, of);
  if (!out.problems.empty()) return out;
  int rows = 0;
  while (auto row = reader.next()) {
    if (++rows > most_lines) {
      out.problems.add({row->line, 0, refusals::too_many_lines(most_lines)});
      break;
    }
    if (fits(out, *row)) out.lines.push_back({row->line, std::move(row->cells)});
  }
  if (rows == 0) out.problems.add({header->line, 0, refusals::no_lines()});
  return out;
}

std::string example_of(kind of, std::string_view language) {
  bool const dutch = language == "nl";
  std::string header;
  for (auto const& one : headers_of(of)) {
    if (!header.empty()) header += ';';
    header += one.names[dutch || one.names.size() == 1 ? 0 : 1];
  }
  std::string_view row;
  if (of == kind::people) {
    row =
        dutch ? "Noor Zijlstra;noor@voorbeeld.nl;;nl;nee" : "Noor Zijlstra;noor@example.org;;en;no";
  } else {
    row = dutch ? "Team Waterkant;;;nl;noor@voorbeeld.nl;sam@voorbeeld.nl els@voorbeeld.nl"
                : "Team Waterside;;;en;noor@example.org;sam@example.org els@example.org";
  }
  return header + "\r\n" + std::string(row) + "\r\n";
}

}  // namespace viab::imports
