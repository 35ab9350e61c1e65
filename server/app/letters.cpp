#include "app/letters.hpp"

namespace viab::app {
namespace {

// Groups of four are easier to carry over from one screen to the other.
std::string spaced(std::string const& code) {
  return code.size() == 8 ? code.substr(0, 4) + " " + code.substr(4) : code;
}

// The words of one letter in the reader's language.
struct words {
  ports::library const& from;
  reader const& to;
  std::string operator()(char const* key, std::string const& detail = {}) const {
    return from.text(std::string("letter.") + key, detail, to.language);
  }
};

// "dinsdag 1 december 2026 om 10:00".
std::string date_of(words const& say, rhythm::local_minute at) {
  auto const date = rhythm::date_of(rhythm::day_of(at));
  std::chrono::weekday const weekday{std::chrono::sys_days(date)};
  auto const of_day = at - std::chrono::floor<std::chrono::days>(at);
  auto const minutes = std::chrono::duration_cast<std::chrono::minutes>(of_day).count();
  auto const two = [](long number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  auto const day = "day." + std::to_string(weekday.iso_encoding());
  auto const month = "month." + std::to_string(static_cast<unsigned>(date.month()));
  return say(day.c_str()) + " " + std::to_string(static_cast<unsigned>(date.day())) + " "
         + say(month.c_str()) + " " + std::to_string(static_cast<int>(date.year())) + " "
         + say("at") + " " + two(minutes / 60) + ":" + two(minutes % 60);
}

std::string sentence_of(ports::library const& from, reader const& to, agreement const& plan) {
  auto const word = [&](char const* key) { return from.text(key, {}, to.language); };
  if (plan.cue.redacted() || plan.action.redacted()) return word("report.erased");
  return word("report.if") + " " + plan.cue.value() + ", " + word("report.then") + " "
         + plan.action.value();
}

}  // namespace

ports::mail_message sign_in_letter(ports::library const& from, reader const& to,
                                   std::string const& link, std::string const& code) {
  words const say{from, to};
  auto const text = say("hello", to.name) + "\n\n" + say("sign_in.open") + "\n\n" + link + "\n\n"
                    + say("sign_in.code", spaced(code)) + "\n\n" + say("sign_in.not_you") + "\n";
  return {to.to, to.name, say("sign_in.subject"), text, {}, {}};
}

ports::mail_message meeting_letter(ports::library const& from, reader const& to, meeting_news news,
                                   meeting_facts const& facts) {
  words const say{from, to};
  auto const when = date_of(say, facts.at);
  std::string text = say("hello", to.name) + "\n\n";
  if (news == meeting_news::taken_back) {
    text += say("meeting.taken_back", when) + "\n";
  } else {
    text += say(news == meeting_news::moved ? "meeting.moved" : "meeting.invited", when) + "\n\n"
            + say("meeting.prepare") + "\n\n" + facts.session + "\n";
  }
  text += "\n" + say("meeting.off") + "\n" + facts.own_page + "\n";
  return {to.to, to.name, say("meeting.subject", facts.team), text, {}, {}};
}

ports::mail_message summary_letter(ports::library const& from, reader const& to,
                                   summary_facts const& facts) {
  words const say{from, to};
  auto text = say("hello", to.name) + "\n\n" + say("summary.held", facts.team) + "\n";
  if (!facts.agreements.empty()) {
    text += "\n" + say("summary.agreements") + "\n";
    for (auto const& one : facts.agreements) text += "- " + sentence_of(from, to, one) + "\n";
  }
  if (!facts.themes.empty()) {
    text += "\n" + say("summary.themes") + "\n";
    for (auto const& one : facts.themes) text += "- " + one + "\n";
  }
  if (facts.next) text += "\n" + say("summary.next", date_of(say, *facts.next)) + "\n";
  text += "\n" + say("summary.read") + "\n" + facts.report + "\n\n" + say("meeting.off") + "\n"
          + facts.own_page + "\n";
  return {to.to, to.name, say("summary.subject", facts.team), text, {}, {}};
}

ports::mail_message address_changed_letter(ports::library const& from, reader const& to) {
  words const say{from, to};
  auto const text = say("hello", to.name) + "\n\n" + say("address_changed.text") + "\n";
  return {to.to, to.name, say("address_changed.subject"), text, {}, {}};
}

}  // namespace viab::app
