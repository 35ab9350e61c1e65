// A hall that answers: everybody once, by a schedule, while a big screen shows how many have.
#pragma once

#include "bench/generator/crowd.hpp"
#include "bench/generator/report.hpp"

#include <vector>

namespace viab::bench {

//   --seconds N   over which the answers are spread
class hall : public crowd {
public:
  explicit hall(arguments const& asked) : crowd(asked) {}
  void run();

private:
  void on_frame(client&, seen_frame const&, std::string_view text, nanoseconds now) override;
  void on_lost(client&) override;
  void answer_by_schedule(double seconds);
  // The most updates of the screen within one second.
  std::size_t most_in_a_second() const;

  client* screen_ = nullptr;
  bool asking_ = false;
  std::vector<nanoseconds> due_;  // by client
  samples times_;
  std::uint64_t refused_ = 0;
  nanoseconds last_due_ = 0;
  nanoseconds last_done_ = 0;
  nanoseconds screen_complete_ = 0;
  std::vector<nanoseconds> updates_;
};

}  // namespace viab::bench
