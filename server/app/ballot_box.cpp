#include "app/ballot_box.hpp"

#include "domain/ensure.hpp"

namespace viab::app {
namespace {

// One size for every sealed event of a kind, so that its length says nothing. The largest ballot
// is a word of 40 characters, or in `position` a reason of 280; JSON writes each with six bytes at
// most.
std::size_t sealed_size(std::string_view kind) {
  return kind.starts_with("position.") ? 2048 : 1024;
}

}  // namespace

std::string written(participant_id who) { return "p" + std::to_string(who.number); }

std::optional<std::string> ballot_box::open_secret_round(session::state const& state,
                                                         session::step_slot const& slot) {
  if (!slot.state) return std::nullopt;
  auto const round = session::round_of(slot);
  if (round.promised != promise::secret || round.phase != steps::round_phase::open) {
    return std::nullopt;
  }
  return state.id.value + "." + slot.plan.id.value + "." + std::to_string(round.number);
}

bool ballot_box::lacks_key(session::state const& state) const {
  for (auto const& slot : state.slots) {
    if (auto const round = open_secret_round(state, slot); round && !has_key(*round)) return true;
  }
  return false;
}

boost::asio::awaitable<void> ballot_box::open_keys(session::state const& state) {
  for (auto const& slot : state.slots) {
    auto const round = open_secret_round(state, slot);
    if (!round || has_key(*round)) continue;
    auto key = co_await outside_.keys.open_round(*round);
    keys_[*round] = std::move(key);
  }
}

boost::asio::awaitable<bool> ballot_box::find_key(std::string round) {
  if (has_key(round)) co_return true;
  auto key = co_await outside_.keys.find_round(round);
  if (!key) co_return false;
  keys_[round] = std::move(key);
  co_return true;
}

boost::asio::awaitable<void> ballot_box::destroy(std::string round) {
  keys_.erase(round);
  co_await outside_.keys.destroy(round);
}

ballot_key ballot_box::ballot_of(session::state const& state, session::step_slot const& slot,
                                 participant_id who) const {
  if (auto const round = open_secret_round(state, slot)) {
    if (auto const found = keys_.find(*round); found != keys_.end()) {
      return found->second->pseudonym(written(who));
    }
    return {};  // no key yet, so no ballot either
  }
  return ballot_key{written(who)};
}

std::string ballot_box::seal(std::string const& round, protocol::encoded_event const& event) const {
  auto const found = keys_.find(round);
  VIAB_ENSURE(found != keys_.end());
  auto const plain = event.kind + "\n" + std::to_string(event.version) + "\n" + event.payload;
  auto const size = sealed_size(event.kind);
  VIAB_ENSURE(plain.size() < size);
  return found->second->seal(plain, size);
}

std::optional<protocol::encoded_event> ballot_box::open(std::string const& round,
                                                        std::string const& sealed) const {
  auto const found = keys_.find(round);
  if (found == keys_.end()) return std::nullopt;
  auto const plain = found->second->open(sealed);
  if (!plain) return std::nullopt;
  auto const first = plain->find('\n');
  auto const second = plain->find('\n', first + 1);
  if (first == std::string::npos || second == std::string::npos) return std::nullopt;
  return protocol::encoded_event{plain->substr(0, first),
                                 std::stoi(plain->substr(first + 1, second - first - 1)),
                                 plain->substr(second + 1)};
}

}  // namespace viab::app
