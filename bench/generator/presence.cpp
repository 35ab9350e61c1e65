#include "bench/generator/presence.hpp"

#include "bench/generator/group_room.hpp"
#include "bench/generator/server_process.hpp"

#include <stdexcept>
#include <utility>

namespace viab::bench {
namespace {

constexpr int commands_missed = 2;

double ms(nanoseconds time) { return static_cast<double>(time) / 1e6; }

}  // namespace

void idle_crowd::run() {
  add_people(0);
  auto const before = resident_kib(server_pid_);
  connect_all();
  run_until(now_ns() + seconds_ns(asked_.number("seconds", 4)));
  auto const after = resident_kib(server_pid_);
  auto const people = static_cast<double>(net_.size());
  report out;
  out.put("people", people)
      .put("resident_before_kib", static_cast<double>(before))
      .put("resident_after_kib", static_cast<double>(after))
      .put("kib_per_participant", static_cast<double>(after - before) / people);
  out.print();
}

void returning_crowd::on_lost(client& one) {
  if (now_ != stage::returning) throw std::runtime_error("lost the connection of " + one.path);
  // As a browser would, but sooner: it comes again at the end of this turn.
  ++retries_;
  again_.push_back(&one);
}

void returning_crowd::on_frame(client& from, seen_frame const& seen, std::string_view text,
                               nanoseconds now) {
  if (now_ != stage::returning) {
    if (seen.kind == frame_kind::welcome && epoch_.empty()) epoch_ = between(text, R"("epoch":")");
    if (seen.kind == frame_kind::done) ++dones_;
    seen_seq_[from.index] = std::max(seen_seq_[from.index], seen.seq);
    return;
  }
  if (seen.kind == frame_kind::welcome) {
    recovered_[from.index] = text.find(R"("recovered":true)") != std::string_view::npos;
  } else if (seen.kind == frame_kind::patch) {
    ++patches_again_;
  } else if (seen.kind == frame_kind::view) {
    // After the missed patches what is one's own comes whole.
    if (!recovered_[from.index]) ++whole_views_;
    ++back_;
    last_ = now;
    times_.add(now - began_);
  }
}

void returning_crowd::make_history() {
  now_ = stage::history;
  std::vector<group_room> work;
  std::size_t sent = 0;
  for (std::uint32_t r = 0; r < rooms_.size(); ++r) {
    work.emplace_back(rooms_[r], r, static_cast<std::uint32_t>(people_[r].size()), false);
  }
  for (int i = 0; i <= commands_missed; ++i) {
    for (std::uint32_t r = 0; r < rooms_.size(); ++r) {
      auto const next = work[r].plan();
      if (!next) continue;
      net_.send(*people_[r][next->sender], next->frame);
      ++sent;
    }
    auto const patience = now_ns() + seconds_ns(20);
    while (dones_ < sent && now_ns() < patience) net_.turn(now_ns() + seconds_ns(0.05));
  }
  run_until(now_ns() + seconds_ns(1.5));
}

void returning_crowd::cut_and_return() {
  now_ = stage::away;
  for (std::size_t i = 0; i < net_.size(); ++i) {
    auto& one = net_.at(i);
    net_.close(one);
    auto const seq = seen_seq_[i] - commands_missed;
    one.hello = R"({"hello":{"epoch":")" + epoch_ + R"(","seq":)" + std::to_string(seq) + "}}";
  }
  run_until(now_ns() + seconds_ns(asked_.number("away", 2)));
  now_ = stage::returning;
  recovered_.assign(net_.size(), 0);
  began_ = now_ns();
  for (std::size_t i = 0; i < net_.size(); ++i) net_.open(net_.at(i));
  auto const patience = began_ + seconds_ns(60);
  while (back_ < net_.size() && now_ns() < patience) {
    net_.turn(now_ns() + seconds_ns(0.02));
    for (auto* one : std::exchange(again_, {})) net_.open(*one);
  }
}

void returning_crowd::run() {
  add_people(0);
  connect_all();
  make_history();
  auto const before = sum_of(processor_ns(server_pid_));
  cut_and_return();
  auto const used = static_cast<double>(sum_of(processor_ns(server_pid_)) - before);
  report out;
  out.put("people", static_cast<double>(net_.size()))
      .put("back", static_cast<double>(back_))
      .put("not_recovered", static_cast<double>(whole_views_))
      .put("patches_again", static_cast<double>(patches_again_))
      .put("retries", static_cast<double>(retries_))
      .put("reconnect_ms", ms(last_ - began_))
      .put("each_ms", times_)
      .put("server_ms", used / 1e6);
  out.print();
}

void first_looks::on_frame(client&, seen_frame const& seen, std::string_view, nanoseconds now) {
  if (seen.kind == frame_kind::view) seen_at_ = now;
}

void first_looks::run() {
  add_people(0);
  samples times;
  for (std::size_t i = 0; i < net_.size(); ++i) {
    seen_at_ = 0;
    auto const began = now_ns();
    net_.open(net_.at(i));
    auto const patience = began + seconds_ns(10);
    while (seen_at_ == 0 && now_ns() < patience) net_.turn(now_ns() + seconds_ns(0.1));
    if (seen_at_ == 0) throw std::runtime_error("no view came within ten seconds");
    times.add(seen_at_ - began);
  }
  report out;
  out.put("sessions", static_cast<double>(net_.size())).put("first_view_ms", times).print();
}

}  // namespace viab::bench
