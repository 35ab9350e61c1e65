// The contract as TypeScript types, for web/src/protocol.gen.ts.
#pragma once

#include <string>

namespace viab::protocol {

std::string typescript();

}  // namespace viab::protocol
