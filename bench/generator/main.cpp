// The load generator: one measurement per call, one line of JSON on the output.
#include "bench/generator/blind_load.hpp"
#include "bench/generator/group_load.hpp"
#include "bench/generator/hall.hpp"
#include "bench/generator/presence.hpp"

#include <cstdio>
#include <exception>

int main(int count, char** words) {
  using namespace viab::bench;
  try {
    arguments const asked(count, words);
    if (asked.mode() == "group") {
      group_load(asked).run();
    } else if (asked.mode() == "blind") {
      blind_load(asked).run();
    } else if (asked.mode() == "hall") {
      hall(asked).run();
    } else if (asked.mode() == "idle") {
      idle_crowd(asked).run();
    } else if (asked.mode() == "reconnect") {
      returning_crowd(asked).run();
    } else if (asked.mode() == "first-view") {
      first_looks(asked).run();
    } else {
      std::fprintf(stderr, "there is no measurement '%s'\n", asked.mode().c_str());
      return 64;
    }
  } catch (std::exception const& failure) {
    std::fprintf(stderr, "bench_generator: %s\n", failure.what());
    return 1;
  }
  return 0;
}
