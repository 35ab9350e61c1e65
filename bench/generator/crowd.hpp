// People in rooms: who is connected, and what each of them has been sent so far.
#pragma once

#include "bench/generator/arguments.hpp"
#include "bench/generator/network.hpp"
#include "bench/generator/rooms.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace viab::bench {

class crowd : public watcher {
public:
  explicit crowd(arguments const&);

protected:
  // Opens all connections, a few hundred at a time, and returns when everybody has a view. Throws
  // when that takes over a minute.
  void connect_all();
  virtual void on_frame(client&, seen_frame const&, std::string_view text, nanoseconds now) = 0;
  void run_until(nanoseconds until);

  // At most `members` of each room come; 0: all.
  void add_people(std::uint32_t members);
  client& add(std::string path, std::string cookie, std::uint32_t room, std::uint32_t member);
  void on_text(client&, std::string_view text, nanoseconds now) override;
  void on_lost(client&) override;

  arguments const& asked_;
  bool relay_;
  std::vector<known_room> rooms_;
  network net_;
  std::vector<std::vector<client*>> people_;  // by room
  std::vector<std::uint64_t> seen_seq_;       // by client
  int server_pid_;
  std::size_t views_ = 0;

private:
  std::vector<char> has_view_;
};

}  // namespace viab::bench
