// The bounded queue of one connection: who keeps up gets every patch, who does not gets a whole
// view.
#pragma once

#include "protocol/frames.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace viab::net {

struct outbox_limits {
  // A patch that would bring what waits above one of these is dropped, with all patches that wait.
  std::size_t bytes = 1024 * 1024;
  std::size_t frames = 256;
  // Answers are never dropped; a connection with more than this of them waiting is closed.
  std::size_t answer_bytes = 2 * 1024 * 1024;
  std::size_t answers = 4096;
};

// The whole view that waits (there is never more than one that is not being written) is counted in
// neither limit: it is always admitted, and patches that follow it still fit. Times and sockets are
// none of its business.
class outbox {
public:
  enum class kind : std::uint8_t {
    answer,
    patch,
    view,
    control  // bytes that go out as they are: heads, pings, closes
  };
  struct entry {
    protocol::frame bytes;
    kind what = kind::answer;
  };

  // `limits` outlives the outbox: all connections share one.
  explicit outbox(outbox_limits const& limits) : limits_(&limits) {}

  // False when too many answers wait; the answer is not admitted and the connection is to be
  // closed.
  bool put_answer(protocol::frame);
  // False when it was dropped.
  bool put_patch(protocol::frame);
  void put_view(protocol::frame);
  // Goes out before everything of which nothing was written yet.
  void put_control(protocol::frame);
  // Goes out after everything else.
  void put_last(protocol::frame, kind = kind::control);

  bool fell_behind() const { return behind_; }
  // True once each time that it fell behind, when what waits has shrunk below a quarter of the
  // limits.
  // To be asked after something was written, so that a reader that stands still costs nothing.
  bool take_catch_up();

  bool empty() const { return first_ == entries_.size(); }
  std::size_t size() const { return entries_.size() - first_; }
  std::size_t bytes() const { return counted_bytes_ + view_bytes_; }
  entry const& at(std::size_t index) const { return entries_[first_ + index]; }
  // Some bytes of the first entry are on their way: it can no longer be dropped or overtaken.
  void begin_first() { begun_ = true; }
  void drop_first();  // it is written
  // Everything but an entry of which a part was written.
  void drop_waiting();

private:
  std::size_t waiting_from() const { return first_ + (begun_ ? 1 : 0); }
  void count(entry const&, bool in);
  template <class Which>
  void drop_where(Which);
  void append(protocol::frame, kind);

  outbox_limits const* limits_;
  std::vector<entry> entries_;  // written ones are in front until there are enough to move the rest
  std::size_t first_ = 0;
  std::size_t counted_bytes_ = 0;  // patches and answers
  std::size_t view_bytes_ = 0;
  std::size_t answer_bytes_ = 0;
  std::uint32_t counted_ = 0;  // patches and answers
  std::uint32_t answers_ = 0;
  bool begun_ = false;
  bool behind_ = false;
  bool asked_ = false;
};

}  // namespace viab::net
