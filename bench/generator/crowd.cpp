#include "bench/generator/crowd.hpp"

#include <stdexcept>

namespace viab::bench {
namespace {

constexpr std::size_t most_opening = 200;
constexpr double longest_connecting = 60;

std::vector<known_room> rooms_of(arguments const& asked) {
  if (asked.text("target") != "relay") return read_rooms(asked.text("rooms"));
  return imagined_rooms(asked.whole("room-count"), asked.whole("people"), 60, 6);
}

}  // namespace

crowd::crowd(arguments const& asked)
    : asked_(asked),
      relay_(asked.text("target") == "relay"),
      rooms_(rooms_of(asked)),
      net_(asked.text("host", "127.0.0.1"), asked.whole("port"), *this),
      server_pid_(asked.whole("server-pid")) {}

void crowd::add_people(std::uint32_t members) {
  people_.resize(rooms_.size());
  for (std::uint32_t r = 0; r < rooms_.size(); ++r) {
    auto const& room = rooms_[r];
    for (std::uint32_t m = 0; m < room.cookies.size(); ++m) {
      if (members > 0 && m == members) break;
      people_[r].push_back(&add("/live/" + room.session, room.cookies[m], r, m));
    }
  }
}

client& crowd::add(std::string path, std::string cookie, std::uint32_t room,
                   std::uint32_t member) {
  seen_seq_.push_back(0);
  has_view_.push_back(0);
  return net_.add(std::move(path), std::move(cookie), room, member);
}

void crowd::connect_all() {
  auto const until = now_ns() + seconds_ns(longest_connecting);
  for (std::size_t next = 0; views_ < net_.size();) {
    while (next < net_.size() && next - views_ < most_opening) net_.open(net_.at(next++));
    net_.turn(now_ns() + seconds_ns(0.1));
    if (net_.lost_count() > 0) throw std::runtime_error("a connection was refused or lost");
    if (now_ns() > until) throw std::runtime_error("not everybody got a view within a minute");
  }
}

void crowd::run_until(nanoseconds until) {
  while (now_ns() < until) net_.turn(until);
}

void crowd::on_text(client& from, std::string_view text, nanoseconds now) {
  auto const seen = look_at(text);
  if (seen.kind == frame_kind::view && has_view_[from.index] == 0) {
    has_view_[from.index] = 1;
    seen_seq_[from.index] = seen.seq;
    ++views_;
  }
  on_frame(from, seen, text, now);
}

void crowd::on_lost(client&) {}

}  // namespace viab::bench
