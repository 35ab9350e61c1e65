// Ports that keep, tell or show what the real ones do not: each leak is one line of code that
// somebody could write by mistake.
#pragma once

#include "ports/event_store.hpp"
#include "ports/vault.hpp"

#include <map>
#include <memory>
#include <string>

namespace viab::tests {

// What the seals saw and the event store may use: whose ballot each sealed payload is.
struct loose_talk {
  std::map<std::string, std::string> person_of_pseudonym;
  std::map<std::string, std::string> person_of_payload;
};

class leaking_vault final : public ports::vault {
public:
  leaking_vault(ports::vault& inner, std::shared_ptr<loose_talk> heard)
      : inner_(inner), heard_(std::move(heard)) {}

  boost::asio::awaitable<seal> open_round(std::string round) override;
  boost::asio::awaitable<seal> find_round(std::string round) override;
  boost::asio::awaitable<void> destroy(std::string round) override;
  boost::asio::awaitable<std::vector<std::string>> rounds() override { return inner_.rounds(); }

private:
  seal around(seal const&) const;

  ports::vault& inner_;
  std::shared_ptr<loose_talk> heard_;
};

class leaking_store final : public ports::event_store {
public:
  leaking_store(ports::event_store& inner, std::shared_ptr<loose_talk> heard)
      : inner_(inner), heard_(std::move(heard)) {}

  boost::asio::awaitable<void> append(ports::append_batch) override;
  boost::asio::awaitable<ports::loaded_session> load(session_id) override;
  boost::asio::awaitable<std::vector<session_id>> live_sessions() override;
  std::string epoch() const override { return inner_.epoch(); }

private:
  ports::event_store& inner_;
  std::shared_ptr<loose_talk> heard_;
};

}  // namespace viab::tests
