// A session on the real host with everything outside it in memory: people come in, speak and go.
#pragma once

#include "app/session_host.hpp"
#include "client.hpp"
#include "support/event_loop.hpp"
#include "worlds.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace viab::tests {

using person = std::shared_ptr<client>;

// check_in and collect, without timers.
session::format short_format(promise check_in = promise::secret);
// collect, vote (3 dots, at most 2 on one card) and check_out.
session::format voting_format(promise vote = promise::secret);

class stage {
public:
  explicit stage(session::format chosen = short_format(),
                 session::admission guests = session::admission::open);

  // All that is ready to go on goes on; timers do not wait.
  void settle();
  void settle_until(std::function<bool()> const& holds);

  person connect(app::visitor, protocol::hello = {});
  person enter(std::string const& name, role = role::participant, bool guest = false);
  // The same person over one more connection.
  person again(person const&, protocol::hello = {});
  void leave(person const&);
  // A facilitator and `members` members, all in: p1 … p<members + 1>.
  std::vector<person> everybody(int members);

  // Hands it over and waits for nothing.
  void hand_in(person const&, std::string const& called, std::string const& step,
               json const& command);
  // A fresh id, and the answer.
  std::string say(person const&, std::string const& step, json const& command);
  // The fallback's way: without a connection.
  std::string post(app::visitor const&, std::string const& called, std::string const& step,
                   json const& command);

  // The process dies and starts again: nothing is left but what is stored.
  void restart();
  ports::loaded_session stored();
  // What replay makes of that, drawn: a big screen that has just come in.
  json drawn_afresh();

  event_loop loop;
  adapters::memory_stores stores;
  gated_store events{stores.events, loop.context().get_executor()};
  breakable_vault keys;
  adapters::fake_clock clock;
  breakable_dice dice;
  plain_library library;
  app::world outside;
  session_id id{"s1"};
  std::shared_ptr<app::session_host> host;

private:
  int said_ = 0;
};

inline json command(char const* type) { return {{"type", type}}; }
inline json add_card(std::string const& text) {
  return {{"type", "add_card"}, {"column", "board"}, {"text", text}};
}
inline json mood(char const* which) { return {{"type", "answer"}, {"mood", which}}; }

}  // namespace viab::tests
