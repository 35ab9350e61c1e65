#include "cli/version.hpp"

namespace viab::cli {

std::string version() { return VIAB_VERSION; }

}  // namespace viab::cli
