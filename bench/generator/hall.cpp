#include "bench/generator/hall.hpp"

#include "bench/generator/group_room.hpp"
#include "bench/generator/server_process.hpp"

#include <stdexcept>

namespace viab::bench {

void hall::on_frame(client& from, seen_frame const& seen, std::string_view text, nanoseconds now) {
  if (!asking_) return;
  if (&from == screen_) {
    if (seen.kind != frame_kind::patch && seen.kind != frame_kind::view) return;
    updates_.push_back(now);
    auto const everybody = R"(answered","value":)" + std::to_string(people_[0].size() - 1) + "}";
    if (text.find(everybody) != std::string_view::npos) screen_complete_ = now;
  } else if (seen.kind == frame_kind::done) {
    times_.add(now - due_[from.index]);
    last_done_ = now;
  } else if (seen.kind == frame_kind::refused && refused_++ < 3) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
  }
}

void hall::on_lost(client& one) { throw std::runtime_error("lost the connection of " + one.path); }

void hall::answer_by_schedule(double seconds) {
  // Not in the order of arrival: a hall does not answer row by row.
  constexpr std::size_t stride = 1009;
  auto const& people = people_[0];
  auto const count = people.size() - 1;
  auto const every = seconds_ns(seconds) / static_cast<nanoseconds>(count);
  auto const start = now_ns();
  for (std::size_t i = 0; i < count; ++i) {
    last_due_ = start + static_cast<nanoseconds>(i) * every;
    while (now_ns() < last_due_) net_.turn(last_due_);
    auto& who = *people[i * stride % count];
    due_[who.index] = last_due_;
    net_.send(who, R"({"do":{"id":")" + command_id(0, who.index + 1) +
                       R"(","step":"check_in","command":{"type":"answer","mood":"sunny"}}})");
  }
  auto const patience = now_ns() + seconds_ns(10);
  while (now_ns() < patience && times_.count() + refused_ < count) {
    net_.turn(now_ns() + seconds_ns(0.1));
  }
  run_until(now_ns() + seconds_ns(1));
}

std::size_t hall::most_in_a_second() const {
  std::size_t most = 0;
  for (std::size_t last = 0, first = 0; last < updates_.size(); ++last) {
    while (updates_[last] - updates_[first] >= 1'000'000'000) ++first;
    most = std::max(most, last - first + 1);
  }
  return most;
}

void hall::run() {
  add_people(0);
  screen_ = &add("/live/" + rooms_[0].session + "?as=screen", rooms_[0].cookies[0], 0, 0);
  people_[0].push_back(screen_);
  auto const began = now_ns();
  connect_all();
  auto const seconds_to_enter = static_cast<double>(now_ns() - began) / 1e9;
  run_until(now_ns() + seconds_ns(2));
  due_.resize(net_.size());
  asking_ = true;
  auto const before = sum_of(processor_ns(server_pid_));
  answer_by_schedule(asked_.number("seconds", 20));
  auto const used = static_cast<double>(sum_of(processor_ns(server_pid_)) - before);
  auto const ms_after = [this](nanoseconds at) {
    return static_cast<double>(at - last_due_) / 1e6;
  };
  report out;
  out.put("people", static_cast<double>(people_[0].size() - 1))
      .put("answered", static_cast<double>(times_.count()))
      .put("refused", static_cast<double>(refused_))
      .put("seconds_to_enter", seconds_to_enter)
      .put("done_ms", times_)
      .put("last_ack_ms", ms_after(last_done_))
      .put("screen_complete_ms", screen_complete_ == 0 ? -1 : ms_after(screen_complete_))
      .put("screen_updates", static_cast<double>(updates_.size()))
      .put("screen_updates_per_s_most", static_cast<double>(most_in_a_second()))
      .put("server_ms", used / 1e6);
  out.print();
}

}  // namespace viab::bench
