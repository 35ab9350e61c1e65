// Which commands were answered, and how: what makes the same id count once.
#pragma once

#include "domain/ids.hpp"
#include "domain/result.hpp"

#include <cstdint>
#include <deque>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace viab::app {

// Accepted ids are kept until the session closes; those of a secret round stand under its
// pseudonyms and go with the round. What the batch at hand accepts is known at once, so that the
// same click twice does not count twice before the commit either.
class accepted_commands {
public:
  struct known {
    std::optional<std::uint64_t> seq;  // none: in the batch at hand, and not yet stored
  };

  std::optional<known> find(std::string const& who, command_id const& id) const {
    return find_in(open_, who, id);
  }
  std::optional<known> find_sealed(std::string const& round, std::string const& who,
                                   command_id const& id) const {
    auto const of_round = sealed_.find(round);
    return of_round == sealed_.end() ? std::nullopt : find_in(of_round->second, who, id);
  }
  // For a command that is already stored, and was answered with `seq`.
  void add(std::string const& who, std::string const& id, std::uint64_t seq,
           std::optional<std::string> const& sealed_round) {
    book_of(sealed_round)[key(who, id)] = seq;
  }
  // For one of the batch at hand.
  void add_waiting(std::string const& who, std::string const& id,
                   std::optional<std::string> const& sealed_round) {
    auto const added = book_of(sealed_round).emplace(key(who, id), unanswered);
    waiting_.push_back(&added.first->second);
  }
  // The batch at hand is stored, and answered with `seq`.
  void settle_waiting(std::uint64_t seq) {
    for (auto* const one : waiting_) *one = seq;
    waiting_.clear();
  }
  void forget_round(std::string const& round) { sealed_.erase(round); }
  void clear() {
    open_.clear();
    sealed_.clear();
    waiting_.clear();
  }

private:
  using book = std::unordered_map<std::string, std::uint64_t>;
  static constexpr auto unanswered = std::numeric_limits<std::uint64_t>::max();

  static std::string key(std::string const& who, std::string const& id) { return who + ' ' + id; }
  static std::optional<known> find_in(book const& among, std::string const& who,
                                      command_id const& id) {
    auto const found = among.find(key(who, id.value));
    if (found == among.end()) return std::nullopt;
    if (found->second == unanswered) return known{};
    return known{found->second};
  }
  book& book_of(std::optional<std::string> const& sealed_round) {
    return sealed_round ? sealed_[*sealed_round] : open_;
  }

  book open_;
  std::map<std::string, book> sealed_;
  std::vector<std::uint64_t*> waiting_;  // entries of the books stay where they are
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
