// The contract as one JSON Schema (draft-07): frames, commands, views and what a session leaves.
#pragma once

#include <string>

namespace viab::protocol {

// Definitions by name; the document itself describes any frame of viab.v1.
std::string schema();

}  // namespace viab::protocol
