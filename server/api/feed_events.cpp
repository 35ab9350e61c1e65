#include "api/feed_events.hpp"

namespace viab::api {
namespace {

constexpr char zone[] = "Europe/Amsterdam";
constexpr std::chrono::minutes usual_length{60};

rhythm::calendar_event event_of(feed_place const& at, ports::team_row const& team) {
  rhythm::calendar_event one;
  one.summary = "Via B: " + team.name;
  one.url = at.public_url + "/teams/" + team.id.value;
  one.description = one.url;
  return one;
}

}  // namespace

std::string feed_place::host() const {
  auto const from = public_url.find("://");
  auto const host = from == std::string::npos ? public_url : public_url.substr(from + 3);
  return host.substr(0, host.find_first_of(":/"));
}

std::vector<rhythm::calendar_event> events_of_rhythm(
    feed_place const& at, ports::team_row const& team, ports::team_rhythm const& of,
    std::vector<rhythm::planned_meeting> const& meetings) {
  auto series = event_of(at, team);
  series.uid = "rhythm-" + team.id.value + "@" + at.host();
  series.sequence = of.sequence;
  series.changed = of.changed_at;
  series.start = of.when.start;
  series.length = of.length;
  series.zone = of.when.zone;
  series.rule = of.when.rule;
  std::vector<rhythm::calendar_event> others;
  for (auto const& [what, instant] : meetings) {
    if (!what.takes_place()) {
      series.left_out.push_back(what.original);
    } else if (what.at != what.original) {
      auto other = series;
      other.rule.clear();
      other.left_out.clear();
      other.instead_of = what.original;
      other.start = what.at;
      other.sequence = of.sequence + what.sequence;
      others.push_back(std::move(other));
    }
  }
  others.insert(others.begin(), std::move(series));
  return others;
}

std::vector<rhythm::calendar_event> events_of_sessions(
    feed_place const& at, ports::team_row const& team,
    std::vector<ports::session_summary> const& sessions, ports::time_zones const& zones) {
  std::vector<rhythm::calendar_event> all;
  for (auto const& session : sessions) {
    if (!session.planned_for) continue;
    auto one = event_of(at, team);
    one.uid = "session-" + session.id.value + "@" + at.host();
    one.changed = *session.planned_for;
    one.start = zones.local(*session.planned_for, zone);
    one.length = usual_length;
    one.zone = zone;
    one.url = at.public_url + "/s/" + session.id.value;
    one.description = one.url;
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace viab::api
