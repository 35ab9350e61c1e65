#include "net/outbox.hpp"

#include <algorithm>
#include <utility>

namespace viab::net {

namespace {
constexpr std::size_t kept_capacity = 16;
}

void outbox::count(entry const& one, bool in) {
  auto const bytes = one.bytes->size();
  auto const change = [in](auto& total, auto by) { in ? total += by : total -= by; };
  if (one.what == kind::view) change(view_bytes_, bytes);
  if (one.what == kind::answer || one.what == kind::patch) {
    change(counted_bytes_, bytes);
    change(counted_, 1U);
  }
  if (one.what == kind::answer) {
    change(answer_bytes_, bytes);
    change(answers_, 1U);
  }
}

void outbox::append(protocol::frame bytes, kind what) {
  entries_.push_back({std::move(bytes), what});
  count(entries_.back(), true);
}

template <class Which>
void outbox::drop_where(Which which) {
  auto const from = entries_.begin() + static_cast<std::ptrdiff_t>(waiting_from());
  auto const kept = std::stable_partition(from, entries_.end(),
                                          [&](entry const& one) { return !which(one.what); });
  std::for_each(kept, entries_.end(), [this](entry const& one) { count(one, false); });
  entries_.erase(kept, entries_.end());
}

bool outbox::put_answer(protocol::frame bytes) {
  if (answers_ + 1 > limits_->answers || answer_bytes_ + bytes->size() > limits_->answer_bytes) {
    return false;
  }
  append(std::move(bytes), kind::answer);
  return true;
}

bool outbox::put_patch(protocol::frame bytes) {
  if (behind_) return false;
  bool const fits = counted_ + 1 <= limits_->frames
                    && counted_bytes_ + bytes->size() <= limits_->bytes;
  if (!fits) {
    drop_where([](kind what) { return what == kind::patch; });
    behind_ = true;
    asked_ = false;
    return false;
  }
  append(std::move(bytes), kind::patch);
  return true;
}

void outbox::put_view(protocol::frame bytes) {
  // What a whole view follows it makes superfluous.
  drop_where([](kind what) { return what == kind::patch || what == kind::view; });
  append(std::move(bytes), kind::view);
  behind_ = false;
}

void outbox::put_control(protocol::frame bytes) {
  auto at = waiting_from();
  while (at < entries_.size() && entries_[at].what == kind::control) ++at;
  entries_.insert(entries_.begin() + static_cast<std::ptrdiff_t>(at),
                  {std::move(bytes), kind::control});
}

void outbox::put_last(protocol::frame bytes, kind what) { append(std::move(bytes), what); }

bool outbox::take_catch_up() {
  if (!behind_ || asked_) return false;
  if (counted_ > limits_->frames / 4 || bytes() > limits_->bytes / 4) return false;
  asked_ = true;
  return true;
}

void outbox::drop_first() {
  count(entries_[first_], false);
  entries_[first_].bytes.reset();
  ++first_;
  begun_ = false;
  if (empty()) {
    // An idle connection keeps no queue.
    if (entries_.capacity() > kept_capacity) {
      std::vector<entry>().swap(entries_);
    } else {
      entries_.clear();
    }
    first_ = 0;
  } else if (first_ >= 64 && first_ * 2 >= entries_.size()) {
    entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(first_));
    first_ = 0;
  }
}

void outbox::drop_waiting() {
  drop_where([](kind) { return true; });
}

}  // namespace viab::net
