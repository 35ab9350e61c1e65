// The matrix of roles and commands, measured: at random moments of sessions with every kind of step
// each command is given as each role, and what is ever accepted is let in [S4].
#include "anything.hpp"
#include "support/generated_part.hpp"

#include <array>
#include <map>
#include <random>
#include <set>

using namespace viab;
using namespace viab::session;
using namespace viab::tests;

namespace {

constexpr std::array<char const*, 9> columns{"facilitator", "member",   "guest",
                                             "onlooker",    "waiting",  "removed",
                                             "screen",      "stranger", "server"};
constexpr int histories = 500;
constexpr int moves_in_history = 300;
constexpr int variants = 8;

using matrix = std::map<std::string, std::set<std::string>>;

std::string column_of(meeting const& room, participant_id who) {
  auto const& one = room.person(who);
  if (one.removed) return "removed";
  if (one.waiting) return "waiting";
  auto const as = room.as(who);
  if (as.as == role::facilitator) return "facilitator";
  if (!as.taking_part) return "onlooker";
  return as.guest ? "guest" : "member";
}

std::string name_of(command const& what) {
  return std::visit([](auto const& one) { return std::string(one.name); }, what);
}
std::string name_in_step(steps::any_settings const& kind, steps::any_command const& what) {
  auto const name = std::visit(
      [](auto const& of_kind) {
        return std::visit([](auto const& one) { return std::string(one.name); }, of_kind);
      },
      what);
  return std::string(steps::kind_name(kind)) + ": " + name;
}

struct measuring {
  matrix let_in;
  std::mt19937 numbers;

  explicit measuring(unsigned seed) : numbers(seed) {}
  int number(int below) { return static_cast<int>(numbers() % static_cast<std::uint32_t>(below)); }

  // What each would be answered; nothing happens.
  template <class Command>
  void ask(meeting const& room, std::string const& name, Command const& what, char const* step) {
    let_in.try_emplace(name);
    auto const note = [&](actor const& who, std::string const& column) {
      if (decide(room.now, what, who, room.around)) let_in[name].insert(column);
    };
    for (auto const& [who, person] : room.now.people) {
      note(step == nullptr ? room.as(who) : room.as(who, step), column_of(room, who));
    }
    note(big_screen(), "screen");
    note(host(), "server");
    actor stranger;
    stranger.who = p(99);
    stranger.as = role::facilitator;  // elsewhere
    stranger.ballot = {"p99"};
    note(stranger, "stranger");
  }

  template <class Command>
  void happens(meeting& room, Command const& what, actor const& by) {
    auto const decided = decide(room.now, what, by, room.around);
    if (!decided) return;
    for (auto const& one : *decided) evolve(room.now, one, room.touched);
  }

  void moment(meeting& room) {
    // Removing and closing are rare, or nobody would be left.
    move const m{number(kinds_of_move), number(numbers_in_moves), number(numbers_in_moves),
                 number(numbers_in_moves)};
    room.around.now += std::chrono::seconds(m.other * 5);
    room.around.present = m.one;
    room.around.leaderless_since = m.other < 3 ? at_ten - 1h : time_point::max();
    if (m.what <= last_session_move) {
      auto const what = any_session_command(m);
      ask(room, name_of(what), what, nullptr);
      auto const by = std::holds_alternative<enter>(what) ? host() : anybody(room, m, "mood");
      happens(room, what, by);
      return;
    }
    auto const place = m.what % 8 == 0 ? static_cast<std::size_t>(m.one) % 8 : room.now.current;
    auto const plan = room.now.slots[place].plan;
    auto const* step = plan.id.value.c_str();
    // The same thing asked about other cards, themes and people.
    for (int other = 0; other < variants; ++other) {
      move const about{m.what, m.who, number(numbers_in_moves), number(numbers_in_moves)};
      auto const asked = any_command_for(plan.settings, about);
      ask(room, name_in_step(plan.settings, asked), step_command{plan.id, asked}, step);
    }
    step_command const what{plan.id, any_command_for(plan.settings, m)};
    auto const somebody = p(static_cast<std::uint32_t>(number(6) + 1));
    happens(room, what, number(2) == 0 ? anybody(room, m, step) : room.as(somebody, step));
  }

  // Some begin in the lobby; of the others most begin further on, with guests among the people.
  void history() {
    bool const in_lobby = number(8) == 0;
    auto room = in_lobby ? given_lobby(eight_steps(), 3) : given_running(eight_steps(), 3);
    room.looks_on = false;
    for (auto const* key : {"guest:1", "guest:2", "guest:3"}) {
      room.enters(key, "Gast", role::participant, true);
    }
    if (!in_lobby) {
      auto const& slot = room.now.slots[static_cast<std::size_t>(number(8))];
      happens(room, go_to_step{slot.plan.id, {}}, room.as(p(1)));
    }
    for (int i = 0; i < moves_in_history; ++i) moment(room);
  }
};

std::string table_of(matrix const& all) {
  std::string out = "| command |";
  for (auto const* column : columns) out += " " + std::string(column) + " |";
  out += "\n|---|";
  for (std::size_t i = 0; i < columns.size(); ++i) out += ":-:|";
  for (auto const& [name, who] : all) {
    out += "\n| `" + name + "` |";
    for (auto const* column : columns) out += who.contains(column) ? " ● |" : " · |";
  }
  return out + "\n";
}

matrix measured(unsigned seed) {
  measuring all(seed);
  for (int i = 0; i < histories; ++i) all.history();
  return all.let_in;
}

}  // namespace

TEST_CASE("the matrix of roles and commands is the one in the documentation [S4]") {
  auto all = measured(20'260'601);
  for (auto const& [name, who] : measured(7)) all[name].insert(who.begin(), who.end());
  CHECK(all.size() > 45);
  generated_part const kept(
      std::filesystem::path(VIAB_SOURCE_DIR) / "docs/reference/permissions.md", "commands");
  auto const printed = table_of(all);
  INFO(printed);
  CHECK(kept.is(printed));
  for (auto const& [name, who] : all) {
    INFO(name);
    CHECK_FALSE(who.empty());
    CHECK_FALSE(who.contains("stranger"));
    CHECK_FALSE(who.contains("removed"));
    CHECK_FALSE(who.contains("screen"));
    CHECK_FALSE(who.contains("waiting"));
  }
}

TEST_CASE("other moments let in nobody whom the matrix keeps out") {
  auto const page =
      read_bytes(std::filesystem::path(VIAB_SOURCE_DIR) / "docs/reference/permissions.md");
  for (auto const& [name, who] : measured(11)) {
    INFO(name);
    auto const at = page.find("| `" + name + "` |");
    REQUIRE(at != std::string::npos);
    auto row = page.substr(at + name.size() + 6, page.find('\n', at) - at - name.size() - 6);
    for (auto const* column : columns) {
      auto const end = row.find('|');
      bool const documented = row.substr(0, end).find("●") != std::string::npos;
      INFO(column);
      if (who.contains(column)) CHECK(documented);
      row.erase(0, end + 1);
    }
  }
}
