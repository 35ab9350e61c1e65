// The bench server: full rooms behind the server's own parts, years of sessions, and the bare disk.
#include "bench/server/cold.hpp"
#include "bench/server/commits.hpp"
#include "bench/server/kept_rooms.hpp"
#include "bench/server/serving.hpp"

#include <spdlog/spdlog.h>

#include <cstdio>
#include <exception>

int main(int count, char** words) {
  using namespace viab::bench;
  spdlog::set_level(spdlog::level::warn);
  try {
    arguments const asked(count, words);
    if (asked.mode() == "serve") return serve(asked);
    if (asked.mode() == "cold") return prepare_cold(asked);
    if (asked.mode() == "rooms") return prepare_rooms(asked);
    if (asked.mode() == "commits") return measure_commits(asked);
    std::fprintf(stderr, "bench_server serve | cold | rooms | commits\n");
    return 64;
  } catch (std::exception const& failure) {
    std::fprintf(stderr, "bench_server: %s\n", failure.what());
    return 1;
  }
}
