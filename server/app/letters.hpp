// What the letters by e-mail say, in the language of who gets them.
#pragma once

#include "domain/item.hpp"
#include "ports/library.hpp"
#include "ports/mailer.hpp"
#include "rhythm/local_time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viab::app {

struct reader {
  email_address to;
  std::string name;
  std::string language;  // "nl" or "en"
};

// `code` as eight digits; both are shown, for who reads mail on another device.
ports::mail_message sign_in_letter(ports::library const&, reader const&, std::string const& link,
                                   std::string const& code);

enum class meeting_news : std::uint8_t { invited, moved, taken_back };
struct meeting_facts {
  std::string team;
  rhythm::local_minute at;  // on the wall clock of the team
  std::string session;      // its address
  std::string own_page;     // where letters are switched off
};
// The calendar goes along by whoever sends it.
ports::mail_message meeting_letter(ports::library const&, reader const&, meeting_news,
                                   meeting_facts const&);

struct summary_facts {
  std::string team;
  std::vector<std::string> themes;
  std::vector<agreement> agreements;
  std::optional<rhythm::local_minute> next{};
  std::string report;
  std::string own_page;
};
ports::mail_message summary_letter(ports::library const&, reader const&, summary_facts const&);

// To an address that somebody does not use here any more.
ports::mail_message address_changed_letter(ports::library const&, reader const&);

}  // namespace viab::app
