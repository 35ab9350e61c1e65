// Whether a document follows a definition of the printed schema.
#pragma once

#include <string>

namespace viab::tests {

bool follows_schema(std::string const& document, std::string const& definition);

}  // namespace viab::tests
