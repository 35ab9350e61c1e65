// The matrix of roles and resources, measured: every route is asked as every role [S4] [S5].
#include "desk.hpp"
#include "support/generated_part.hpp"
#include "support/stored.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

using namespace viab;
using directory::level;
using directory::organisation_id;
using tests::desk;
using tests::finished;
using tests::json;

namespace {

constexpr std::array<char const*, 10> roles{"nobody",       "guest",       "person",  "elsewhere",
                                            "member",       "facilitator", "trainer", "coordinator",
                                            "other coord.", "admin"};
// Open to whoever holds a code or link, or to everybody; with tests of their own.
constexpr std::array<char const*, 14> not_in_the_table{
    "/api/v1/sign-in",
    "/sign-in/back",
    "/api/v1/codes",
    "/api/v1/invitations",
    "/api/v1/set-up",
    "/api/v1/kept",
    "/feeds/",
    "/j/",
    "/livez",
    "/readyz",
    "/metrics",
    "/api/v1/openapi.json",
    "/api/v1/asyncapi.json",
    "/api/v1/imports"  // takes a file, see import_test
};

// 1 December 2026 at ten, on the wall clock of the rhythm's zone.
viab::rhythm::local_minute const first_meeting(
    std::chrono::sys_days(std::chrono::year(2026) / 12 / 1).time_since_epoch()
    + std::chrono::hours(10));

// One of everything, as one organisation has it.
struct office : desk {
  std::string const key = "person:asks";

  explicit office(std::string const& as) {
    place("ours");
    place("theirs");
    team("t1", "ours");
    team("t2", "theirs");
    person("person:victim", {}, "ours");
    membership("m1", "person:victim", "t1", role::participant);
    directory::challenge challenge;
    challenge.id = {"c1"};
    challenge.name = directory::title_text::of("Opgave");
    finished(loop, stores.directory.save_challenge(challenge, by_test()));
    session();
    wall();
    rhythm();
    invitation();
    become(as);
  }

  void place(std::string const& id) {
    directory::organisation const one{{id}, directory::title_text::of(id), "", 0};
    finished(loop, stores.directory.save_organisation(one, by_test()));
  }
  void team(std::string const& id, std::string const& home) {
    auto const found = finished(loop, stores.directory.find_directory_team({id}));
    auto one = found.value_or(directory::team{});
    one.id = {id};
    one.name = directory::title_text::of(id);
    one.home = organisation_id{home};
    one.challenge = std::nullopt;
    finished(loop, stores.directory.save_directory_team(one, by_test()));
  }
  void person(std::string const& id, level as, std::string const& of, bool trainer = false) {
    directory::person one;
    one.key = {id};
    one.name = name_text::of("Iemand");
    one.as = as;
    one.trainer = trainer;
    if (!of.empty()) one.organisation = organisation_id{of};
    finished(loop, stores.directory.save_person(one, by_test()));
  }
  void membership(std::string const& id, std::string const& who, std::string const& team, role as) {
    directory::membership one;
    one.id = {id};
    one.person = {who};
    one.team = {team};
    one.as = as;
    one.from = clock.now() - std::chrono::hours(1);
    finished(loop, stores.directory.save_membership(one, by_test()));
  }
  void session() {
    ports::session_outcome left;
    left.agreements = {tests::make_agreement("s1", "7-1", "bel ik", 1)};
    auto batch = tests::make_closing("s1", "t1", clock.now() - std::chrono::hours(2), left);
    batch.events.clear();  // they are of no kind that can be read
    finished(loop, stores.events.append(std::move(batch)));
  }
  void wall() {
    walls::wall one;
    one.id = {"w1"};
    one.team = {"t1"};
    one.text = card_text::of("Een wand");
    one.raised_at = clock.now();
    finished(loop, stores.walls.raise(one, by_test()));
  }
  void rhythm() {
    ports::team_rhythm row;
    row.team = {"t1"};
    row.when = {"FREQ=MONTHLY;BYDAY=1TU", first_meeting, "Europe/Amsterdam"};
    row.length = std::chrono::minutes(60);
    row.format = "monthly_reflection_45";
    row.language = "nl";
    finished(loop, stores.rhythms.save_rhythm(row, by_test()));
    viab::rhythm::exception const moved{first_meeting + std::chrono::minutes(60), 0};
    finished(loop, stores.rhythms.decide({"t1"}, first_meeting, moved, by_test()));
  }
  void invitation() {
    ports::invitation_row row;
    row.token_hash = "hash";
    row.team = team_id{"t1"};
    row.until = clock.now() + std::chrono::hours(1);
    row.id = "i1";
    row.once = true;
    row.made_at = clock.now();
    finished(loop, stores.teams.save_invitation(row));
  }
  void become(std::string const& as) {
    if (as == "nobody") return;
    if (as == "guest") {
      finished(loop, stores.teams.save_identity({key, "Gast", true}));
      finished(loop, stores.teams.grant_session(key, {"s1"}, {role::participant, true, true}));
      return;
    }
    auto const of = as == "coordinator" ? "ours" : as == "other coord." ? "theirs" : "";
    auto const height = as == "admin" ? level::administrator
                        : *of != '\0' ? level::coordinator
                                      : level::none;
    person(key, height, of, as == "trainer");
    if (as == "member") membership("mine", key, "t1", role::participant);
    if (as == "facilitator") membership("mine", key, "t1", role::facilitator);
    if (as == "elsewhere") membership("mine", key, "t2", role::facilitator);
  }
  // A new browser for each request: one of them signs out.
  std::string cookie(std::string const& as) {
    if (as == "nobody") return {};
    auto made = dice.token(32);
    finished(loop,
             stores.teams.save_browser(prints.of(made), key, clock.now() + std::chrono::hours(1)));
    return made;
  }
};

void fill(std::string& path, std::string const& gap, std::string const& with) {
  if (auto const at = path.find(gap); at != std::string::npos) path.replace(at, gap.size(), with);
}

// The path with the office's own things in its gaps.
std::string filled(std::string path) {
  std::array<std::pair<char const*, char const*>, 8> const things{
      {{"/teams/{id}", "/teams/t1"},
       {"/people/{id}", "/people/person:victim"},
       {"/organisations/{id}", "/organisations/ours"},
       {"/challenges/{id}", "/challenges/c1"},
       {"/memberships/{id}", "/memberships/m1"},
       {"/agreements/{id}", "/agreements/s1:7-1"},
       {"/sessions/{id}", "/sessions/s1"},
       {"/walls/{id}", "/walls/w1"}}};
  for (auto const& [gap, thing] : things) fill(path, gap, thing);
  fill(path, "{wall}", "w1");
  fill(path, "{invitation}", "i1");
  fill(path, "{year}", "2026");
  fill(path, "{original}", "2026-12-01T10:00");
  return path;
}

struct route {
  std::string method;
  std::string path;
  // What takes something away comes last, the innermost first.
  int turn() const {
    if (method == "DELETE") return 1000 - static_cast<int>(path.size());
    return path.ends_with("/leave") ? 500 : 0;
  }
};

std::vector<route> routes_of(desk& at) {
  std::vector<route> all;
  for (auto const& text : at.router.routes()) {
    auto const space = text.find(' ');
    route one{text.substr(0, space), text.substr(space + 1)};
    bool const outside =
        std::any_of(not_in_the_table.begin(), not_in_the_table.end(),
                    [&](char const* prefix) { return one.path.starts_with(prefix); });
    if (!outside) all.push_back(std::move(one));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](route const& a, route const& b) { return a.turn() < b.turn(); });
  return all;
}

using answers = std::map<std::pair<std::string, std::string>, std::vector<bool>>;

// An empty form: who is let in hears what is missing, who is not does not get that far.
answers measured() {
  answers let_in;
  for (auto const* as : roles) {
    office at(as);
    for (auto const& one : routes_of(at)) {
      auto const body = one.method == "GET" ? json(nullptr) : json::object();
      auto const answer = at.ask(one.method, filled(one.path), body, at.cookie(as), 1);
      INFO(as << " " << one.method << " " << one.path << ": " << answer.status);
      CHECK(answer.status < 500);
      bool const in = answer.status != 401 && answer.status != 403 && answer.status != 404;
      let_in[{one.path, one.method}].push_back(in);
    }
  }
  return let_in;
}

std::string table_of(answers const& all) {
  std::string out = "| resource | |";
  for (auto const* as : roles) out += " " + std::string(as) + " |";
  out += "\n|---|---|" + std::string();
  for (std::size_t i = 0; i < roles.size(); ++i) out += ":-:|";
  for (auto const& [route, let_in] : all) {
    out += "\n| `" + route.first + "` | " + route.second + " |";
    for (bool const in : let_in) out += in ? " ● |" : " · |";
  }
  return out + "\n";
}

}  // namespace

TEST_CASE("the matrix of roles and resources is the one in the documentation [S4]") {
  auto const all = measured();
  CHECK(all.size() > 45);
  tests::generated_part const kept(
      std::filesystem::path(VIAB_SOURCE_DIR) / "docs/reference/permissions.md", "resources");
  auto const printed = table_of(all);
  INFO(printed);
  CHECK(kept.is(printed));
  auto const column = [](char const* name) {
    return static_cast<std::size_t>(
        std::find_if(roles.begin(), roles.end(),
                     [&](char const* one) { return std::string_view(one) == name; })
        - roles.begin());
  };
  for (auto const& [route, let_in] : all) {
    INFO(route.second << " " << route.first);
    // Somebody may ask it, and who leads another team is nobody here.
    CHECK(std::count(let_in.begin(), let_in.end(), true) > 0);
    CHECK(let_in[column("elsewhere")] == let_in[column("person")]);
    // What a team wrote is its members' only.
    bool const of_team = route.first.ends_with("/memory") || route.first.ends_with("/teams/{id}")
                         || route.first.ends_with("/report")
                         || route.first.ends_with("/{id}/walls");
    if (of_team) {
      for (auto const* outsider : {"coordinator", "other coord.", "admin", "trainer"}) {
        CHECK_FALSE(let_in[column(outsider)]);
      }
    }
  }
}
