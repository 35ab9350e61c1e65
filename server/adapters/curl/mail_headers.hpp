// The lines above a letter: names and subjects in any script as ASCII, in which no line can be
// added.
#pragma once

#include "domain/actor.hpp"
#include "domain/email_address.hpp"
#include "ports/mailer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace viab::adapters {

// Text as it may stand in a header: ASCII as it is, other text as encoded words (RFC 2047) of at
// most 75 characters on lines of their own. What is no UTF-8 becomes question marks, control
// characters become spaces.
std::string header_text(std::string_view text);
// "Ada <ada@example.org>", the name quoted or encoded where needed; an empty one is left out.
std::string header_address(std::string_view name, email_address const&);
std::string header_date(time_point when);  // "Wed, 25 Nov 2026 10:00:00 +0000"

struct sender {
  email_address at;
  std::string name;
};

// All but what libcurl adds for the parts. `id` is unique in the world with the sender's host.
std::vector<std::string> mail_headers(ports::mail_message const&, sender const& from,
                                      std::string_view id, time_point now);

}  // namespace viab::adapters
