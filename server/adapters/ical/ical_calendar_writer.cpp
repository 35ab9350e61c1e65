#include "adapters/ical/ical_calendar_writer.hpp"

#include "adapters/ical/plain_values.hpp"
#include "adapters/ical/wall_clock.hpp"
#include "adapters/ical/zone_rules.hpp"
#include "domain/ensure.hpp"
#include "domain/text.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <map>
#include <memory>

namespace viab::adapters {
namespace {

using namespace std::chrono;
using rhythm::calendar_event;
using rhythm::calendar_file;
using rhythm::calendar_method;

struct forget {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  void operator()(char* text) const { icalmemory_free_buffer(text); }
};

constexpr char product[] = "-//Via B//Via B//NL";

std::string plain_text(std::string const& text) {
  VIAB_ENSURE(count_characters(text).has_value());
  return tidied(text);
}

icaltimetype instant(time_point at) {
  auto const whole = floor<seconds>(at);
  auto time = as_ical(rhythm::local_minute{floor<minutes>(whole.time_since_epoch())});
  time.second = static_cast<int>((whole - floor<minutes>(whole)).count());
  time.zone = icaltimezone_get_utc_timezone();
  return time;
}

// Puts properties on one event. `with_clock` is for times on the wall clock of its zone.
class event_writer {
public:
  explicit event_writer(calendar_event const& from)
      : from_(from), written_(icalcomponent_new_vevent()) {}

  void add(icalproperty* property) { icalcomponent_add_property(written_.get(), property); }

  template <class MakeProperty>
  void with_clock(MakeProperty make, rhythm::local_minute at) {
    auto time = as_ical(at);
    bool const utc = from_.zone == "UTC";
    if (utc) time.zone = icaltimezone_get_utc_timezone();
    auto* const property = make(time);
    if (!utc) icalproperty_add_parameter(property, icalparameter_new_tzid(from_.zone.c_str()));
    add(property);
  }

  template <class MakeProperty>
  void text(MakeProperty make, std::string const& value) {
    if (auto const plain = plain_text(value); !plain.empty()) add(make(plain.c_str()));
  }

  icalcomponent* take() { return written_.release(); }

private:
  calendar_event const& from_;
  std::unique_ptr<icalcomponent, forget> written_;
};

void add_person(icalproperty* property, rhythm::calendar_person const& who) {
  auto const name = plain_parameter(plain_text(who.name));
  if (!name.empty()) icalproperty_add_parameter(property, icalparameter_new_cn(name.c_str()));
}

std::string mail_address(rhythm::calendar_person const& who) {
  return "mailto:" + plain_uri(who.address);
}

icalproperty* attendee(rhythm::calendar_person const& who, bool asked) {
  auto* const property = icalproperty_new_attendee(mail_address(who).c_str());
  add_person(property, who);
  icalproperty_add_parameter(property, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
  icalproperty_add_parameter(property, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
  if (asked) icalproperty_add_parameter(property, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
  return property;
}

icalproperty_status status_of(calendar_event const& event, calendar_method method) {
  if (method == calendar_method::cancel) return ICAL_STATUS_CANCELLED;
  switch (event.status) {
    case rhythm::event_status::tentative:
      return ICAL_STATUS_TENTATIVE;
    case rhythm::event_status::cancelled:
      return ICAL_STATUS_CANCELLED;
    case rhythm::event_status::confirmed:
      break;
  }
  return ICAL_STATUS_CONFIRMED;
}

void add_times(event_writer& to, calendar_event const& event) {
  if (event.instead_of) to.with_clock(icalproperty_new_recurrenceid, *event.instead_of);
  to.with_clock(icalproperty_new_dtstart, event.start);
  to.with_clock(icalproperty_new_dtend, event.start + event.length);
  if (event.rule.empty()) return;
  auto const rule = icalrecurrencetype_from_string(event.rule.c_str());
  VIAB_ENSURE(rule.freq != ICAL_NO_RECURRENCE);
  to.add(icalproperty_new_rrule(rule));
  for (auto const at : event.left_out) to.with_clock(icalproperty_new_exdate, at);
}

icalcomponent* write_event(calendar_event const& event, calendar_method method) {
  VIAB_ENSURE(!event.uid.empty() && event.length >= minutes{0});
  VIAB_ENSURE(!(event.instead_of && !event.rule.empty()));
  VIAB_ENSURE(method == calendar_method::publish || event.organizer);
  event_writer to(event);
  to.text(icalproperty_new_uid, event.uid);
  to.add(icalproperty_new_dtstamp(instant(event.changed)));
  to.add(icalproperty_new_lastmodified(instant(event.changed)));
  to.add(icalproperty_new_sequence(event.sequence));
  add_times(to, event);
  to.text(icalproperty_new_summary, event.summary);
  to.text(icalproperty_new_description, event.description);
  to.text(icalproperty_new_location, event.location);
  if (!event.url.empty()) to.add(icalproperty_new_url(plain_uri(event.url).c_str()));
  to.add(icalproperty_new_status(status_of(event, method)));
  if (event.organizer) {
    auto* const property = icalproperty_new_organizer(mail_address(*event.organizer).c_str());
    add_person(property, *event.organizer);
    to.add(property);
  }
  for (auto const& who : event.attendees) {
    to.add(attendee(who, method == calendar_method::request));
  }
  return to.take();
}

icalproperty_method method_of(calendar_method method) {
  if (method == calendar_method::request) return ICAL_METHOD_REQUEST;
  return method == calendar_method::cancel ? ICAL_METHOD_CANCEL : ICAL_METHOD_PUBLISH;
}

void add_head(icalcomponent* to, calendar_file const& from) {
  icalcomponent_add_property(to, icalproperty_new_version("2.0"));
  icalcomponent_add_property(to, icalproperty_new_prodid(product));
  icalcomponent_add_property(to, icalproperty_new_calscale("GREGORIAN"));
  icalcomponent_add_property(to, icalproperty_new_method(method_of(from.method)));
  auto const name = plain_text(from.name);
  if (name.empty()) return;
  icalcomponent_add_property(to, icalproperty_new_name(name.c_str()));
  // What most calendars look at. libical leaves ; and , as they are in it, as others do.
  auto* const older = icalproperty_new_x(name.c_str());
  icalproperty_set_x_name(older, "X-WR-CALNAME");
  icalcomponent_add_property(to, older);
}

// The rules of each zone from the first year in which an event needs them.
void add_zones(icalcomponent* to, calendar_file const& from) {
  std::map<std::string, year> first;
  for (auto const& event : from.events) {
    auto const earliest = std::min(event.start, event.instead_of.value_or(event.start));
    auto const in = rhythm::date_of(rhythm::day_of(earliest)).year();
    auto const [at, added] = first.emplace(event.zone, in);
    at->second = std::min(at->second, in);
  }
  for (auto const& [zone, in] : first) {
    if (auto* const rules = make_zone_rules(zone, in)) icalcomponent_add_component(to, rules);
  }
}

}  // namespace

std::string ical_calendar_writer::write(calendar_file const& from) const {
  icalerror_set_errors_are_fatal(0);
  std::unique_ptr<icalcomponent, forget> const written(icalcomponent_new_vcalendar());
  add_head(written.get(), from);
  add_zones(written.get(), from);
  for (auto const& event : from.events) {
    icalcomponent_add_component(written.get(), write_event(event, from.method));
  }
  std::unique_ptr<char, forget> const text(icalcomponent_as_ical_string_r(written.get()));
  VIAB_ENSURE(text != nullptr);
  return text.get();
}

}  // namespace viab::adapters
