// Blind steps under load: nobody sees what others answer, so what counts is command → done.
#pragma once

#include "bench/generator/crowd.hpp"
#include "bench/generator/report.hpp"

#include <vector>

namespace viab::bench {

//   --in-flight N   commands under way per room, each of another person
class blind_load : public crowd {
public:
  explicit blind_load(arguments const&);
  void run();

private:
  struct person {
    nanoseconds sent = 0;  // 0: nothing is under way
    std::uint64_t count = 0;
    std::string draft;     // collect: the card, once it is known
    int version = 0;
  };

  void on_frame(client&, seen_frame const&, std::string_view text, nanoseconds now) override;
  void on_lost(client&) override;
  std::string next_command(client const&, person&);
  void send_next(std::uint32_t room);

  int in_flight_;
  bool sending_ = false;
  bool measuring_ = false;
  std::vector<person> persons_;         // by client
  std::vector<std::uint32_t> turn_;     // by room: whose turn it is
  samples times_;
  std::uint64_t refused_ = 0;
};

}  // namespace viab::bench
