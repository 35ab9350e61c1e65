#include "bench/generator/group_load.hpp"

#include "bench/generator/server_process.hpp"

#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace viab::bench {

group_load::group_load(arguments const& asked)
    : crowd(asked),
      in_flight_(asked.whole("in-flight", 1)),
      rate_(asked.number("rate")),
      adds_(asked.whole("adds")) {}

void group_load::run() {
  add_people(static_cast<std::uint32_t>(asked_.whole("members")));
  connect_all();
  prepare();
  auto const warm_up = asked_.number("warm-up", 1);
  auto const seconds = asked_.number("seconds", 5);
  if (adds_ > 0) {
    run_adds();
  } else if (rate_ > 0) {
    run_open(warm_up, seconds);
  } else {
    run_closed(warm_up, seconds);
  }
  print();
}

void group_load::prepare() {
  // Whatever the arrivals brought about has been said by then.
  run_until(now_ns() + seconds_ns(1.2));
  work_.resize(rooms_.size());
  for (std::uint32_t r = 0; r < rooms_.size(); ++r) {
    auto const people = static_cast<std::uint32_t>(people_[r].size());
    work_[r].work = std::make_unique<group_room>(rooms_[r], r, people, !relay_);
    auto const seq_of = [&](client const* one) { return seen_seq_[one->index]; };
    auto least = seq_of(people_[r].front());
    for (auto const* one : people_[r]) least = std::min(least, seq_of(one));
    work_[r].with_all = least;
    for (auto const* one : people_[r]) {
      auto const has = std::exchange(seen_seq_[one->index], least);
      reached(*one, work_[r], has, now_ns());
    }
  }
}

void group_load::run_closed(double warm_up, double seconds) {
  sending_ = true;
  for (std::uint32_t r = 0; r < work_.size(); ++r) refill(r);
  run_until(now_ns() + seconds_ns(warm_up));
  begin_measuring();
  run_until(now_ns() + seconds_ns(seconds));
  end_measuring();
  sending_ = false;
  run_until(now_ns() + seconds_ns(0.3));
}

void group_load::run_open(double warm_up, double seconds) {
  sending_ = true;
  auto const every = seconds_ns(1 / rate_);
  auto const start = now_ns();
  auto const measured_from = start + seconds_ns(warm_up);
  auto const end = measured_from + seconds_ns(seconds);
  std::uint32_t next_room = 0;
  for (auto due = start; due < end; due += every) {
    while (now_ns() < due) net_.turn(due);
    if (!measuring_ && due >= measured_from) begin_measuring();
    auto const counts = due >= measured_from;
    auto const r = next_room++ % static_cast<std::uint32_t>(work_.size());
    if (!send_one(r, due, counts)) work_[r].overdue.push_back(due);
  }
  // Those that were due in the window and are still under way count with what they take.
  auto const patience = now_ns() + seconds_ns(3);
  auto const busy = [&] {
    return std::any_of(work_.begin(), work_.end(), [](busy_room const& one) {
      return !one.under_way.empty() || !one.overdue.empty();
    });
  };
  end_measuring();
  while (busy() && now_ns() < patience) net_.turn(now_ns() + seconds_ns(0.01));
  for (auto const& one : work_) unfinished_ += one.under_way.size() + one.overdue.size();
  sending_ = false;
}

void group_load::run_adds() {
  sending_ = true;
  begin_measuring();
  for (std::uint32_t r = 0; r < work_.size(); ++r) refill(r);
  auto const all = static_cast<std::uint64_t>(adds_) * work_.size();
  auto const patience = now_ns() + seconds_ns(30);
  while (commands_ + refused_ < all && now_ns() < patience) net_.turn(now_ns() + seconds_ns(0.1));
  end_measuring();
  unfinished_ = all - commands_ - refused_;
}

bool group_load::send_one(std::uint32_t room_number, nanoseconds due, bool counts) {
  auto& room = work_[room_number];
  auto const planned = adds_ > 0 ? room.work->plan_add(0) : room.work->plan();
  if (!planned) return false;
  room.under_way.emplace(planned->number, command{due, counts});
  net_.send(*people_[room_number][planned->sender], planned->frame);
  return true;
}

void group_load::refill(std::uint32_t room_number) {
  auto& room = work_[room_number];
  if (!sending_) return;
  if (rate_ > 0) {
    while (!room.overdue.empty() && send_one(room_number, room.overdue.front(), true)) {
      room.overdue.pop_front();
    }
    return;
  }
  while (room.under_way.size() < static_cast<std::size_t>(in_flight_)) {
    if (adds_ > 0 && room.adds++ >= adds_) return;
    if (!send_one(room_number, now_ns(), true)) return;
  }
}

void group_load::reached(client const& who, busy_room& in, std::uint64_t seq, nanoseconds now) {
  auto& has = seen_seq_[who.index];
  if (seq <= has) return;
  if (in.reached.size() < seq - in.with_all) in.reached.resize(seq - in.with_all);
  for (auto s = has + 1; s <= seq; ++s) ++in.reached[s - in.with_all - 1];
  has = seq;
  auto const everybody = people_[who.room].size();
  while (!in.reached.empty() && in.reached.front() == everybody) {
    in.reached.pop_front();
    ++in.with_all;
  }
  while (!in.acknowledged.empty() && in.acknowledged.begin()->first <= in.with_all) {
    auto const numbers = std::move(in.acknowledged.begin()->second);
    in.acknowledged.erase(in.acknowledged.begin());
    for (auto const number : numbers) complete(who.room, number, now);
    refill(who.room);
  }
}

void group_load::acknowledged(client const& who, busy_room& in, seen_frame const& seen,
                              nanoseconds now) {
  auto const number = number_of(seen.id);
  if (seen.seq > in.with_all) {
    in.acknowledged[seen.seq].push_back(number);
    return;
  }
  complete(who.room, number, now);
  refill(who.room);
}

void group_load::complete(std::uint32_t room_number, std::uint64_t number, nanoseconds now) {
  auto& room = work_[room_number];
  auto const found = room.under_way.find(number);
  if (found == room.under_way.end()) return;
  if (found->second.counts && (measuring_ || rate_ > 0)) {
    ++commands_;
    deliveries_ += people_[room_number].size();
    times_.add(now - found->second.due);
  }
  room.under_way.erase(found);
  room.work->settled(number);
}

void group_load::on_frame(client& from, seen_frame const& seen, std::string_view text,
                          nanoseconds now) {
  if (work_.empty()) {
    seen_seq_[from.index] = std::max(seen_seq_[from.index], seen.seq);
    return;
  }
  auto& in = work_[from.room];
  switch (seen.kind) {
    case frame_kind::view: ++views_again_; [[fallthrough]];
    case frame_kind::patch:
      if (from.member == 0 && !relay_) in.work->look_for_added(text);
      if (measuring_) {
        patch_bytes_ += text.size();
        ++patches_;
      }
      return reached(from, in, seen.seq, now);
    case frame_kind::own_patch:
      if (measuring_) answer_bytes_ += text.size();
      return reached(from, in, seen.seq, now);
    case frame_kind::done:
      if (measuring_) answer_bytes_ += text.size();
      return acknowledged(from, in, seen, now);
    case frame_kind::refused:
      if (refused_++ < 3) std::fprintf(stderr, "%s\n", std::string(text).c_str());
      in.under_way.erase(number_of(seen.id));
      in.work->settled(number_of(seen.id));
      return refill(from.room);
    default: return;
  }
}

void group_load::on_lost(client& one) {
  throw std::runtime_error("lost the connection of " + one.path);
}

void group_load::begin_measuring() {
  measuring_ = true;
  bytes_before_ = net_.bytes_in();
  own_cpu_ = sum_of(processor_ns(getpid()));
  server_cpu_ = processor_ns(server_pid_);
  began_ = now_ns();
}

void group_load::end_measuring() {
  measuring_ = false;
  took_ = now_ns() - began_;
  own_cpu_ = sum_of(processor_ns(getpid())) - own_cpu_;
  for (auto const& [thread, ns] : processor_ns(server_pid_)) {
    server_cpu_[thread] = ns - server_cpu_[thread];
  }
  bytes_before_ = net_.bytes_in() - bytes_before_;
}

void group_load::print() {
  auto const seconds = static_cast<double>(took_) / 1e9;
  std::uint64_t const one = 1;
  auto const commands = static_cast<double>(std::max(commands_, one));
  auto const deliveries = static_cast<double>(std::max(deliveries_, one));
  auto const server = static_cast<double>(sum_of(server_cpu_));
  auto const main_thread = static_cast<double>(server_cpu_[server_pid_]);
  report out;
  out.put("commands_per_s", static_cast<double>(commands_) / seconds)
      .put("deliveries_per_s", static_cast<double>(deliveries_) / seconds)
      .put("commands", static_cast<double>(commands_))
      .put("refused", static_cast<double>(refused_))
      .put("unfinished", static_cast<double>(unfinished_))
      .put("views_again", static_cast<double>(views_again_))
      .put("reached_all_ms", times_)
      .put("commands_per_patch", deliveries / static_cast<double>(std::max(patches_, one)))
      .put("patch_bytes_per_command", static_cast<double>(patch_bytes_) / deliveries)
      .put("answer_bytes_per_command", static_cast<double>(answer_bytes_) / commands)
      .put("bytes_per_s", static_cast<double>(bytes_before_) / seconds)
      .put("generator_busy", static_cast<double>(own_cpu_) / static_cast<double>(took_))
      .put("server_busy", server / static_cast<double>(took_))
      .put("server_us_per_command", server / 1e3 / commands)
      .put("server_us_per_delivery", server / 1e3 / deliveries)
      .put("server_loop_share", main_thread / std::max(server, 1.0))
      .put("seconds", seconds);
  out.print();
}

}  // namespace viab::bench
