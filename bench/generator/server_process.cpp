#include "bench/generator/server_process.hpp"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace viab::bench {

std::map<int, std::uint64_t> processor_ns(int pid) {
  std::map<int, std::uint64_t> threads;
  std::error_code none;
  auto const folder = "/proc/" + std::to_string(pid) + "/task";
  for (auto const& thread : std::filesystem::directory_iterator(folder, none)) {
    std::ifstream in(thread.path() / "schedstat");
    std::uint64_t ns = 0;
    if (in >> ns) threads[std::stoi(thread.path().filename().string())] = ns;
  }
  return threads;
}

std::uint64_t sum_of(std::map<int, std::uint64_t> const& threads) {
  std::uint64_t sum = 0;
  for (auto const& [id, ns] : threads) sum += ns;
  return sum;
}

std::uint64_t resident_kib(int pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/status");
  for (std::string word; in >> word;) {
    std::uint64_t kib = 0;
    if (word == "VmRSS:" && in >> kib) return kib;
  }
  return 0;
}

}  // namespace viab::bench
