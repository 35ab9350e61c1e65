// A scripted person: a connection without a socket, for demonstrations, trial sessions and tests.
// It goes through the same door and the same rules as everybody.
#pragma once

#include "app/live_session.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace viab::app {

class puppet final : public link, public std::enable_shared_from_this<puppet> {
public:
  puppet(boost::asio::any_io_executor, visitor);

  // Enters; returns when the first view has come.
  boost::asio::awaitable<void> enter(std::shared_ptr<live_session>);
  // Sends one command, as JSON, to a step or, with an empty step, to the session. Returns "done",
  // or the word of the refusal.
  boost::asio::awaitable<std::string> say(std::string step, std::string command);
  void go();

  visitor const& who() const { return who_; }
  bool closed() const { return closed_; }
  int closed_with() const { return closed_with_; }
  // Every frame that came, oldest first.
  std::vector<protocol::frame> const& frames() const { return frames_; }

  void send(protocol::frame) override;
  void send_patch(protocol::frame) override;
  void send_view(protocol::frame) override;
  bool fell_behind() const override { return false; }
  void close(int code, std::string_view reason) override;

private:
  boost::asio::awaitable<void> until_told();

  visitor who_;
  std::shared_ptr<live_session> where_;
  std::vector<protocol::frame> frames_;
  boost::asio::steady_timer told_;
  std::string answer_;
  bool seen_ = false;
  bool closed_ = false;
  int closed_with_ = 0;
  int said_ = 0;
};

}  // namespace viab::app
