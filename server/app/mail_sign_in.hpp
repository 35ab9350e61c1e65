// Signing in by e-mail: a link and a code that work once, in the browser that asked, within ten
// minutes; for who looks after people or leads teams also a code of an authenticator app.
#pragma once

#include "app/mail_sender.hpp"
#include "domain/result.hpp"
#include "ports/directory_store.hpp"
#include "ports/fingerprint.hpp"
#include "ports/keyed_hash.hpp"
#include "ports/library.hpp"
#include "ports/sign_in_store.hpp"
#include "ports/world.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>
#include <vector>

namespace viab::app {

inline constexpr auto sign_in_link_lives = std::chrono::minutes(10);

enum class sign_in_step : std::uint8_t {
  done,
  second_step,        // a code of the authenticator app
  set_up_second_step  // there is none yet
};
struct sign_in_progress {
  sign_in_step next = sign_in_step::done;
  person_id person;  // only to be believed when `done`
};
// What an authenticator app is told, shown once.
struct new_authenticator {
  std::string secret;   // as it is typed, "JBSW Y3DP …"
  std::string address;  // for a QR code
};
struct finished_set_up {
  person_id person;
  std::vector<std::string> recovery_codes;  // shown once
};

class mail_sign_in {
public:
  struct tools {
    ports::directory_store& directory;
    ports::sign_in_store& store;
    mail_sender& letters;
    ports::library const& library;
    ports::clock const& clock;
    ports::dice& dice;
    ports::fingerprint const& prints;
    ports::keyed_hash const& hashes;
    std::string public_url;
  };
  explicit mail_sign_in(tools with) : with_(std::move(with)) {}

  bool available() const { return with_.letters.available(); }
  // The secret of a browser that asks, for its cookie.
  std::string new_browser();
  // Sends a letter when somebody has that address. Nobody waits for it: how long it takes tells
  // whether somebody has.
  boost::asio::awaitable<void> ask(std::string browser, email_address address);
  // `unknown_sign_in_link`: not this link, not this browser, too late, or used before. A wrong code
  // is `wrong_code`, at most five times.
  boost::asio::awaitable<result<sign_in_progress>> use_link(std::string browser, std::string token);
  boost::asio::awaitable<result<sign_in_progress>> use_code(std::string browser, std::string typed);
  // A code of the app, or one of the recovery codes.
  boost::asio::awaitable<result<sign_in_progress>> use_second_step(std::string browser,
                                                                   std::string typed);
  boost::asio::awaitable<result<new_authenticator>> begin_set_up(std::string browser);
  boost::asio::awaitable<result<finished_set_up>> finish_set_up(std::string browser,
                                                                std::string typed);

private:
  boost::asio::awaitable<std::optional<ports::sign_in_request>> request_of(std::string browser);
  // The request whose link or code was right, one try fewer; its second step is at hand.
  boost::asio::awaitable<result<ports::sign_in_request>> proved_request(std::string browser);
  boost::asio::awaitable<result<sign_in_progress>> prove(ports::sign_in_request);
  boost::asio::awaitable<result<sign_in_progress>> finish(ports::sign_in_request);
  boost::asio::awaitable<bool> needs_second_step(person_id);
  boost::asio::awaitable<bool> second_step_fits(person_id, ports::second_step, std::string typed);

  tools with_;
};

}  // namespace viab::app
