// The demonstration: a fictitious team whose last session was held by scripted people through the
// real rules, and whose next one waits in the lobby.
#pragma once

#include "app/rhythm_keeper.hpp"
#include "app/session_registry.hpp"
#include "app/sign_in.hpp"
#include "ports/directory_store.hpp"
#include "ports/rhythm_store.hpp"
#include "ports/team_store.hpp"
#include "ports/wall_store.hpp"

#include <boost/asio/awaitable.hpp>

#include <filesystem>
#include <string>

namespace viab::cli {

// Time that can be set back, to hold a session last month.
class shifting_clock final : public ports::clock {
public:
  explicit shifting_clock(ports::clock const& base) : base_(base) {}
  time_point now() const override { return base_.now() - back_; }
  void go_back(milliseconds by) { back_ = by; }

private:
  ports::clock const& base_;
  milliseconds back_{0};
};

struct demo_world {
  app::world& outside;
  app::session_registry& sessions;
  app::sign_in& sign_in;
  ports::team_store& teams;
  ports::directory_store& directory;
  ports::wall_store& walls;
  ports::rhythm_store& rhythms;
  app::rhythm_keeper& rhythm_keeper;
  shifting_clock& clock;
};

// Tokens of links that can be used for a month: open them in browsers of their own.
struct demo_links {
  std::string participant;
  std::string facilitator;
  std::string screen;
  std::string administrator;
  session_id session;
};

// Makes the team and its sessions when the data folder has none, and new links each time. Throws
// std::runtime_error when the demonstration's own content is wrong.
boost::asio::awaitable<demo_links> prepare_demo(demo_world, std::filesystem::path content,
                                                std::string language);

}  // namespace viab::cli
