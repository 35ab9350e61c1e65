// A session in which anybody asks anything, played in batches, as the host would.
#pragma once

#include "session/anything.hpp"

#include <set>
#include <vector>

namespace viab::tests {

struct history {
  meeting room;
  std::set<participant_id> acted;  // in the last batch
  std::set<std::string> refusals;  // the words that were answered

  history();
  // Decides each in order, and merges what was touched; a batch is up to five moves.
  void play_batch(std::vector<move> const&);

private:
  void play(move const&, session::changes& touched);
  void take(result<std::vector<session::event>> const&, session::changes& touched);
};

std::vector<std::vector<move>> any_batches(int most = 50);

}  // namespace viab::tests
