#include "adapters/files/heartbeat.hpp"

#include <fstream>
#include <system_error>

namespace viab::adapters {

std::optional<time_point> heartbeat::last() const {
  std::error_code none;
  auto const at = std::filesystem::last_write_time(file_, none);
  if (none) return std::nullopt;
  return std::chrono::floor<milliseconds>(std::chrono::file_clock::to_sys(at));
}

void heartbeat::beat() const noexcept {
  std::error_code failed;
  std::filesystem::last_write_time(file_, std::filesystem::file_time_type::clock::now(), failed);
  if (failed) std::ofstream(file_, std::ios::app).flush();
}

}  // namespace viab::adapters
