// Who gets letters about sessions, and what they were told: kept with the letters themselves.
#pragma once

#include "domain/email_address.hpp"
#include "ports/mail_outbox.hpp"
#include "rhythm/invitations.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace viab::ports {

// Whom a letter is for, and of which team's session it speaks.
struct letter_reader {
  person_id who;
  email_address to;
  std::string name;
  std::string language;
  team_id team;
  std::string team_name;
  session_id session;
  std::string zone;  // of the team's rhythm
  std::chrono::minutes length{60};
};
struct meeting_row {
  letter_reader reader;
  rhythm::expected wanted;
};
struct told_row {
  std::optional<letter_reader> reader;  // none: no address any more, or wants no letters
  rhythm::invited told;
};

class meeting_letter_store {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  virtual ~meeting_letter_store() = default;

  // Members of now with an address who want letters, of teams with a session of their rhythm ahead.
  virtual awaitable<std::vector<meeting_row>> meetings_ahead(time_point now) = 0;
  virtual awaitable<std::vector<told_row>> told() = 0;
  // What is kept and the letter in one transaction; without a letter only the first.
  virtual awaitable<void> tell(rhythm::invitation_change, std::optional<letter>,
                               time_point now) = 0;
  // Members of now who want letters, of sessions that were closed since then and of which they were
  // not sent a letter with the key "summary:<session>:<person>".
  virtual awaitable<std::vector<letter_reader>> summaries_due(time_point closed_since,
                                                              time_point now) = 0;
};

}  // namespace viab::ports
