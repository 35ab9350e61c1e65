// What the measured server costs, as the system counts it: processor time per thread, memory.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace viab::bench {

// Nanoseconds on the processor since the start, per thread; empty when there is no such process.
std::map<int, std::uint64_t> processor_ns(int pid);
std::uint64_t sum_of(std::map<int, std::uint64_t> const&);
// Resident memory in KiB.
std::uint64_t resident_kib(int pid);

}  // namespace viab::bench
