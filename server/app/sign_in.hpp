// Who a browser belongs to, and what that person may enter: cookies, invitation links, join codes.
#pragma once

#include "app/live_session.hpp"
#include "ports/fingerprint.hpp"
#include "ports/team_store.hpp"
#include "ports/world.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>

namespace viab::app {

// What a browser gets back after it used a link or a code.
struct admission_result {
  ports::identity_row identity;
  std::optional<std::string> new_cookie;  // set when the browser gets another; the value to keep
  std::optional<session_id> session;      // where to go
  std::optional<team_id> team;
  role as = role::participant;
};

// What a join page may say before anybody gave a name.
struct invitation_preview {
  std::string team_name;
  std::string title;
  std::string language;
  role as = role::participant;
  bool asks_name = true;
};

class sign_in {
public:
  sign_in(ports::team_store& teams, ports::clock& clock, ports::dice& dice,
          ports::fingerprint const& prints);

  // Nothing for an unknown or expired cookie.
  boost::asio::awaitable<std::optional<ports::identity_row>> who(std::string cookie);
  // Looks and changes nothing. Unknown, expired and locked look the same: nothing.
  boost::asio::awaitable<std::optional<invitation_preview>> preview_code(std::string code);
  boost::asio::awaitable<std::optional<invitation_preview>> preview_invitation(std::string token);
  // `cookie` is what the browser sent, or empty.
  boost::asio::awaitable<result<admission_result>> use_code(std::string code, std::string name,
                                                            std::string cookie);
  boost::asio::awaitable<result<admission_result>> use_invitation(std::string token,
                                                                  std::string name,
                                                                  std::string cookie);
  // The visitor that a browser is in a session; nothing when it has no business there. `as_screen`
  // asks for the big screen's view, which anybody who may enter can open.
  boost::asio::awaitable<std::optional<visitor>> visitor_for(std::string cookie, session_id,
                                                             bool as_screen);
  boost::asio::awaitable<std::optional<role>> role_in_team(std::string cookie, team_id);
  // A new session for this browser; the one that it had is worth nothing any more.
  boost::asio::awaitable<std::string> new_cookie_for(std::string identity_key,
                                                     std::string old_cookie);
  // Of this browser, or of every browser of who it belongs to.
  boost::asio::awaitable<void> sign_out(std::string cookie, bool everywhere);

  // A new link's token; only its hash is kept. Asks for the name where `person` is empty. Without
  // `once` it works for everybody who has it until its time is over.
  boost::asio::awaitable<std::string> invite(ports::invitation_row without_hash);

private:
  // The identity of the browser, or a new guest with a new cookie.
  boost::asio::awaitable<admission_result> recognise(std::string cookie, std::string name);
  boost::asio::awaitable<result<ports::identity_row>> invited(ports::invitation_row,
                                                              std::string name, std::string cookie);

  ports::team_store& teams_;
  ports::clock& clock_;
  ports::dice& dice_;
  ports::fingerprint const& prints_;
};

// Without spaces and hyphens, upper case, O→0 and I, L→1.
std::string normalised_code(std::string typed);
std::string shown_code(std::string const& code);  // "KQ7M-3XVN"

}  // namespace viab::app
