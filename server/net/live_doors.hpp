// The addresses below /live: who may come in, and over which transport.
#pragma once

#include "net/gate.hpp"
#include "net/live_connection.hpp"
#include "net/router.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace viab::net {

// The sentence for a refusal, for frames that reach no session: (refusal, language).
using sentences = std::function<std::string(refusal const&, std::string_view)>;

class live_doors {
public:
  live_doors(boost::asio::any_io_executor, std::shared_ptr<live_context>, gate&,
             app::live_sessions&, sentences);
  // GET /live/{session}, GET /live/{session}/stream, POST /live/{session}/commands. Both outlive
  // this.
  void add_to(router&);

private:
  // Either a refusal or a visitor and the session.
  struct entrance {
    std::optional<response> refused;
    app::visitor who;
    std::shared_ptr<app::live_session> session;
  };
  // Nothing is looked up before the page that asks proved to be one of ours.
  std::optional<response> refuses_upgrade(request const&) const;
  std::optional<response> refuses_stream(request const&) const;
  boost::asio::awaitable<entrance> enter(std::string cookie, session_id, bool as_screen);
  boost::asio::awaitable<entrance> enter(request const&);
  boost::asio::awaitable<response> upgrade(request asked);
  boost::asio::awaitable<response> stream(request asked);
  boost::asio::awaitable<response> command(request asked);
  boost::asio::awaitable<response> do_once(entrance in, protocol::unread_command command);

  boost::asio::any_io_executor executor_;
  std::shared_ptr<live_context> context_;
  gate& gate_;
  app::live_sessions& sessions_;
  sentences say_;
  router const* routes_ = nullptr;
};

}  // namespace viab::net
