// `viab audit verify`: whether a row of the audit log was changed, taken out or put in.
#pragma once

#include "cli/settings.hpp"

#include <iosfwd>

namespace viab::cli {

// Also while the server runs. 0 when every row follows from the one before it, otherwise 1.
int audit_verify(settings const&, std::ostream& out);

}  // namespace viab::cli
