// Sends letters by e-mail, to one person at a time.
#pragma once

#include "domain/email_address.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <stdexcept>
#include <string>

namespace viab::ports {

// An invitation that calendars understand (RFC 5545), beside the text.
struct calendar_part {
  std::string text;    // a whole VCALENDAR
  std::string method;  // as in it: "REQUEST", "CANCEL"; letters
};

struct mail_message {
  email_address to;
  std::string to_name;  // possibly empty
  std::string subject;  // UTF-8; line ends and other control characters become spaces
  std::string text;     // UTF-8, plain, lines of any length
  std::optional<calendar_part> calendar;
  std::optional<email_address> reply_to;
};

// It was not sent, and may be tried again: the server is gone, busy or not to be trusted. Of a
// connection that broke at the very end nobody knows whether the letter arrived.
// Neither failure says an address or a subject.
struct mail_not_sent : std::runtime_error {
  using std::runtime_error::runtime_error;
};
// The server will not take this letter (5xx): trying again does not help.
struct mail_refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class mailer {
public:
  virtual ~mailer() = default;
  // Returns when the mail server has taken the letter. Throws mail_not_sent and mail_refused;
  // std::invalid_argument when the method of the calendar is no word.
  virtual boost::asio::awaitable<void> send(mail_message) = 0;
};

}  // namespace viab::ports
