// A data folder with years of sessions in it, written through the store's own append.
#pragma once

#include "bench/generator/arguments.hpp"

namespace viab::bench {

//   --data FOLDER --rooms-file FILE --closed N --events N --live N
// The rooms file names twenty of the closed sessions, each with one person who may look.
int prepare_cold(arguments const&);

}  // namespace viab::bench
