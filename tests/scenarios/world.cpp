#include "scenarios/world.hpp"

#include "cli/demo_players.hpp"
#include "protocol/frames.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <fstream>
#include <functional>
#include <stdexcept>

namespace viab::tests {
namespace {

std::string const chief = "person:chief";

std::vector<int> numbers_in(std::string const& text) {
  std::vector<int> numbers;
  for (auto const& part : split_at(text, ',')) numbers.push_back(std::stoi(part));
  return numbers;
}

// Two cards a theme, written by one person after another.
void add_themes(cli::demo_session& script, std::string const& titles, std::size_t people) {
  for (auto const& title : split_at(titles, ';')) {
    cli::demo_theme theme{title, {}};
    for (auto const* part : {"eerste", "tweede"}) {
      theme.cards.push_back(script.cards.size());
      script.cards.push_back(
          {"works", script.cards.size() % people, std::string(part) + " kaartje bij " + title});
    }
    script.themes.push_back(std::move(theme));
  }
  for (std::size_t i = 0; i < people; ++i) {
    std::vector<int> dots(script.themes.size());
    if (!dots.empty()) dots[i % dots.size()] = 3;
    script.votes.push_back({std::move(dots)});
  }
}

}  // namespace

void story_world::play(story_line const& line) {
  using verb = void (story_world::*)(story_line const&);
  static std::map<std::string, verb> const verbs{
      {"now", &story_world::now},
      {"organisation", &story_world::organisation},
      {"challenge", &story_world::challenge},
      {"team", &story_world::team},
      {"person", &story_world::person},
      {"leaves", &story_world::leaves},
      {"rhythm", &story_world::rhythm},
      {"session", &story_world::session},
      {"raise", &story_world::raise},
      {"join", &story_world::join},
      {"answer", &story_world::answer},
      {"recalibrate", &story_world::recalibrate},
      {"keeps", &story_world::keeps},
      {"forgets", &story_world::forgets},
      {"kept", &story_world::kept},
      {"nowhere", &story_world::kept},
      {"expect", &story_world::expect},
      {"contains", &story_world::contains},
      {"lacks", &story_world::contains},
  };
  auto const found = verbs.find(line.at(0));
  if (found == verbs.end()) throw std::runtime_error("no such word: " + line.at(0));
  (this->*found->second)(line);
}

json story_world::must(std::string const& method, std::string const& path, json const& body,
                       std::string const& who, int version) {
  auto const answer = at_.ask(method, path, body, cookie_of(who), version);
  if (answer.status >= 300) {
    throw std::runtime_error(method + " " + path + ": " + std::string(answer.bytes()));
  }
  return answer.bytes().empty() ? json(nullptr) : desk::body_of(answer);
}

// A browser of the day: the story's months are longer than any browser stays signed in.
std::string story_world::cookie_of(std::string const& key) {
  if (key == chief && !people_.contains(chief)) {
    people_[chief] = chief;
    at_.with_level(directory::level::administrator, "chief");
  }
  auto cookie = at_.dice.token(32);
  finished(at_.loop, at_.stores.teams.save_browser(at_.prints.of(cookie), key,
                                                   at_.clock.now() + std::chrono::hours(1)));
  return cookie;
}

std::string story_world::lead_of(std::string const& team) {
  for (auto const& one : players_.at(team)) {
    if (one.leads) return people_.at(one.name);
  }
  throw std::runtime_error("nobody leads " + team);
}

void story_world::now(story_line const& line) {
  auto const at = protocol::read_time(line.at(1) + ":00.000Z");
  if (!at) throw std::runtime_error("no moment: " + line.at(1));
  at_.clock.set(*at);
  finished(at_.loop, at_.retention.look());
  finished(at_.loop, at_.rhythm_keeper.look());
}

void story_world::organisation(story_line const& line) {
  organisations_[line.at(1)] =
      must("POST", "/api/v1/organisations", {{"name", line.at(1)}}, chief)["id"];
}

void story_world::challenge(story_line const& line) {
  challenges_[line.at(1)] = must("POST", "/api/v1/challenges", {{"name", line.at(1)}}, chief)["id"];
}

void story_world::team(story_line const& line) {
  json body = {{"name", line.at(2)}, {"language", "nl"}};
  body["home"] = organisations_.at(line.after("of"));
  if (auto const around = line.after("around"); !around.empty()) {
    body["challenge"] = challenges_.at(around);
  }
  teams_[line.at(1)] = must("POST", "/api/v1/teams", body, chief)["id"];
}

void story_world::person(story_line const& line) {
  auto const& name = line.at(1);
  auto const team = line.after("in");
  json const body = {
      {"name", name}, {"language", "nl"}, {"organisation", organisations_.at(line.after("of"))}};
  people_[name] = must("POST", "/api/v1/people", body, chief)["key"];
  bool const leads = line.words.back() == "leads";
  json const membership = {{"person", people_[name]},
                           {"role", leads ? "facilitator" : "participant"}};
  auto const made =
      must("POST", "/api/v1/teams/" + teams_.at(team) + "/memberships", membership, chief);
  players_[team].push_back({name, made["id"], leads});
}

void story_world::leaves(story_line const& line) {
  auto& players = players_.at(line.at(2));
  auto const one = std::find_if(players.begin(), players.end(),
                                [&](player const& each) { return each.name == line.at(1); });
  if (one == players.end()) throw std::runtime_error("no such member: " + line.at(1));
  json const body = {{"role", one->leads ? "facilitator" : "participant"},
                     {"until", protocol::write_time(at_.clock.now())}};
  must("PUT", "/api/v1/memberships/" + one->membership, body, chief, 1);
  players.erase(one);
}

void story_world::rhythm(story_line const& line) {
  json const body = {{"every", "month"},
                     {"weekday", line.at(2)},
                     {"position", std::stoi(line.at(3))},
                     {"starts_on", line.after("from")},
                     {"time", line.at(4)},
                     {"length_minutes", 60},
                     {"format", "monthly_reflection_45"},
                     {"language", "nl"},
                     {"calendars", {"rijk"}},
                     {"on_day_off", "next_working_day"}};
  auto const lead = lead_of(line.at(1));
  auto const path = "/api/v1/teams/" + teams_.at(line.at(1));
  must("PUT", path + "/rhythm", body, lead);
  std::string const address = must("POST", path + "/feed", json::object(), lead)["address"];
  feeds_[line.at(1)] = address.substr(address.find("/feeds/"));
}

session_id story_world::planned_session(std::string const& team) {
  auto const lead = lead_of(team);
  auto const path = "/api/v1/teams/" + teams_.at(team);
  auto const seen = must("GET", path, nullptr, lead);
  for (auto const& one : seen["sessions"]) {
    if (one["state"] != "closed") return {one["id"].get<std::string>()};
  }
  json const wanted = {{"format", "monthly_reflection_45"}, {"language", "nl"}};
  auto const made = must("POST", path + "/sessions", wanted, lead);
  return {made["session"].get<std::string>()};
}

cli::demo_session story_world::script_of(story_line const& line, std::size_t people) const {
  cli::demo_session script;
  script.check_in.assign(people, {"sunny", {}});
  add_themes(script, line.after("themes"), people);
  auto const number =
      std::to_string(held_.contains(line.at(1)) ? held_.at(line.at(1)).size() + 1 : 1);
  auto const agree = line.after("agree");
  for (int i = 1; i <= (agree.empty() ? 0 : std::stoi(agree)); ++i) {
    cli::demo_agreement made;
    made.cue = "dit gebeurt in " + number + "." + std::to_string(i);
    made.action = "doen we dat";
    script.agreements.push_back(std::move(made));
  }
  for (auto const& settled : split_at(line.after("settle"), ',')) {
    script.review.push_back({std::vector<std::string>(people, settled), settled});
  }
  if (auto text = line.after("obstacle"); !text.empty()) {
    script.obstacles.push_back({"wall", 0, std::move(text)});
  }
  auto const normal = numbers_in(line.after("normal"));
  if (normal.size() != people) {
    throw std::runtime_error(std::to_string(people) + " people take part, not "
                             + std::to_string(normal.size()));
  }
  for (int const one : normal) script.check_out.push_back({4, {4, 4, 4}, one});
  return script;
}

void story_world::session(story_line const& line) {
  auto const& team = line.at(1);
  auto const id = planned_session(team);
  std::vector<app::visitor> visitors;
  // The one who leads says what the facilitator says, and so comes first.
  for (bool const leads : {true, false}) {
    for (auto const& one : players_.at(team)) {
      if (one.leads != leads) continue;
      app::visitor who;
      who.key = people_.at(one.name);
      who.name = one.name;
      who.as = leads ? role::facilitator : role::participant;
      visitors.push_back(std::move(who));
    }
  }
  auto const script = script_of(line, visitors.size());
  cli::demo_players players(at_.loop.get_executor(), std::move(visitors));
  auto const host = at_.sessions.host(id);
  finished(at_.loop, players.enter(host));
  finished(at_.loop, players.hold(script, at_.clock.now()));
  players.go();
  held_[team].push_back(id.value);
  finished(at_.loop, at_.rhythm_keeper.look());
}

void story_world::raise(story_line const& line) {
  auto const lead = lead_of(line.at(1));
  auto const path = "/api/v1/teams/" + teams_.at(line.at(1)) + "/walls";
  json body = {{"text", line.at(2)}, {"about", "wall"}, {"level", "ministry"}};
  auto const seen = must("GET", path, nullptr, lead);
  for (auto const& one : seen["obstacles"]) {
    if (one["text"] != line.at(2)) continue;
    body["session"] = one["session"];
    body["place"] = one["place"];
  }
  must("POST", path, body, lead);
}

json story_world::wall_called(std::string const& text) {
  auto const board = must("GET", "/api/v1/walls?limit=200", nullptr, chief);
  for (auto const& one : board["walls"]) {
    if (one["text"] == text) return one;
  }
  throw std::runtime_error("no wall on the board: " + text);
}

void story_world::join(story_line const& line) {
  auto const one = wall_called(line.at(1));
  auto const into = wall_called(line.after("into"));
  must("PUT", "/api/v1/walls/" + one["id"].get<std::string>() + "/joined-into",
       {{"wall", into["id"]}}, chief, one["version"]);
}

void story_world::answer(story_line const& line) {
  auto const one = wall_called(line.at(1));
  json const body = {{"level", one["level"]},
                     {"status", line.at(2)},
                     {"owner", "Hoofd bedrijfsvoering"},
                     {"answer", line.at(3)}};
  must("PUT", "/api/v1/walls/" + one["id"].get<std::string>(), body, chief, one["version"]);
}

void story_world::recalibrate(story_line const& line) {
  json const body = {{"verdict", line.at(3)}, {"why", line.at(4)}, {"from_outside", line.at(5)}};
  must("PUT", "/api/v1/challenges/" + challenges_.at(line.at(1)) + "/recalibrations/" + line.at(2),
       body, chief);
}

std::string story_world::page(std::string const& name) {
  auto const parts = split_at(name, ':');
  auto const text = [&](std::string const& path, std::string const& who) {
    auto const answer = at_.ask("GET", path, nullptr, who.empty() ? who : cookie_of(who));
    if (answer.status != 200) throw std::runtime_error(path + ": " + std::string(answer.bytes()));
    return std::string(answer.bytes());
  };
  auto const& kind = parts.at(0);
  if (kind == "board") return text("/api/v1/walls?limit=200", chief);
  if (kind == "overview") return text("/api/v1/overview?month=" + parts.at(1), chief);
  if (kind == "challenge") return text("/api/v1/challenges/" + challenges_.at(parts.at(1)), chief);
  auto const& team = parts.at(1);
  if (kind == "feed") return text(feeds_.at(team), {});
  if (kind == "report") {
    auto const& id = held_.at(team).at(static_cast<std::size_t>(std::stoi(parts.at(2)) - 1));
    auto const format = parts.size() > 3 ? "?format=" + parts[3] : std::string{};
    return text("/api/v1/sessions/" + id + "/report" + format, lead_of(team));
  }
  auto const below = kind == "team" ? std::string{} : "/" + kind;
  return text("/api/v1/teams/" + teams_.at(team) + below, lead_of(team));
}

void story_world::keeps(story_line const& line) {
  auto const path = "/api/v1/organisations/" + organisations_.at(line.at(1));
  auto one = must("GET", path, nullptr, chief);
  int const version = one["version"];
  json const body = {{"name", one["name"]},
                     {"keep_texts_months", std::stoi(line.after("texts"))},
                     {"keep_sessions_months", std::stoi(line.after("sessions"))}};
  must("PUT", path, body, chief, version);
}

void story_world::forgets(story_line const& line) {
  must("POST", "/api/v1/me/forget", {{"name", line.at(1)}}, people_.at(line.at(1)));
}

// In any byte of the data folder; the write-ahead log takes a moment to lose what was in it.
void story_world::kept(story_line const& line) {
  auto const found = [&] {
    for (auto const& entry : std::filesystem::recursive_directory_iterator(at_.folder.path())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::string const bytes((std::istreambuf_iterator<char>(in)), {});
      if (bytes.find(line.at(1)) != std::string::npos) return true;
    }
    return false;
  };
  bool const wanted = line.at(0) == "kept";
  auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (found() != wanted && std::chrono::steady_clock::now() < until) {
    at_.loop.restart();
    at_.loop.run_for(std::chrono::milliseconds(20));
  }
  CHECK(found() == wanted);
}

void story_world::expect(story_line const& line) {
  auto const whole = json::parse(page(line.at(1)));
  auto pointer = line.at(2);
  bool const counts = pointer.ends_with("/#");
  if (counts) pointer.resize(pointer.size() - 2);
  json::json_pointer const where(pointer);
  if (!whole.contains(where))
    throw std::runtime_error("nothing at " + pointer + " in " + whole.dump());
  auto const& found = whole[where];
  INFO(whole.dump());
  // What is no JSON is a text.
  auto const wanted = json::accept(line.at(3)) ? json::parse(line.at(3)) : json(line.at(3));
  CHECK((counts ? json(found.size()) : found).dump() == wanted.dump());
}

void story_world::contains(story_line const& line) {
  auto const text = page(line.at(1));
  INFO(text);
  CHECK((text.find(line.at(2)) != std::string::npos) == (line.at(0) == "contains"));
}

}  // namespace viab::tests
