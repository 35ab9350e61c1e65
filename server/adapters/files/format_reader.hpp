// Makes a format of a format file, or says everything that is wrong with it.
#pragma once

#include "adapters/files/located_json.hpp"
#include "session/format.hpp"

#include <optional>

namespace viab::adapters {

// `found` gets all problems, not just the first.
std::optional<session::format> read_format(located const& file, findings& found);

// Two languages of one format and version differ in words only. Adds to `found`, which is about
// `translation`, what is otherwise than in `original`, which stands in `original_file`.
void compare_languages(session::format const& original, std::string const& original_file,
                       session::format const& translation, located const& translated,
                       findings& found);

}  // namespace viab::adapters
