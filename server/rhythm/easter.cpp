#include "rhythm/easter.hpp"

namespace viab::rhythm {

day easter(std::chrono::year of) {
  int const y = static_cast<int>(of);
  int const golden = y % 19;
  int const century = y / 100;
  int const in_century = y % 100;
  int const moon_correction = (century - (century + 8) / 25 + 1) / 3;
  int const epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
  int const leap_days = 2 * (century % 4) + 2 * (in_century / 4);
  int const to_sunday = (32 + leap_days - epact - in_century % 4) % 7;
  int const late = (golden + 11 * epact + 22 * to_sunday) / 451;
  int const from_march = epact + to_sunday - 7 * late + 114;
  using namespace std::chrono;
  return local_days{of / (from_march / 31) / (from_march % 31 + 1)};
}

}  // namespace viab::rhythm
