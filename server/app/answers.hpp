// Which commands were answered, and how: what makes the same id count once.
#pragma once

#include "domain/ids.hpp"
#include "domain/result.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

namespace viab::app {

// Accepted ids are kept until the session closes; those of a secret round stand under its
// pseudonyms and go with the round.
class accepted_commands {
public:
  std::optional<std::uint64_t> find(std::string const& who, command_id const& id) const {
    auto const found = open_.find(key(who, id));
    return found == open_.end() ? std::nullopt : std::optional(found->second);
  }
  std::optional<std::uint64_t> find_sealed(std::string const& round, std::string const& who,
                                           command_id const& id) const {
    auto const of_round = sealed_.find(round);
    if (of_round == sealed_.end()) return std::nullopt;
    auto const found = of_round->second.find(key(who, id));
    return found == of_round->second.end() ? std::nullopt : std::optional(found->second);
  }
  void add(std::string const& who, std::string const& id, std::uint64_t seq) {
    open_[who + ' ' + id] = seq;
  }
  void add_sealed(std::string const& round, std::string const& who, std::string const& id,
                  std::uint64_t seq) {
    sealed_[round][who + ' ' + id] = seq;
  }
  // Ids of the batch at hand: the same click twice must not count twice before the commit either.
  void add_waiting(std::string const& who, std::string const& id) {
    waiting_.insert(who + ' ' + id);
  }
  bool is_waiting(std::string const& who, command_id const& id) const {
    return waiting_.contains(key(who, id));
  }
  void forget_waiting() { waiting_.clear(); }
  void forget_round(std::string const& round) { sealed_.erase(round); }
  void clear() {
    open_.clear();
    sealed_.clear();
    waiting_.clear();
  }

private:
  using book = std::unordered_map<std::string, std::uint64_t>;
  static std::string key(std::string const& who, command_id const& id) {
    return who + ' ' + id.value;
  }
  book open_;
  std::map<std::string, book> sealed_;
  std::set<std::string> waiting_;
};

// The last refusals by rules of one person, so that asking again gets the same answer.
class remembered_refusals {
public:
  static constexpr std::size_t most = 256;

  void add(command_id const& id, refusal const& why) {
    if (kept_.size() == most) kept_.pop_front();
    kept_.emplace_back(id, why);
  }
  refusal const* find(command_id const& id) const {
    for (auto const& [known, why] : kept_) {
      if (known == id) return &why;
    }
    return nullptr;
  }

private:
  std::deque<std::pair<command_id, refusal>> kept_;
};

}  // namespace viab::app
