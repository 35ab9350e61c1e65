#include "bench/generator/blind_load.hpp"

#include "bench/generator/group_room.hpp"
#include "bench/generator/server_process.hpp"

#include <array>
#include <stdexcept>

namespace viab::bench {

blind_load::blind_load(arguments const& asked)
    : crowd(asked), in_flight_(asked.whole("in-flight", 8)) {}

std::string blind_load::next_command(client const& who, person& by) {
  auto const& room = rooms_[who.room];
  auto const number = ++by.count;
  std::string body;
  if (room.step == "check_in") {
    constexpr std::array moods{"sunny", "fair", "rainy"};
    body = R"("answer","mood":")" + std::string(moods[number % 3]) + R"(","word":"woord )" +
           std::to_string(number % 7) + '"';
  } else if (room.step == "vote") {
    auto const& item = room.cards[who.member % room.cards.size()];
    body = R"("set_dots","item":")" + item.id + R"(","dots":)" + std::to_string(number % 2);
  } else if (by.version == 0) {
    body = R"("add_card","column":"works","text":"Het overleg liep goed")";
  } else {
    body = R"("edit_card","card":")" + by.draft + R"(","column":"works","version":)" +
           std::to_string(by.version) + R"(,"text":"Het overleg liep goed, keer )" +
           std::to_string(number) + '"';
  }
  auto const id = command_id(who.room, static_cast<std::uint64_t>(who.member) << 28 | number);
  return R"({"do":{"id":")" + id + R"(","step":")" + room.step + R"(","command":{"type":)" + body +
         "}}}";
}

void blind_load::send_next(std::uint32_t room) {
  if (!sending_) return;
  auto const& people = people_[room];
  for (std::size_t tries = 0; tries < people.size(); ++tries) {
    auto* const one = people[turn_[room]++ % people.size()];
    auto& by = persons_[one->index];
    if (by.sent != 0) continue;
    by.sent = now_ns();
    net_.send(*one, next_command(*one, by));
    return;
  }
}

void blind_load::on_frame(client& from, seen_frame const& seen, std::string_view text,
                          nanoseconds now) {
  if (persons_.empty()) return;
  auto& by = persons_[from.index];
  if (seen.kind == frame_kind::own_patch) {
    auto const draft = between(text, R"("cards":{"d)");
    if (!draft.empty()) by.draft = "d" + std::string(draft);
    return;
  }
  bool const done = seen.kind == frame_kind::done;
  if (!done && seen.kind != frame_kind::refused) return;
  if (done && measuring_) times_.add(now - by.sent);
  if (done) ++by.version;
  if (!done && refused_++ < 3) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
  }
  by.sent = 0;
  send_next(from.room);
}

void blind_load::on_lost(client& one) {
  throw std::runtime_error("lost the connection of " + one.path);
}

void blind_load::run() {
  add_people(0);
  connect_all();
  run_until(now_ns() + seconds_ns(1.2));
  persons_.resize(net_.size());
  turn_.resize(rooms_.size());
  sending_ = true;
  for (std::uint32_t r = 0; r < rooms_.size(); ++r) {
    for (int i = 0; i < in_flight_; ++i) send_next(r);
  }
  run_until(now_ns() + seconds_ns(asked_.number("warm-up", 1)));
  measuring_ = true;
  auto const seconds = asked_.number("seconds", 3);
  auto const before = sum_of(processor_ns(server_pid_));
  run_until(now_ns() + seconds_ns(seconds));
  auto const used = static_cast<double>(sum_of(processor_ns(server_pid_)) - before);
  measuring_ = sending_ = false;
  auto const commands = static_cast<double>(times_.count());
  report out;
  out.put("commands_per_s", commands / seconds)
      .put("done_ms", times_)
      .put("refused", static_cast<double>(refused_))
      .put("server_us_per_command", used / 1e3 / std::max(commands, 1.0));
  out.print();
}

}  // namespace viab::bench
