// What the network side counts; the metrics page reads it, all on the one thread of the event loop.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>

namespace viab::net {

struct counters {
  std::uint64_t connections_open = 0;
  std::uint64_t connections_accepted = 0;
  std::uint64_t connections_refused = 0;  // the limit was reached, or a half-open one made room
  std::uint64_t requests = 0;
  std::uint64_t websockets_open = 0;
  std::uint64_t streams_open = 0;
  std::uint64_t upgrades_refused = 0;
  std::uint64_t frames_in = 0;
  std::uint64_t frames_out = 0;
  // System calls of live connections; frames_out / writes is the coalescing.
  std::uint64_t writes = 0;
  std::uint64_t bytes_out = 0;
  std::uint64_t fell_behind = 0;
  std::uint64_t slow_closes = 0;
};

// One more of something, for as long as it lives.
class counted {
public:
  counted() = default;
  counted(std::shared_ptr<counters> all, std::uint64_t counters::*which)
      : all_(std::move(all)), which_(which) {
    ++(all_.get()->*which_);
  }
  counted(counted&& other) noexcept : all_(std::move(other.all_)), which_(other.which_) {}
  counted& operator=(counted&& other) noexcept {
    std::swap(all_, other.all_);
    std::swap(which_, other.which_);
    return *this;
  }
  ~counted() {
    if (all_) --(all_.get()->*which_);
  }

private:
  std::shared_ptr<counters> all_;
  std::uint64_t counters::*which_ = nullptr;
};

}  // namespace viab::net
