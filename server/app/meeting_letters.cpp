#include "app/meeting_letters.hpp"

#include "app/letters.hpp"

#include <algorithm>

namespace viab::app {
namespace {

namespace asio = boost::asio;
using rhythm::invitation_change;
using deed = invitation_change::deed;

// A summary that was not sent by then is not news any more.
constexpr auto summary_is_news = std::chrono::hours(24);

std::string host_of(std::string const& url) {
  auto const from = url.find("://");
  auto const host = from == std::string::npos ? url : url.substr(from + 3);
  return host.substr(0, host.find_first_of(":/"));
}

std::string written(char const* what, ports::letter_reader const& to, std::string const& more) {
  return std::string(what) + ":" + to.session.value + ":" + to.who.value + more;
}

}  // namespace

asio::awaitable<void> meeting_letters::look() {
  if (looking_ || !with_.letters.available()) co_return;
  looking_ = true;
  try {
    co_await invitations();
    co_await summaries();
  } catch (...) {
    looking_ = false;
    throw;
  }
  looking_ = false;
}

asio::awaitable<void> meeting_letters::invitations() {
  auto const now = with_.clock.now();
  auto const ahead = co_await with_.store.meetings_ahead(now);
  auto const rows = co_await with_.store.told();
  std::vector<rhythm::expected> wanted;
  for (auto const& one : ahead) wanted.push_back(one.wanted);
  std::vector<rhythm::invited> told;
  for (auto const& one : rows) told.push_back(one.told);
  auto const reader_of = [&](rhythm::invited const& of) -> ports::letter_reader const* {
    auto const same = [&](auto const& one) {
      return one.who == of.who && one.session == of.session;
    };
    for (auto const& one : ahead) {
      if (same(one.wanted)) return &one.reader;
    }
    for (auto const& one : rows) {
      if (same(one.told) && one.reader) return &*one.reader;
    }
    return nullptr;
  };
  for (auto const& change : rhythm::decide_invitations(wanted, told, now)) {
    auto const* reader = reader_of(change.now);
    std::optional<ports::letter> letter;
    if (reader != nullptr && change.what != deed::forget) letter = letter_of(*reader, change);
    co_await with_.store.tell(change, std::move(letter), now);
  }
}

ports::calendar_part meeting_letters::calendar_of(ports::letter_reader const& to,
                                                  invitation_change const& change) const {
  bool const back = change.what == deed::take_back;
  rhythm::calendar_event event;
  event.uid = "session-" + to.session.value + "@" + host_of(with_.public_url);
  event.sequence = change.now.sequence;
  event.changed = with_.clock.now();
  event.start = with_.zones.local(change.now.at, to.zone);
  event.length = to.length;
  event.zone = to.zone;
  event.summary = "Via B: " + to.team_name;
  event.url = with_.public_url + "/s/" + to.session.value;
  event.description = event.url;
  event.organizer = rhythm::calendar_person{"Via B", with_.from};
  event.attendees = {{to.name, to.to.value()}};
  rhythm::calendar_file file;
  file.method = back ? rhythm::calendar_method::cancel : rhythm::calendar_method::request;
  file.events = {std::move(event)};
  return {with_.calendars.write(file), back ? "CANCEL" : "REQUEST"};
}

ports::letter meeting_letters::letter_of(ports::letter_reader const& to,
                                         invitation_change const& change) const {
  auto const what = change.what == deed::invite ? meeting_news::invited
                    : change.what == deed::move ? meeting_news::moved
                                                : meeting_news::taken_back;
  reader const who{to.to, to.name, to.language};
  meeting_facts const facts{to.team_name, with_.zones.local(change.now.at, to.zone),
                            with_.public_url + "/s/" + to.session.value, with_.public_url + "/me"};
  auto message = meeting_letter(with_.library, who, what, facts);
  message.calendar = calendar_of(to, change);
  return {written("meeting", to, ":" + std::to_string(change.now.sequence)), std::move(message),
          change.now.at};
}

asio::awaitable<void> meeting_letters::summaries() {
  auto const now = with_.clock.now();
  auto const due = co_await with_.store.summaries_due(now - summary_is_news, now);
  for (auto const& to : due) {
    auto const left = co_await with_.teams.outcome_of(to.session);
    auto const sessions = co_await with_.teams.sessions_of(to.team);
    if (!left) continue;
    summary_facts facts;
    facts.team = to.team_name;
    facts.report = with_.public_url + "/s/" + to.session.value + "/report";
    facts.own_page = with_.public_url + "/me";
    // Only what may be read outside the room: names of themes and what was agreed.
    for (auto const& theme : left->themes) {
      if (theme.cards > 0 && !theme.title.empty()) facts.themes.push_back(theme.title);
    }
    for (auto const& made : left->agreements) facts.agreements.push_back(made.plan);
    for (auto const& other : sessions) {
      if (!other.planned_for || *other.planned_for <= now) continue;
      auto const at = with_.zones.local(*other.planned_for, to.zone);
      facts.next = facts.next ? std::min(*facts.next, at) : at;
    }
    reader const who{to.to, to.name, to.language};
    ports::letter letter{written("summary", to, ""), summary_letter(with_.library, who, facts),
                         now + summary_is_news};
    co_await with_.letters.post(std::move(letter));
  }
}

}  // namespace viab::app
