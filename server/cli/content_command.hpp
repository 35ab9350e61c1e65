// `viab content check` and `list`: what is in a content folder, and what is wrong with it.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace viab::cli {

// Prints each problem as `file:line: /json/pointer: reason`, and a summary as its last line.
// Returns the exit code: 0 when all is in order, 1 otherwise.
int content_check(std::filesystem::path const& folder, std::ostream& out);

// Prints the pieces that are in order, as a table or as a JSON list. Returns 0; 1 when the folder
// is not there.
int content_list(std::filesystem::path const& folder, bool json, std::ostream& out);

}  // namespace viab::cli
