// Short ways to write and show local times and instants in tests: "2027-01-05 10:00".
#pragma once

#include "domain/actor.hpp"
#include "rhythm/local_time.hpp"

#include <string>

namespace viab::tests {

inline rhythm::local_minute wall(std::string const& text) {
  return rhythm::local_minute{rhythm::read_day(text.substr(0, 10)).value()}
         + std::chrono::hours{std::stoi(text.substr(11, 2))}
         + std::chrono::minutes{std::stoi(text.substr(14, 2))};
}
inline time_point utc(std::string const& text) {
  return time_point{wall(text).time_since_epoch()};
}

inline std::string shown(rhythm::local_minute at) {
  auto const two = [](long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  auto const time = rhythm::time_of_day(at).count();
  return rhythm::iso(rhythm::day_of(at)) + " " + two(time / 60) + ":" + two(time % 60);
}
inline std::string shown(time_point at) {
  return shown(rhythm::local_minute{
      std::chrono::floor<std::chrono::minutes>(at.time_since_epoch())});
}

}  // namespace viab::tests
