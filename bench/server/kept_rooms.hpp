// A data folder with full rooms and an administrator in it, for `viab serve` to start on.
#pragma once

#include "bench/generator/arguments.hpp"

namespace viab::bench {

//   --data FOLDER --rooms WISHES --sets N --rooms-file FILE --cookie-file FILE
// So many sets of those rooms, described in FILE.0, FILE.1, …; the cookie is the administrator's.
int prepare_rooms(arguments const&);

}  // namespace viab::bench
