// Easter against dates that are in almanacs, and against a second way to reckon it.
#include "rhythm/easter.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace viab::tests {
namespace {

using namespace std::chrono;

TEST_CASE("Easter falls where the almanacs of seven centuries have it") {
  std::vector<std::string> const known{
      "1583-04-10", "1600-04-02", "1700-04-11", "1761-03-22", "1800-04-13", "1818-03-22",
      "1886-04-25", "1900-04-15", "1913-03-23", "1943-04-25", "1954-04-18", "1981-04-19",
      "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
      "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28", "2160-03-23", "2285-03-22"};
  for (auto const& date : known) {
    CHECK(rhythm::iso(rhythm::easter(year{std::stoi(date.substr(0, 4))})) == date);
  }
}

// The way of Clavius as Knuth wrote it down (The Art of Computer Programming, 1.3.2, exercise 14):
// by golden number, epact and the moon of the century, so that the two share no arithmetic.
rhythm::day by_the_moon(int y) {
  int const golden = y % 19 + 1;
  int const century = y / 100 + 1;
  int const left_out = 3 * century / 4 - 12;
  int const moon = (8 * century + 5) / 25 - 5;
  int const sunday = 5 * y / 4 - left_out - 10;
  int epact = (11 * golden + 20 + moon - left_out) % 30;
  if ((epact == 25 && golden > 11) || epact == 24) ++epact;
  int full = 44 - epact;
  if (full < 21) full += 30;
  return local_days{year{y} / March / 1} + days{full + 7 - (sunday + full) % 7 - 1};
}

TEST_CASE("Easter is a Sunday between 22 March and 25 April, by either way of reckoning") {
  for (int y = 1583; y < 5000; ++y) {
    auto const found = rhythm::easter(year{y});
    if (found == by_the_moon(y) && weekday{found} == Sunday
        && found >= local_days{year{y} / March / 22} && found <= local_days{year{y} / April / 25}) {
      continue;
    }
    FAIL(rhythm::iso(found) << " is no Easter; " << rhythm::iso(by_the_moon(y)) << " is");
  }
}

}  // namespace
}  // namespace viab::tests
