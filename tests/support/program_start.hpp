// How a test's own program starts the real server: the flags of `viab demo`, and ports of its own.
#pragma once

#include "cli/logging.hpp"
#include "cli/program.hpp"

#include <exception>
#include <iostream>
#include <string>

namespace viab::tests {

// "--data-dir", "x" gives data_dir = x; the first argument is the subcommand.
inline cli::settings::flags read_flags(int argc, char** argv) {
  cli::settings::flags given;
  for (int i = 2; i + 1 < argc; i += 2) {
    std::string name = std::string(argv[i]).substr(2);
    for (char& c : name) c = c == '-' ? '_' : c;
    given[name] = argv[i + 1];
  }
  return given;
}

// Returns the exit code.
inline int run_demonstration(int argc, char** argv, cli::around_ports const& around) {
  try {
    auto const with = cli::settings::read(read_flags(argc, argv), {}, std::nullopt);
    cli::set_up_logging(with.text("log_level"));
    return cli::run_program(with, cli::start_as::demonstration, std::cout, around);
  } catch (std::exception const& why) {
    std::cerr << why.what() << "\n";
    return 1;
  }
}

}  // namespace viab::tests
