// Which program this is.
#pragma once

#include <string>

namespace viab::cli {

// "0.1.0", as in CMakeLists.txt.
std::string version();

}  // namespace viab::cli
