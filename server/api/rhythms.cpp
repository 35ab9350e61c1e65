// A team's rhythm: when it meets again, what became of single dates, and how that would look.
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/reply.hpp"
#include "protocol/frames.hpp"
#include "rhythm/plain_choice.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using rhythm::meeting;
using rhythm::plain_choice;

constexpr char zone[] = "Europe/Amsterdam";
constexpr std::size_t dates_shown = 12;
constexpr auto look_ahead = std::chrono::days(2 * 366);
constexpr std::size_t most_calendars = 8;
constexpr std::array<std::string_view, 3> frequencies{"week", "two_weeks", "month"};
constexpr std::array<std::string_view, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                   "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 4> reasons{"by_rule", "day_off", "moved", "skipped"};

std::string written(rhythm::local_minute at) {
  return rhythm::iso(rhythm::day_of(at)) + "T"
         + rhythm::written_time_of_day(rhythm::time_of_day(at));
}
std::optional<rhythm::local_minute> read_local(std::string_view text) {
  if (text.size() != 16 || text[10] != 'T') return std::nullopt;
  auto const day = rhythm::read_day(text.substr(0, 10));
  auto const time = rhythm::read_time_of_day(text.substr(11));
  if (!day || !time) return std::nullopt;
  return *day + *time;
}

nlohmann::json as_json(ports::team_rhythm const& one) {
  nlohmann::json out = {
      {"time", rhythm::written_time_of_day(rhythm::time_of_day(one.when.start))},
      {"starts_on", rhythm::iso(rhythm::day_of(one.when.start))},
      {"zone", one.when.zone},
      {"length_minutes", one.length.count()},
      {"format", one.format},
      {"language", one.language},
      {"calendars", one.calendars},
      {"on_day_off",
       one.otherwise == rhythm::on_day_off::same_weekday ? "same_weekday" : "next_working_day"},
      {"stopped", one.stopped},
      {"version", one.version}};
  if (auto const choice = rhythm::choice_of(one.when.rule)) {
    out["every"] = frequencies.at(static_cast<std::size_t>(choice->every));
    out["weekday"] = weekdays.at(choice->weekday);
    out["position"] = choice->position;
  }
  return out;
}

nlohmann::json as_json(rhythm::planned_meeting const& one, bool english) {
  nlohmann::json out = {{"original", written(one.what.original)},
                        {"at", time_or_null(one.at)},
                        {"local", written(one.what.at)},
                        {"why", reasons.at(static_cast<std::size_t>(one.what.why))},
                        {"day_off", nullptr}};
  if (one.what.day_off_name) {
    out["day_off"] = english ? one.what.day_off_name->en : one.what.day_off_name->nl;
  }
  return out;
}

// The sentence, and the next dates.
nlohmann::json shown(services& with, net::request const& asked, ports::team_rhythm const& of,
                     rhythm::exceptions const& decided) {
  auto const now = with.clock.now();
  auto const sentence = with.rhythm_tools.rules.sentence(of.when, language_of(asked));
  auto const planned =
      app::planned_meetings(with.rhythm_tools, of, decided, now, now + look_ahead, dates_shown);
  nlohmann::json out = {{"sentence", sentence ? nlohmann::json(*sentence) : nullptr},
                        {"meetings", nlohmann::json::array()}};
  for (auto const& one : planned) {
    out["meetings"].push_back(as_json(one, language_of(asked) == "en"));
  }
  return out;
}

plain_choice read_choice(body& from) {
  plain_choice chosen;
  auto const every = from.word("every", {frequencies.begin(), frequencies.end()});
  auto const weekday = from.word("weekday", {weekdays.begin(), weekdays.end()});
  auto const place = std::ranges::find(frequencies, every);
  if (place != frequencies.end()) {
    chosen.every = static_cast<plain_choice::frequency>(place - frequencies.begin());
  }
  auto const day = std::ranges::find(weekdays, weekday);
  if (day != weekdays.end()) chosen.weekday = static_cast<unsigned>(day - weekdays.begin());
  if (chosen.every == plain_choice::frequency::month || from.has("position")) {
    chosen.position = from.number("position", -1, 4);
    if (chosen.position == 0) from.wrong("position", {"out_of_range", "1–4, -1"});
  }
  return chosen;
}

// What the form holds; what is wrong stays in it.
ports::team_rhythm read(services& with, body& from, team_id team) {
  ports::team_rhythm one;
  one.team = std::move(team);
  auto const chosen = read_choice(from);
  auto const starts_on = rhythm::read_day(from.text<text<10>>("starts_on").value());
  if (!starts_on) from.wrong("starts_on", {"malformed", "/starts_on"});
  auto const time = rhythm::read_time_of_day(from.text<text<5>>("time").value());
  if (!time) from.wrong("time", {"malformed", "/time"});
  one.length = std::chrono::minutes(from.number("length_minutes", 10, 480));
  one.format = from.text<text<64>>("format").value();
  one.language = from.word("language", {"nl", "en"});
  if (!with.library.find_format(one.format, one.language)) {
    from.wrong("format", {"unknown_choice", "/format"});
  }
  one.calendars = from.texts("calendars", most_calendars);
  for (auto const& id : one.calendars) {
    if (!with.calendars.find_calendar(id))
      from.wrong("calendars", {"unknown_choice", "/calendars"});
  }
  if (from.word("on_day_off", {"next_working_day", "same_weekday"}) == "same_weekday") {
    one.otherwise = rhythm::on_day_off::same_weekday;
  }
  if (!starts_on || !time || chosen.position == 0) return one;
  rhythm::recurrence const wanted{rhythm::rule_of(chosen),
                                  rhythm::first_day_of(chosen, *starts_on) + *time, zone};
  auto const accepted = with.rhythm_tools.rules.read(wanted);
  if (accepted) {
    one.when = *accepted;
  } else {
    from.wrong("starts_on", accepted.why());
  }
  return one;
}

// What the asker is in the team; nothing for who is not in it, to whom there is no such team.
asio::awaitable<std::optional<role>> role_in(services& with, asker const& who, team_id id) {
  if (!who.identity) co_return std::nullopt;
  co_return co_await with.teams.access_to_team(who.identity->key, std::move(id), with.clock.now());
}

asio::awaitable<net::response> show(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  team_id const id{std::string(asked.param("id"))};
  auto const as = co_await role_in(with, who, id);
  if (!as) co_return not_found(with, asked);
  nlohmann::json answer = {{"rhythm", nullptr},
                           {"sentence", nullptr},
                           {"meetings", nlohmann::json::array()},
                           {"may_change", *as == role::facilitator}};
  auto const found = co_await with.rhythms.find_rhythm(id);
  if (!found) co_return reply(answer);
  answer["rhythm"] = as_json(*found);
  if (!found->stopped) {
    auto const decided = co_await with.rhythms.exceptions_of(id);
    answer.update(shown(with, asked, *found, decided));
  }
  auto response = reply(answer);
  set_version(response, found->version);
  co_return response;
}

asio::awaitable<net::response> preview(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  team_id const id{std::string(asked.param("id"))};
  auto const as = co_await role_in(with, who, id);
  if (!as) co_return not_found(with, asked);
  body from(asked);
  auto const one = read(with, from, id);
  if (!from.fine()) co_return from.problem(with, asked);
  co_return reply(shown(with, asked, one, {}));
}

// A facilitator, or the answer to anybody else.
asio::awaitable<std::optional<net::response>> refused_to(services& with, net::request const asked,
                                                         asker const who, team_id id) {
  auto const as = co_await role_in(with, who, std::move(id));
  if (!as) co_return not_found(with, asked);
  if (*as != role::facilitator) co_return refused(with, asked, {"not_facilitator", {}});
  co_return std::nullopt;
}

asio::awaitable<net::response> keep(services& with, net::request asked, asker who,
                                    ports::team_rhythm one) {
  auto const became = co_await with.rhythms.save_rhythm(one, who.act);
  if (became != ports::change::done) co_return not_changed(with, asked, became);
  co_await with.rhythm_keeper.look_at(one.team);
  ++one.version;
  auto answer = reply(as_json(one));
  set_version(answer, one.version);
  co_return answer;
}

asio::awaitable<net::response> replace(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  team_id const id{std::string(asked.param("id"))};
  auto no = co_await refused_to(with, asked, who, id);
  if (no) co_return std::move(*no);
  body from(asked);
  auto one = read(with, from, id);
  if (!from.fine()) co_return from.problem(with, asked);
  auto const before = co_await with.rhythms.find_rhythm(id);
  // The first one has no version yet.
  auto const version = before ? version_in(asked) : std::optional(0);
  if (!version) co_return version_missing(with, asked);
  one.version = *version;
  co_return co_await keep(with, std::move(asked), who, std::move(one));
}

asio::awaitable<net::response> stop(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  team_id const id{std::string(asked.param("id"))};
  auto no = co_await refused_to(with, asked, who, id);
  if (no) co_return std::move(*no);
  auto one = co_await with.rhythms.find_rhythm(id);
  if (!one) co_return not_found(with, asked);
  auto const version = version_in(asked);
  if (!version) co_return version_missing(with, asked);
  one->version = *version;
  one->stopped = true;
  co_return co_await keep(with, std::move(asked), who, std::move(*one));
}

bool is_a_date_of(services& with, ports::team_rhythm const& of, rhythm::local_minute original) {
  auto const at = with.rhythm_tools.zones.instant(original, of.when.zone);
  auto const found = with.rhythm_tools.rules.expand(of.when, at, at + milliseconds(1), 1);
  return !found.empty() && found.front().local == original;
}

asio::awaitable<net::response> decided(services& with, net::request asked,
                                       std::optional<rhythm::exception> what) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  team_id const id{std::string(asked.param("id"))};
  auto no = co_await refused_to(with, asked, who, id);
  if (no) co_return std::move(*no);
  auto const original = read_local(asked.param("original"));
  auto const found = co_await with.rhythms.find_rhythm(id);
  if (!found || !original || !is_a_date_of(with, *found, *original)) {
    co_return not_found(with, asked);
  }
  bool const kept = co_await with.rhythms.decide(id, *original, what, who.act);
  if (!kept) co_return not_found(with, asked);
  co_await with.rhythm_keeper.look_at(id);
  co_return net::empty_response(204);
}

asio::awaitable<net::response> decide(services& with, net::request asked) {
  body from(asked);
  auto const to = from.text_or_empty<text<16>>("moved_to").value();
  rhythm::exception what;
  if (!to.empty()) {
    what.moved_to = read_local(to);
    if (!what.moved_to) from.wrong("moved_to", {"malformed", "/moved_to"});
  }
  if (!from.fine()) co_return from.problem(with, asked);
  co_return co_await decided(with, std::move(asked), what);
}

asio::awaitable<net::response> restore(services& with, net::request asked) {
  co_return co_await decided(with, std::move(asked), std::nullopt);
}

}  // namespace

void add_rhythms(net::router& router, services& with) {
  router.route("GET", "/api/v1/teams/{id}/rhythm",
               [&with](net::request asked) { return show(with, std::move(asked)); });
  router.route("PUT", "/api/v1/teams/{id}/rhythm",
               [&with](net::request asked) { return replace(with, std::move(asked)); });
  router.route("DELETE", "/api/v1/teams/{id}/rhythm",
               [&with](net::request asked) { return stop(with, std::move(asked)); });
  router.route("POST", "/api/v1/teams/{id}/rhythm/preview",
               [&with](net::request asked) { return preview(with, std::move(asked)); });
  router.route("PUT", "/api/v1/teams/{id}/rhythm/meetings/{original}",
               [&with](net::request asked) { return decide(with, std::move(asked)); });
  router.route("DELETE", "/api/v1/teams/{id}/rhythm/meetings/{original}",
               [&with](net::request asked) { return restore(with, std::move(asked)); });
}

}  // namespace viab::api
