#include "leaking/leaking_ports.hpp"

#include "leaking/leak.hpp"

#include <chrono>

namespace viab::tests {

namespace asio = boost::asio;

namespace {

class leaking_seal final : public ports::round_seal {
public:
  leaking_seal(ports::vault::seal inner, std::shared_ptr<loose_talk> heard)
      : inner_(std::move(inner)), heard_(std::move(heard)) {}

  ballot_key pseudonym(std::string_view who) const override {
    auto name = inner_->pseudonym(who);
    heard_->person_of_pseudonym[name.value] = std::string(who);
    return name;
  }

  std::string seal(std::string_view plain, std::size_t padded_to) const override {
    auto sealed = inner_->seal(plain, leaks("no_padding") ? plain.size() : padded_to);
    for (auto const& [name, who] : heard_->person_of_pseudonym) {
      if (plain.find(name) != std::string_view::npos) heard_->person_of_payload[sealed] = who;
    }
    return sealed;
  }

  std::optional<std::string> open(std::string_view sealed) const override {
    return inner_->open(sealed);
  }

private:
  ports::vault::seal inner_;
  std::shared_ptr<loose_talk> heard_;
};

// "p7"
participant_id read_participant(std::string const& who) {
  return {static_cast<std::uint32_t>(std::stoul(who.substr(1)))};
}

}  // namespace

leaking_vault::seal leaking_vault::around(seal const& inner) const {
  return inner ? std::make_shared<leaking_seal>(inner, heard_) : inner;
}

asio::awaitable<leaking_vault::seal> leaking_vault::open_round(std::string round) {
  auto opening = inner_.open_round(std::move(round));
  auto const inner = co_await std::move(opening);
  co_return around(inner);
}

asio::awaitable<leaking_vault::seal> leaking_vault::find_round(std::string round) {
  auto finding = inner_.find_round(std::move(round));
  auto const inner = co_await std::move(finding);
  co_return around(inner);
}

asio::awaitable<void> leaking_vault::destroy(std::string round) {
  if (leaks("key_kept")) co_return;
  auto destroying = inner_.destroy(std::move(round));
  co_await std::move(destroying);
}

asio::awaitable<void> leaking_store::append(ports::append_batch batch) {
  for (auto& row : batch.events) {
    if (!row.sealed_round) continue;
    if (leaks("true_time")) {
      row.at = std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
    }
    if (leaks("actor_stored")) {
      row.actor = read_participant(heard_->person_of_payload.at(row.payload));
    }
  }
  for (auto& row : batch.handled) {
    if (!row.sealed_round || !leaks("handled_by_name")) continue;
    row.who = heard_->person_of_pseudonym.at(row.who);
  }
  return inner_.append(std::move(batch));
}

asio::awaitable<ports::loaded_session> leaking_store::load(session_id id) {
  return inner_.load(std::move(id));
}

asio::awaitable<std::vector<session_id>> leaking_store::live_sessions() {
  return inner_.live_sessions();
}

}  // namespace viab::tests
