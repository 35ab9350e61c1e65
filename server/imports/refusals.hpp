// The words for what can be wrong with a file. Each has a sentence in content/texts/refusals.*.
#pragma once

#include "domain/refusals.hpp"

#include <string>

namespace viab::imports::refusals {

using viab::refusals::make;

// Of the file as a whole.
inline refusal no_lines() { return make("no_lines"); }
inline refusal too_many_lines(int most) { return make("too_many_lines", std::to_string(most)); }
inline refusal unknown_header(std::string const& name) { return make("unknown_header", name); }
inline refusal header_again(std::string const& name) { return make("header_again", name); }
inline refusal header_missing(std::string const& name) { return make("header_missing", name); }

// Of a line as CSV. `counts` is "3/5": there and wanted.
inline refusal not_utf8() { return make("not_utf8"); }
inline refusal unclosed_quote() { return make("unclosed_quote"); }
inline refusal text_after_quote() { return make("text_after_quote"); }
inline refusal wrong_cells(std::string const& counts) { return make("wrong_cells", counts); }

// Of a cell.
inline refusal cell_empty() { return make("cell_empty"); }
inline refusal cell_too_long(int most) { return make("cell_too_long", std::to_string(most)); }
inline refusal cell_not_address() { return make("cell_not_address"); }
inline refusal unknown_language() { return make("unknown_language"); }
inline refusal not_yes_or_no() { return make("not_yes_or_no"); }

// Of what it would come to. `line` is where the same stands already.
inline refusal address_again(int line) { return make("address_again", std::to_string(line)); }
inline refusal team_again(int line) { return make("team_again", std::to_string(line)); }
inline refusal unknown_organisation() { return make("unknown_organisation"); }
inline refusal organisation_elsewhere() { return make("organisation_elsewhere"); }
inline refusal person_elsewhere() { return make("person_elsewhere"); }
inline refusal person_left() { return make("person_left"); }
inline refusal unknown_challenge() { return make("unknown_challenge"); }
inline refusal several_teams() { return make("several_teams"); }
inline refusal team_ended() { return make("team_ended"); }
inline refusal unknown_address(std::string const& address) {
  return make("unknown_address", address);
}
inline refusal named_twice(std::string const& address) { return make("named_twice", address); }
inline refusal too_many_named(int most) { return make("too_many_named", std::to_string(most)); }
// While it was being written: another one changed the same.
inline refusal line_overtaken() { return make("line_overtaken"); }

}  // namespace viab::imports::refusals
