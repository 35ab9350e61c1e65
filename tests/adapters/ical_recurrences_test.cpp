// Recurrence rules with libical: what is refused and why, the times, and the sentences.
#include "adapters/date_tz/date_tz_time_zones.hpp"
#include "adapters/ical/ical_recurrences.hpp"
#include "support/local_times.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <ctime>

using namespace viab;
using namespace viab::tests;
using namespace std::chrono;

namespace {

adapters::date_tz_time_zones const zones;
adapters::ical_recurrences const rules{zones};

rhythm::recurrence asked(std::string rule, std::string const& start,
                         std::string zone = "Europe/Amsterdam") {
  return {std::move(rule), wall(start), std::move(zone)};
}

// "too_frequent", "wrong_start 2027-01-05"; empty when it is accepted.
std::string refused(rhythm::recurrence const& what) {
  auto const found = rules.read(what);
  if (found) return "";
  auto const& why = found.why();
  return why.code + (why.detail.empty() ? "" : " " + why.detail);
}
std::string refused(std::string rule, std::string const& start = "2027-01-05 10:00") {
  return refused(asked(std::move(rule), start));
}

std::string times_of(rhythm::recurrence const& what, std::string const& from,
                     std::string const& until, std::size_t most = 100) {
  auto const found = rules.read(what);
  INFO(what.rule << " " << (found ? "" : found.why().code));
  REQUIRE(found);
  std::string all;
  for (auto const& one : rules.expand(*found, utc(from), utc(until), most)) {
    CHECK(one.at == zones.instant(one.local, what.zone));
    all += shown(one.at) + "\n";
  }
  return all;
}

// What this program used; how busy the machine is otherwise does not count.
double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string said(std::string rule, std::string const& start, std::string const& language) {
  auto const found = rules.read(asked(std::move(rule), start));
  REQUIRE(found);
  return rules.sentence(*found, language).value_or("nothing");
}

}  // namespace

TEST_CASE("the first Tuesday of the month stays at ten, in winter and in summer") {
  CHECK(times_of(asked("FREQ=MONTHLY;BYDAY=1TU", "2027-01-05 10:00"), "2027-02-01 00:00",
                 "2027-12-01 00:00")
        == "2027-02-02 09:00\n2027-03-02 09:00\n2027-04-06 08:00\n2027-05-04 08:00\n"
           "2027-06-01 08:00\n2027-07-06 08:00\n2027-08-03 08:00\n2027-09-07 08:00\n"
           "2027-10-05 08:00\n2027-11-02 09:00\n");
}

TEST_CASE("a time that the clock skips is held an hour later, one shown twice the first time") {
  CHECK(times_of(asked("FREQ=MONTHLY;BYDAY=-1SU", "2027-02-28 02:30"), "2027-01-01 00:00",
                 "2027-12-01 00:00")
        == "2027-02-28 01:30\n2027-03-28 01:30\n2027-04-25 00:30\n2027-05-30 00:30\n"
           "2027-06-27 00:30\n2027-07-25 00:30\n2027-08-29 00:30\n2027-09-26 00:30\n"
           "2027-10-31 00:30\n2027-11-28 01:30\n");
}

TEST_CASE("the other common rules") {
  CHECK(times_of(asked("FREQ=WEEKLY;INTERVAL=2", "2027-01-05 10:00"), "2027-01-01 00:00",
                 "2027-02-10 00:00")
        == "2027-01-05 09:00\n2027-01-19 09:00\n2027-02-02 09:00\n");
  CHECK(times_of(asked("FREQ=MONTHLY;BYMONTHDAY=31", "2027-01-31 10:00"), "2027-01-01 00:00",
                 "2027-07-01 00:00")
        == "2027-01-31 09:00\n2027-03-31 08:00\n2027-05-31 08:00\n");
  CHECK(times_of(asked("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2027-01-29 10:00"),
                 "2027-01-01 00:00", "2027-05-01 00:00")
        == "2027-01-29 09:00\n2027-02-26 09:00\n2027-03-31 08:00\n2027-04-30 08:00\n");
  CHECK(times_of(asked("FREQ=YEARLY", "2028-02-29 10:00"), "2028-01-01 00:00", "2036-12-01 00:00")
        == "2028-02-29 09:00\n2032-02-29 09:00\n2036-02-29 09:00\n");
}

TEST_CASE("a window holds what is at its beginning and not what is at its end") {
  auto const weekly = asked("FREQ=WEEKLY", "2027-01-05 10:00");
  CHECK(times_of(weekly, "2027-01-12 09:00", "2027-01-19 09:00") == "2027-01-12 09:00\n");
  CHECK(times_of(weekly, "2027-01-12 09:01", "2027-01-19 09:01") == "2027-01-19 09:00\n");
  CHECK(times_of(weekly, "2026-01-01 00:00", "2027-01-05 09:00").empty());
  CHECK(times_of(weekly, "2027-02-01 00:00", "2027-01-01 00:00").empty());
  CHECK(times_of(weekly, "2027-01-12 09:00", "2029-01-01 00:00", 2)
        == "2027-01-12 09:00\n2027-01-19 09:00\n");
  CHECK(times_of(weekly, "2027-01-12 09:00", "2029-01-01 00:00", 0).empty());
}

TEST_CASE("an end is kept: after so many times, or at an instant that counts itself") {
  CHECK(times_of(asked("FREQ=WEEKLY;COUNT=2", "2027-01-05 10:00"), "2027-01-01 00:00",
                 "2028-01-01 00:00")
        == "2027-01-05 09:00\n2027-01-12 09:00\n");
  // In summer ten o'clock is 08:00 in UTC.
  auto const until = [](std::string const& end) {
    return times_of(asked("FREQ=MONTHLY;BYDAY=1TU;UNTIL=" + end, "2027-06-01 10:00"),
                    "2027-01-01 00:00", "2028-01-01 00:00");
  };
  CHECK(until("20270706T080000Z") == "2027-06-01 08:00\n2027-07-06 08:00\n");
  CHECK(until("20270706T075900Z") == "2027-06-01 08:00\n");
}

TEST_CASE("nothing is planned after the last year for which there are zones") {
  auto const found = rules.read(asked("FREQ=YEARLY", "2030-06-03 10:00"));
  REQUIRE(found);
  auto const times = rules.expand(*found, utc("2000-01-01 00:00"), utc("2199-01-01 00:00"), 1000);
  REQUIRE(times.size() == 7);
  CHECK(shown(times.back().at) == "2036-06-03 08:00");
}

TEST_CASE("a rule comes back in one spelling") {
  auto const found =
      rules.read(asked("BYDAY=1TU;INTERVAL=2;FREQ=MONTHLY;BYMONTH=9,1", "2027-01-05 10:00"));
  REQUIRE(found);
  CHECK(found->rule == "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU;BYMONTH=1,9");
  CHECK(found->start == wall("2027-01-05 10:00"));
  CHECK(rules.read(*found).ok());
  CHECK(rules.read(*found)->rule == found->rule);
}

TEST_CASE("what is no rule is refused") {
  for (auto const* rule :
       {"", ";", "FREQ", "FREQ=", "FREQ=MONTHLY;", "BYDAY=1TU", "FREQ=SOMETIMES", "freq=monthly",
        "FREQ=MONTHLY;BYDAY=1XX", "FREQ=MONTHLY;BYDAY=", "FREQ=MONTHLY;FREQ=WEEKLY",
        "FREQ=MONTHLY;X-OWN=1", "FREQ=MONTHLY;INTERVAL=0", "FREQ=MONTHLY;COUNT=0",
        "FREQ=MONTHLY;COUNT=-1", "FREQ=MONTHLY;COUNT=2;UNTIL=20280101T000000Z",
        "FREQ=WEEKLY;BYDAY=1TU", "FREQ=WEEKLY;BYMONTHDAY=5", "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=WEEKLY;BYDAY=TU,TH;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=1TU\r\nDESCRIPTION:x", "FREQ=MONTHLY;BYDAY=1TU:x"}) {
    INFO(rule);
    CHECK(refused(rule) == "recurrence_malformed");
  }
  CHECK(refused("FREQ=MONTHLY;BYMONTHDAY=" + std::string(300, '1')) == "recurrence_malformed");
  CHECK(refused(std::string("FREQ=MONTHLY\0;COUNT=2", 21)) == "recurrence_malformed");
}

TEST_CASE("what we have no use for is refused by its name") {
  CHECK(refused("FREQ=MONTHLY;BYHOUR=9,10") == "recurrence_unsupported BYHOUR");
  CHECK(refused("FREQ=YEARLY;BYYEARDAY=5") == "recurrence_unsupported BYYEARDAY");
  CHECK(refused("FREQ=YEARLY;BYWEEKNO=1") == "recurrence_unsupported BYWEEKNO");
  CHECK(refused("RSCALE=CHINESE;FREQ=YEARLY") == "recurrence_unsupported RSCALE");
  CHECK(refused("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=6") == "recurrence_unsupported BYSETPOS");
  CHECK(refused("FREQ=MONTHLY;BYMONTHDAY=5;BYSETPOS=1") == "recurrence_unsupported BYSETPOS");
  CHECK(refused("FREQ=MONTHLY;BYDAY=1TU;BYSETPOS=1") == "recurrence_unsupported BYSETPOS");
  CHECK(refused("FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2TU") == "recurrence_unsupported BYMONTHDAY");
  CHECK(refused("FREQ=WEEKLY;UNTIL=20271231") == "recurrence_unsupported UNTIL=20271231");
  CHECK(refused("FREQ=WEEKLY;UNTIL=20271231T100000")
        == "recurrence_unsupported UNTIL=20271231T100000");
  CHECK(refused("FREQ=WEEKLY;INTERVAL=53") == "recurrence_unsupported INTERVAL=53");
  CHECK(refused("FREQ=MONTHLY;INTERVAL=13") == "recurrence_unsupported INTERVAL=13");
  CHECK(refused("FREQ=YEARLY;INTERVAL=6") == "recurrence_unsupported INTERVAL=6");
  CHECK(refused("FREQ=WEEKLY;COUNT=521") == "recurrence_too_many 520");
  CHECK(refused("FREQ=WEEKLY;COUNT=520") == "");
}

TEST_CASE("more often than every week is refused, however it is written") {
  for (auto const* rule :
       {"FREQ=DAILY", "FREQ=DAILY;INTERVAL=30", "FREQ=HOURLY", "FREQ=SECONDLY",
        "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=MONTHLY;BYDAY=TU,WE", "FREQ=MONTHLY;BYDAY=1TU,1WE",
        "FREQ=MONTHLY;BYMONTHDAY=5,10", "FREQ=MONTHLY;BYMONTHDAY=-1,5",
        "FREQ=YEARLY;BYDAY=MO,TU;BYMONTH=1", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5,6"}) {
    INFO(rule);
    CHECK(refused(rule) == "recurrence_too_frequent");
  }
  CHECK(refused("FREQ=MONTHLY;BYDAY=TU").empty());
  CHECK(refused("FREQ=MONTHLY;BYDAY=1TU,3TU").empty());
  // Close to each other once in some years only: a year that ends and one that begins.
  CHECK(refused("FREQ=YEARLY;BYMONTH=1,12;BYDAY=1MO,5TU", "2027-01-04 10:00")
        == "recurrence_too_frequent");
}

TEST_CASE("a rule that never comes is refused at once") {
  for (auto const* rule :
       {"FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=6TU", "FREQ=YEARLY;BYDAY=54TU", "FREQ=YEARLY;BYMONTH=2;BYDAY=-6TU",
        "FREQ=MONTHLY;BYMONTH=4;INTERVAL=12", "FREQ=WEEKLY;UNTIL=20200101T000000Z"}) {
    INFO(rule);
    auto const before = processor_seconds();
    CHECK(refused(rule) == "recurrence_never");
    CHECK(processor_seconds() - before < 0.1);  // libical's own search takes 0.2 s and more
  }
}

TEST_CASE("a start that is none of its times is refused with the first that is") {
  CHECK(refused("FREQ=MONTHLY;BYDAY=1TU", "2027-01-01 10:00")
        == "recurrence_wrong_start 2027-01-05");
  CHECK(refused("FREQ=WEEKLY;BYDAY=FR", "2027-01-05 10:00")
        == "recurrence_wrong_start 2027-01-08");
}

TEST_CASE("a zone that is none, and a year that is out of reach") {
  auto const in_zone = [](std::string const& zone) {
    return refused(asked("FREQ=WEEKLY", "2027-01-05 10:00", zone));
  };
  CHECK(in_zone("Europe/Amsterdm") == "unknown_zone Europe/Amsterdm");
  CHECK(in_zone("") == "unknown_zone");
  CHECK(in_zone("../../../etc/passwd") == "unknown_zone ../../../etc/passwd");
  CHECK(in_zone(std::string(10000, 'x')) == "unknown_zone ?");
  CHECK(in_zone("UTC").empty());
  CHECK(in_zone("America/Curacao").empty());
  CHECK(refused("FREQ=WEEKLY", "1999-12-31 10:00") == "out_of_range 2000-2036");
  CHECK(refused("FREQ=WEEKLY", "2037-01-06 10:00") == "out_of_range 2000-2036");
}

TEST_CASE("a rule is said in plain words") {
  CHECK(said("FREQ=MONTHLY;BYDAY=1TU", "2027-01-05 10:00", "nl")
        == "elke eerste dinsdag van de maand om 10:00");
  CHECK(said("FREQ=MONTHLY;BYDAY=1TU", "2027-01-05 10:00", "en")
        == "every first Tuesday of the month at 10:00");
  CHECK(said("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1", "2027-01-05 10:00", "nl")
        == "elke eerste dinsdag van de maand om 10:00");
  CHECK(said("FREQ=MONTHLY;BYDAY=-1FR", "2027-01-29 09:30", "nl")
        == "elke laatste vrijdag van de maand om 09:30");
  CHECK(said("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "2027-01-01 10:00", "nl")
        == "elke eerste werkdag van de maand om 10:00");
  CHECK(said("FREQ=WEEKLY", "2027-01-05 10:00", "nl") == "elke dinsdag om 10:00");
  CHECK(said("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2027-01-05 10:00", "en")
        == "every other week on Tuesday at 10:00");
  CHECK(said("FREQ=MONTHLY", "2027-01-15 10:00", "nl") == "elke maand op de 15e om 10:00");
  CHECK(said("FREQ=MONTHLY;BYMONTHDAY=-1", "2027-01-31 10:00", "nl")
        == "elke maand op de laatste dag om 10:00");
  CHECK(said("FREQ=YEARLY", "2027-01-05 10:00", "nl") == "elk jaar op 5 januari om 10:00");
  CHECK(said("FREQ=YEARLY;BYMONTH=9;BYDAY=1TU", "2027-09-07 10:00", "nl")
        == "elk jaar op de eerste dinsdag van september om 10:00");
  CHECK(said("FREQ=MONTHLY;BYDAY=1TU;BYMONTH=1,2,3,4,5,6,9,10,11,12;COUNT=20", "2027-01-05 10:00",
             "nl")
        == "elke eerste dinsdag van de maand om 10:00, niet in juli en augustus, 20 keer");
  // In Amsterdam the 31st has begun.
  CHECK(said("FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271230T233000Z", "2027-01-05 10:00", "nl")
        == "elke eerste dinsdag van de maand om 10:00, tot en met 31 december 2027");
  CHECK(said("FREQ=MONTHLY;BYDAY=1TU,3TU", "2027-01-05 10:00", "nl") == "nothing");
  CHECK(said("FREQ=YEARLY;BYDAY=20MO", "2027-05-17 10:00", "nl") == "nothing");
  CHECK(said("FREQ=MONTHLY;BYMONTHDAY=1,15", "2027-01-01 10:00", "nl") == "nothing");
}

TEST_CASE("the n-th weekday of each month is what a calendar on the wall says it is") {
  CHECK(rc::check("libical's days are those that std::chrono counts", [] {
    static char const* const names[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    auto const day = static_cast<unsigned>(*rc::gen::inRange(0, 7));
    auto const nth = static_cast<unsigned>(*rc::gen::inRange(1, 5));
    auto month = year_month{year{*rc::gen::inRange(2000, 2035)},
                            std::chrono::month{static_cast<unsigned>(*rc::gen::inRange(1, 13))}};
    auto const minute = minutes{*rc::gen::inRange(0, 24 * 60)};
    auto const nth_day = [&](year_month in) {
      return rhythm::local_minute{local_days{in / weekday{day}[nth]}} + minute;
    };
    rhythm::recurrence const what{"FREQ=MONTHLY;BYDAY=" + std::to_string(nth) + names[day],
                                  nth_day(month), "Europe/Amsterdam"};
    auto const found = rules.read(what);
    RC_ASSERT(found.ok());
    auto const times = rules.expand(*found, utc("1999-01-01 00:00"), utc("2099-01-01 00:00"), 30);
    RC_ASSERT(times.size() >= 12U);
    for (auto const& one : times) {
      RC_ASSERT(one.local == nth_day(month));
      RC_ASSERT(one.at == zones.instant(one.local, what.zone));
      month += months{1};
    }
  }));
}

TEST_CASE("any text at all is answered, quickly and with a reason") {
  CHECK(rc::check("read never crashes, and what it accepts expands and reads the same again", [] {
    auto const part = rc::gen::element<std::string>(
        "FREQ=WEEKLY", "BYMONTHDAY=5", "BYDAY=1TU", "BYDAY=-1FR", "BYDAY=TU",
        "BYMONTHDAY=31", "BYMONTHDAY=-31", "BYMONTH=2", "BYMONTH=1,12", "BYSETPOS=5",
        "INTERVAL=5", "COUNT=3", "UNTIL=20280101T000000Z", "WKST=SU", "=", ",", "BYDAY=53MO",
        "COUNT=99999999999", "BYMONTH=13", "INTERVAL=-2");
    std::string rule =
        *rc::gen::element<std::string>("FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "BYDAY=TU");
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) rule += ";" + *part;
    auto const before = processor_seconds();
    auto const found = rules.read(asked(rule, "2027-01-05 10:00"));
    RC_ASSERT(processor_seconds() - before < 0.1);
    RC_CLASSIFY(found.ok());
    if (!found) {
      RC_ASSERT_FALSE(found.why().code.empty());
      return;
    }
    auto const again = rules.read(*found);
    RC_ASSERT(again.ok());
    RC_ASSERT(*again == *found);
    RC_ASSERT_FALSE(rules.expand(*found, utc("2027-01-05 09:00"), utc("2027-01-05 09:01"), 5)
                        .empty());
    rules.sentence(*found, "nl");
  }));
}
