#include "net/wheel.hpp"

#include <boost/system/error_code.hpp>

#include <algorithm>

namespace viab::net {

namespace {

// Instead of the moment of the start, once it is stopped.
constexpr auto stopped = std::chrono::steady_clock::time_point::max();

}  // namespace

void wheel::node::unlink() {
  if (!before) return;
  before->after = after;
  after->before = before;
  before = after = nullptr;
}

void wheel::node::link_before(node& next) {
  unlink();
  before = next.before;
  after = &next;
  before->after = this;
  next.before = this;
}

wheel::wheel(boost::asio::io_context& loop, std::chrono::milliseconds second)
    : timer_(loop), second_(second), started_(std::chrono::steady_clock::now()) {
  for (auto& slot : slots_) slot.before = slot.after = &slot;
}

wheel::~wheel() {
  for (auto& slot : slots_) {
    while (slot.after != &slot) slot.after->unlink();
  }
}

void wheel::start() {
  started_ = std::chrono::steady_clock::now();
  now_ = 0;
  wait();
}

// A tick that is due already can no longer be cancelled; it sees that it comes too late.
void wheel::stop() {
  started_ = stopped;
  timer_.cancel();
}

void wheel::schedule(entry& one, std::chrono::seconds from_now) {
  // One more, because a part of the present second has passed already.
  auto const after = std::max<std::int64_t>(from_now.count(), 0) + 1;
  one.due_ = now_ + static_cast<std::uint32_t>(after);
  one.link_before(slots_[one.due_ % slots_.size()]);
}

void wheel::wait() {
  timer_.expires_at(started_ + (now_ + 1) * second_);
  timer_.async_wait([weak = weak_from_this()](boost::system::error_code ec) {
    auto const self = weak.lock();
    if (!ec && self) self->tick();
  });
}

void wheel::tick() {
  if (started_ == stopped) return;
  auto const passed = (std::chrono::steady_clock::now() - started_) / second_;
  // After a pause of the whole machine every slot is looked at once, not once per second missed.
  auto const steps =
      std::min<std::int64_t>(passed - now_, static_cast<std::int64_t>(slots_.size()));
  auto const from = static_cast<std::uint32_t>(passed - steps);
  now_ = static_cast<std::uint32_t>(passed);
  for (std::uint32_t at = from + 1; at <= now_; ++at) fire(slots_[at % slots_.size()]);
  wait();
}

void wheel::fire(node& slot) {
  node here;  // what the slot held; entries may cancel each other while they are called
  here.before = here.after = &here;
  while (slot.after != &slot) slot.after->link_before(here);
  while (here.after != &here) {
    auto& one = static_cast<entry&>(*here.after);
    if (one.due_ > now_) {
      one.link_before(slot);  // of a later round
      continue;
    }
    one.unlink();
    one.on_time();
  }
}

}  // namespace viab::net
