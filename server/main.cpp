// Via B. Everything happens in cli; this only hands over what the process was started with.
#include "cli/command_line.hpp"

#include <unistd.h>

#include <iostream>

int main(int argc, char** argv) {
  return viab::cli::run_command_line(argc, argv, environ, std::cout, std::cerr);
}
