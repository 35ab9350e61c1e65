// A disk that ends the process half-way through the nth write to the database's log, or to its
// file.
#pragma once

#include <string>

namespace viab::tests {

// `ending` of the file's name: "viab.db-wal" is written at each commit, "viab.db" by a checkpoint.
void crash_on_write(std::string ending, int nth);

}  // namespace viab::tests
