// `viab`: its subcommands, their help and exit codes (0 fine, 1 problems found, 2 usage, 75 try
// later, 78 configuration).
#pragma once

#include <iosfwd>

namespace viab::cli {

int run_command_line(int argc, char const* const* argv, char const* const* environment,
                     std::ostream& out, std::ostream& problems);

}  // namespace viab::cli
