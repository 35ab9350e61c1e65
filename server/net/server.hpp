// The network side as one thing: listens, answers, carries live sessions, stops calmly.
#pragma once

#include "net/config.hpp"
#include "net/counters.hpp"
#include "net/gate.hpp"
#include "net/live_doors.hpp"
#include "net/router.hpp"

#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>
#include <vector>

namespace viab::net {

class server {
public:
  // All of these outlive the server. Throws when `web_files` or `trusted_proxies` cannot be used.
  server(boost::asio::io_context&, config, gate&, app::live_sessions&, sentences = {});
  ~server();
  server(server const&) = delete;
  server& operator=(server const&) = delete;

  // To be filled before `start`.
  router& routes();
  // Binds and listens; throws std::runtime_error naming the address that cannot be had.
  void start();
  // Of each address in turn; of use where the port was left to the system.
  std::vector<std::uint16_t> ports() const;
  // Takes nobody in any more, asks live connections to come back later, spread over `drain_spread`,
  // and calls `done` when all are gone. As long as some are there, `drain_spread` at most, it still
  // listens, answers what only reads, and says 503 to the rest. Called again it does not wait.
  void stop(std::function<void()> done);
  bool stopping() const;
  counters const& counts() const;

private:
  struct inside;
  std::shared_ptr<inside> inside_;
};

}  // namespace viab::net
