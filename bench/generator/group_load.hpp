// The open step `group` under load: in a closed loop per room, or by a schedule of its own.
#pragma once

#include "bench/generator/crowd.hpp"
#include "bench/generator/group_room.hpp"
#include "bench/generator/report.hpp"

#include <deque>
#include <map>
#include <memory>
#include <unordered_map>

namespace viab::bench {

// A command has reached a member who was sent a patch or view of its seq or a later one. It counts
// when it was acknowledged and has reached every member of its room.
//
//   --in-flight N   closed loop: so many commands under way in each room
//   --rate R        open loop: R commands a second over all rooms, timed from when they were due
//   --adds N        each room's first person adds N cards, one after the other, and that is all
class group_load : public crowd {
public:
  explicit group_load(arguments const&);
  void run();

private:
  struct command {
    nanoseconds due = 0;
    bool counts = false;
  };
  struct busy_room {
    std::unique_ptr<group_room> work;
    std::uint64_t with_all = 0;          // every member has this seq
    std::deque<std::uint32_t> reached;   // how many have with_all + 1, + 2, …
    std::unordered_map<std::uint64_t, command> under_way;
    std::map<std::uint64_t, std::vector<std::uint64_t>> acknowledged;  // by seq: not yet with all
    std::deque<nanoseconds> overdue;     // could not be sent: every card was in somebody's hands
    int adds = 0;
  };

  void on_frame(client&, seen_frame const&, std::string_view text, nanoseconds now) override;
  void on_lost(client&) override;
  void prepare();
  void run_closed(double warm_up, double seconds);
  void run_open(double warm_up, double seconds);
  void run_adds();
  bool send_one(std::uint32_t room_number, nanoseconds due, bool counts);
  void reached(client const&, busy_room&, std::uint64_t seq, nanoseconds now);
  void acknowledged(client const&, busy_room&, seen_frame const&, nanoseconds now);
  void complete(std::uint32_t room_number, std::uint64_t number, nanoseconds now);
  void refill(std::uint32_t room_number);
  void begin_measuring();
  void end_measuring();
  void print();

  int in_flight_;
  double rate_;
  int adds_;
  bool sending_ = false;
  bool measuring_ = false;
  std::vector<busy_room> work_;
  samples times_;
  std::uint64_t commands_ = 0;
  std::uint64_t deliveries_ = 0;
  std::uint64_t refused_ = 0;
  std::uint64_t unfinished_ = 0;
  std::uint64_t views_again_ = 0;
  std::uint64_t patches_ = 0;
  std::uint64_t patch_bytes_ = 0;   // shared
  std::uint64_t answer_bytes_ = 0;  // done, and own patches
  std::uint64_t bytes_before_ = 0;
  nanoseconds began_ = 0;
  nanoseconds took_ = 0;
  std::uint64_t own_cpu_ = 0;
  std::map<int, std::uint64_t> server_cpu_;
};

}  // namespace viab::bench
