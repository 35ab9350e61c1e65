// What a host needs from outside, in forms that a test can hold back, break and look into.
#pragma once

#include "adapters/memory/fake_clock.hpp"
#include "adapters/memory/memory_event_store.hpp"
#include "adapters/memory/memory_vault.hpp"
#include "adapters/memory/seeded_dice.hpp"
#include "ports/library.hpp"

#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <stdexcept>

namespace viab::tests {

// The memory store behind a door: while it is closed nothing is committed, and nothing returns.
class gated_store final : public ports::event_store {
public:
  gated_store(ports::event_store& inner, boost::asio::any_io_executor executor)
      : inner_(inner), executor_(executor), opened_(std::move(executor)) {
    opened_.expires_at(boost::asio::steady_timer::time_point::max());
  }

  boost::asio::awaitable<void> append(ports::append_batch) override;
  boost::asio::awaitable<ports::loaded_session> load(session_id) override;
  boost::asio::awaitable<std::vector<session_id>> live_sessions() override;
  std::string epoch() const override { return inner_.epoch(); }

  void hold() { held_ = true; }
  void let_go() {
    held_ = false;
    opened_.cancel();
  }
  int waiting = 0;
  bool reads_fail = false;
  // Returns before anything is kept: what no store may do, and what a test must notice.
  bool lies = false;

private:
  boost::asio::awaitable<void> when_open(ports::append_batch);

  ports::event_store& inner_;
  boost::asio::any_io_executor executor_;
  boost::asio::steady_timer opened_;
  bool held_ = false;
};

// A vault of which keys can be impossible to make, as on a full disk.
class breakable_vault final : public adapters::memory_vault {
public:
  boost::asio::awaitable<seal> open_round(std::string round) override {
    if (broken) throw std::runtime_error("no room for a key");
    return adapters::memory_vault::open_round(std::move(round));
  }
  bool broken = false;
};

// Chance and time that can fail, as a bug in a rule would.
class breakable_dice final : public ports::dice {
public:
  std::string token(std::size_t bytes) override { return real_.token(bytes); }
  std::string join_code() override {
    if (broken) throw std::logic_error("a bug of ours");
    return real_.join_code();
  }
  bool broken = false;

private:
  adapters::seeded_dice real_;
};

// Sentences name their code, so that a test sees whose language was asked for.
class plain_library final : public ports::library {
public:
  std::optional<session::format> find_format(std::string const&,
                                             std::string const&) const override {
    return std::nullopt;
  }
  std::vector<session::format> formats() const override { return {}; }
  std::vector<course_card> course_cards(std::string const&) const override { return {}; }
  std::vector<story> stories(std::string const&) const override { return {}; }
  std::vector<programme> programmes() const override { return {}; }
  std::string sentence(std::string const& code, std::string const& detail,
                       std::string const& language) const override {
    return language + ": " + code + " " + detail;
  }
};

}  // namespace viab::tests
