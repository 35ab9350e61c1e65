// The server as it is, but for the one promise that VIAB_LEAK names: what a check of secrecy must
// find. Without VIAB_LEAK it keeps them all.
#include "leaking/leaking_ports.hpp"
#include "support/program_start.hpp"

#include <memory>

int main(int argc, char** argv) {
  using namespace viab;
  auto const heard = std::make_shared<tests::loose_talk>();
  cli::around_ports around;
  around.events = [&](ports::event_store& inner) {
    return std::make_unique<tests::leaking_store>(inner, heard);
  };
  around.keys = [&](ports::vault& inner) {
    return std::make_unique<tests::leaking_vault>(inner, heard);
  };
  return tests::run_demonstration(argc, argv, around);
}
