// What a commit takes on this disk when nothing else goes on: the floor under every durable answer.
#pragma once

#include "bench/generator/arguments.hpp"

namespace viab::bench {

//   --data FOLDER --rows N --seconds N
// Each commit holds N events of 200 bytes and N handled commands, in the server's own tables, with
// its own settings. Prints the time of `commit` alone and that of the whole transaction.
int measure_commits(arguments const&);

}  // namespace viab::bench
