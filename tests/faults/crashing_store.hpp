// An event store that ends the process, as a power cut would, at the nth batch it is given.
#pragma once

#include "ports/event_store.hpp"

namespace viab::tests {

enum class store_crash {
  never,
  after_decide,  // decided, and nothing of it handed to the database
  after_commit,  // committed, and nobody told
  early_answer,  // no crash point of ours: answers at once and commits later, as no store may
  slow_commit    // no crash either: each batch waits `nth` milliseconds before it is committed
};

class crashing_store final : public ports::event_store {
public:
  crashing_store(ports::event_store& inner, store_crash when, int nth)
      : inner_(inner), when_(when), left_(nth) {}

  boost::asio::awaitable<void> append(ports::append_batch) override;
  boost::asio::awaitable<ports::loaded_session> load(session_id) override;
  boost::asio::awaitable<std::vector<session_id>> live_sessions() override;
  std::string epoch() const override { return inner_.epoch(); }

private:
  boost::asio::awaitable<void> append_and_crash(ports::append_batch);
  boost::asio::awaitable<void> append_later(ports::append_batch);
  boost::asio::awaitable<void> append_slowly(ports::append_batch);

  ports::event_store& inner_;
  store_crash when_;
  int left_;
};

[[noreturn]] void end_at_once();

}  // namespace viab::tests
