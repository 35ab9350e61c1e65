// The server as `viab serve` puts it together, with full rooms in it and its store to be chosen.
#pragma once

#include "bench/generator/arguments.hpp"

namespace viab::bench {

//   --port N --data FOLDER --content FOLDER --rooms-file FILE
//   --rooms 25x8:group:60   what is in it at the start
//   --store sqlite|memory   memory is there to compare with: nothing outlives the process
// Runs until SIGTERM; returns the exit code.
int serve(arguments const&);

}  // namespace viab::bench
