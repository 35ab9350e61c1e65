// What the letters by e-mail say, in the language of who gets them.
#pragma once

#include "ports/library.hpp"
#include "ports/mailer.hpp"

#include <string>

namespace viab::app {

struct reader {
  email_address to;
  std::string name;
  std::string language;  // "nl" or "en"
};

// `code` as eight digits; both are shown, for who reads mail on another device.
ports::mail_message sign_in_letter(ports::library const&, reader const&, std::string const& link,
                                   std::string const& code);

// To an address that somebody does not use here any more.
ports::mail_message address_changed_letter(ports::library const&, reader const&);

}  // namespace viab::app
