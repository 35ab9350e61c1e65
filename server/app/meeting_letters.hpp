// Letters about sessions: an invitation that calendars understand, its changes, and what came out.
#pragma once

#include "app/mail_sender.hpp"
#include "ports/calendar_writer.hpp"
#include "ports/library.hpp"
#include "ports/meeting_letter_store.hpp"
#include "ports/team_store.hpp"
#include "ports/time_zones.hpp"
#include "ports/world.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace viab::app {

struct meeting_letter_tools {
  ports::meeting_letter_store& store;
  ports::team_store& teams;
  mail_sender& letters;
  ports::calendar_writer const& calendars;
  ports::library const& library;
  ports::time_zones const& zones;
  ports::clock const& clock;
  std::string public_url;
  std::string from;  // the address that letters come from
};

class meeting_letters {
public:
  explicit meeting_letters(meeting_letter_tools tools) : with_(std::move(tools)) {}

  // Tells whoever does not know yet. Called every minute; one call at a time does something. After
  // a long pause there is one letter per person and session: what is past is not told.
  boost::asio::awaitable<void> look();

private:
  boost::asio::awaitable<void> invitations();
  boost::asio::awaitable<void> summaries();
  ports::letter letter_of(ports::letter_reader const&, rhythm::invitation_change const&) const;
  ports::calendar_part calendar_of(ports::letter_reader const&,
                                   rhythm::invitation_change const&) const;

  meeting_letter_tools with_;
  bool looking_ = false;
};

}  // namespace viab::app
