// Calendar files: the lines of an event, bytes that stay the same, and what cannot break out.
#include "adapters/ical/ical_calendar_writer.hpp"
#include "adapters/ical/plain_values.hpp"
#include "domain/ensure.hpp"
#include "domain/text.hpp"
#include "support/calendar_samples.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <sstream>

using namespace viab;
using namespace viab::tests;

namespace {

adapters::ical_calendar_writer const writer;

std::string written(rhythm::calendar_event const& event) {
  return writer.write({rhythm::calendar_method::publish, "", {event}});
}

// From the first BEGIN:VEVENT on, with its folded lines joined and with \n for CRLF.
std::string unfolded(std::string text) {
  for (std::string const fold : {"\r\n ", "\r"}) {
    for (auto at = text.find(fold); at != std::string::npos; at = text.find(fold, at)) {
      text.erase(at, fold.size());
    }
  }
  return text;
}
std::string events_of(std::string const& text) {
  auto const plain = unfolded(text);
  return plain.substr(plain.find("BEGIN:VEVENT"));
}

std::size_t count_of(std::string const& text, std::string const& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a series and its exception are written line by line as decided") {
  CHECK(events_of(writer.write(monthly_series())) ==
        R"(BEGIN:VEVENT
UID:healthy-start@viab.example
DTSTAMP:20261125T120000Z
LAST-MODIFIED:20261125T120000Z
SEQUENCE:1
DTSTART;TZID=Europe/Amsterdam:20270126T100000
DTEND;TZID=Europe/Amsterdam:20270126T104500
RRULE:FREQ=MONTHLY;BYDAY=4TU
EXDATE;TZID=Europe/Amsterdam:20270727T100000
SUMMARY:Maandelijkse reflectie
DESCRIPTION:Wat werkt over grenzen heen\, en wat zit in de weg?\nNeem je agenda mee.
URL:https://viab.example/teams/healthy-start
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
UID:healthy-start@viab.example
DTSTAMP:20261125T120000Z
LAST-MODIFIED:20261125T120000Z
SEQUENCE:2
RECURRENCE-ID;TZID=Europe/Amsterdam:20270427T100000
DTSTART;TZID=Europe/Amsterdam:20270428T100000
DTEND;TZID=Europe/Amsterdam:20270428T104500
SUMMARY:Maandelijkse reflectie
DESCRIPTION:Wat werkt over grenzen heen\, en wat zit in de weg?\nNeem je agenda mee.
URL:https://viab.example/teams/healthy-start
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
)");
}

TEST_CASE("the same description gives the same bytes, and a change gives others") {
  auto const first = writer.write(monthly_series());
  CHECK(writer.write(monthly_series()) == first);
  auto changed = monthly_series();
  changed.events[0].sequence += 1;
  CHECK(writer.write(changed) != first);
  changed = monthly_series();
  changed.events[1].changed += std::chrono::seconds{1};
  CHECK(writer.write(changed) != first);
}

TEST_CASE("every instant in a file is one that it was given") {
  auto const text = unfolded(writer.write(monthly_series()));
  CHECK(count_of(text, "DTSTAMP:") == 2);
  CHECK(count_of(text, "DTSTAMP:20261125T120000Z") == 2);
  CHECK(count_of(text, "CREATED") == 0);
}

TEST_CASE("each zone has its rules once, and UTC needs none") {
  auto file = monthly_series();
  auto other = plain_event();
  other.zone = "America/Curacao";
  auto third = plain_event();
  third.zone = "UTC";
  third.start = wall("2027-01-26 09:00");
  file.events.insert(file.events.end(), {other, third});
  auto const text = unfolded(writer.write(file));
  CHECK(count_of(text, "BEGIN:VTIMEZONE") == 2);
  CHECK(count_of(text, "\nTZID:Europe/Amsterdam\n") == 1);
  CHECK(count_of(text, "\nTZID:America/Curacao\n") == 1);
  CHECK(count_of(text, "DTSTART:20270126T090000Z\n") == 1);
  CHECK(count_of(text, "TZID=UTC") == 0);
}

TEST_CASE("the rules of a zone begin in the year of the first event, or of what it replaces") {
  auto event = plain_event();
  CHECK_THAT(unfolded(written(event)), Catch::Contains("\nDTSTART:20270328T020000\n"));
  event.instead_of = wall("2025-12-23 10:00");
  CHECK_THAT(unfolded(written(event)), Catch::Contains("\nDTSTART:20250330T020000\n"));
}

TEST_CASE("who publishes asks nobody, who invites or takes back has a name") {
  CHECK_THAT(writer.write(monthly_series()), Catch::Contains("METHOD:PUBLISH\r\n"));
  auto const invited = unfolded(writer.write(invitation()));
  CHECK_THAT(invited, Catch::Contains("\nMETHOD:REQUEST\n"));
  CHECK_THAT(invited, Catch::Contains("\nSTATUS:TENTATIVE\n"));
  CHECK(count_of(invited, "RSVP=TRUE") == 2);
  auto const taken_back = unfolded(writer.write(cancellation()));
  CHECK_THAT(taken_back, Catch::Contains("\nMETHOD:CANCEL\n"));
  CHECK_THAT(taken_back, Catch::Contains("\nSTATUS:CANCELLED\n"));
  CHECK(count_of(taken_back, "RSVP=TRUE") == 0);
  for (auto file : {invitation(), cancellation()}) {
    file.events[0].organizer.reset();
    CHECK_THROWS_AS(writer.write(file), bug);
  }
}

TEST_CASE("an event that cannot be is our mistake") {
  auto const refused = [](auto const& change) {
    auto event = monthly_series().events[0];
    change(event);
    CHECK_THROWS_AS(written(event), bug);
  };
  refused([](auto& e) { e.uid.clear(); });
  refused([](auto& e) { e.zone = "Europe/Amsterdm"; });
  refused([](auto& e) { e.rule = "FREQ=SOMETIMES"; });
  refused([](auto& e) { e.length = std::chrono::minutes{-1}; });
  refused([](auto& e) { e.instead_of = e.start; });  // a series is no exception of itself
  refused([](auto& e) { e.summary = "no \xC3\x28 text"; });
}

TEST_CASE("addresses and names keep their letters and lose what would break a line") {
  using namespace adapters;
  CHECK(plain_uri("https://x.example/a?b=c&d=%20#e") == "https://x.example/a?b=c&d=%20#e");
  CHECK(plain_uri("a b\r\n\"é\x7F") == "a%20b%0D%0A%22%C3%A9%7F");
  CHECK(plain_parameter(" Jan \"J.\" \r\nde, Vries; ") == "Jan 'J.'  de, Vries;");
}

TEST_CASE("whatever people write, a file has the lines that we gave it and no others") {
  CHECK(rc::check("no text adds a line or makes one too long", [] {
    auto const text = [] {
      auto const piece = rc::gen::element<std::string>(
          "\n", "\r\n", "\r", ":", ";", ",", "\\", "\"", "END:VEVENT", "🧭", "é", " ", "\t", "\x01",
          "\xE2\x80\xA8", "\xC2\x85", "word", "X-EVIL:1", "^n", std::string(90, 'x'));
      std::string all;
      for (int i = *rc::gen::inRange(0, 12); i > 0; --i) all += *piece;
      return all;
    };
    auto file = invitation();
    auto& event = file.events[0];
    event.uid = "u" + text();
    event.summary = text();
    event.description = text();
    event.location = text();
    event.url = "https://viab.example/" + text();
    event.organizer->name = text();
    event.attendees[0] = {text(), text()};
    file.name = "n" + text();
    auto const bytes = writer.write(file);
    auto const plain = unfolded(bytes);
    RC_ASSERT(count_of(plain, "\nEND:VEVENT\n") == 1U);
    RC_ASSERT(count_of(plain, "\nX-EVIL") == 0U);
    static std::vector<std::string> const names{
        "UID:",   "DTSTAMP:",     "LAST-MODIFIED:", "SEQUENCE:", "DTSTART;", "DTEND;",   "URL:",
        "STATUS:", "ORGANIZER",   "ATTENDEE",       "SUMMARY:",  "LOCATION:", "END:",
        "BEGIN:", "DESCRIPTION:"};
    std::istringstream lines(plain.substr(plain.find("BEGIN:VEVENT")));
    for (std::string line; std::getline(lines, line);) {
      RC_ASSERT(std::any_of(names.begin(), names.end(),
                            [&](auto const& name) { return line.starts_with(name); }));
    }
    std::size_t start = 0;
    for (auto end = bytes.find("\r\n"); end != std::string::npos; end = bytes.find("\r\n", start)) {
      RC_ASSERT(end - start <= 75U);
      RC_ASSERT(count_characters(bytes.substr(start, end - start)).has_value());
      start = end + 2;
    }
    RC_ASSERT(start == bytes.size());
  }));
}
