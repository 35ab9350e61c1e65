// position: place yourself between A and B, now and as the challenge needs it; also on a board of
// two values, with an arrow for each idea. Blind until everybody sees where all stand.
#pragma once

#include "domain/spread.hpp"
#include "steps/step.hpp"

#include <string>
#include <variant>

namespace viab::steps::position {

inline constexpr int most_lines = 8;
inline constexpr int most_values = 11;         // on a scale
inline constexpr int most_ideas = 20;          // that get an arrow
inline constexpr int most_reasons_shown = 60;  // per line; what is more is counted

struct line {
  std::string key;    // of the five levels: then the course of the team is drawn from it
  std::string title;  // a statement, a level, or the name of a value
  std::string from;   // what stands at the low end
  std::string to;     // … and at the high end
  bool operator==(line const&) const = default;
};

struct settings {
  static constexpr char kind[] = "position";
  std::vector<line> lines;  // 1 to 8; of a board the two axes, x first
  int first = 0;            // the scale, the same for all lines
  int last = 10;
  bool asks_now = true;
  bool asks_needed = true;  // a second mark: "so it is needed"
  bool asks_reason = true;  // one sentence per line
  bool board = false;
  bool arrows = false;  // of each idea that the step takes: where would it bring us?
  viab::promise promised = viab::promise::secret;
  bool operator==(settings const&) const = default;
};

struct marks {
  std::optional<int> now;
  std::optional<int> needed;
  bool operator==(marks const&) const = default;
};

// By key of a line, and by idea. Nothing at all is an abstention, and counts as an answer.
struct ballot {
  std::map<std::string, marks> lines;
  std::map<std::string, reason_text> reasons;
  std::map<item_id, spot> aims;
  bool operator==(ballot const&) const = default;
  bool empty() const { return lines.empty() && reasons.empty() && aims.empty(); }
};
struct named_ballot {
  participant_id who;
  ballot answer;
  bool operator==(named_ballot const&) const = default;
};

struct line_result {
  std::string key;
  std::vector<int> now;  // how many chose first … last
  std::vector<int> needed;
  std::optional<spread> now_spread;
  std::optional<spread> needed_spread;
  std::vector<reason_text> reasons;  // sorted by content: no order of arrival
  int more_reasons = 0;              // that are not here
  bool operator==(line_result const&) const = default;
};
struct cell {
  spot at;
  int people = 0;
  bool operator==(cell const&) const = default;
};
struct aim_result {
  item_id idea;
  std::vector<cell> cells;
  std::optional<spot> middle;  // of both axes apart
  bool operator==(aim_result const&) const = default;
};
struct results {
  int answered = 0;
  int abstained = 0;
  std::vector<line_result> lines;  // largest difference of opinion first; of a board x, then y
  std::vector<cell> now_cells;     // boards: who placed both axes
  std::vector<cell> needed_cells;
  std::vector<aim_result> aims;     // in the order of the ideas
  std::vector<named_ballot> named;  // open rounds only, by participant
  bool operator==(results const&) const = default;
};

// Both marks on one line, as they are to stand; a mark that is left out is taken away.
struct place {
  static constexpr char name[] = "place";
  std::string line;
  std::optional<int> now;
  std::optional<int> needed;
};
struct give_reason {  // none: takes it back
  static constexpr char name[] = "give_reason";
  std::string line;
  std::optional<reason_text> text;
};
struct aim {  // where this idea would bring us; none: takes it back
  static constexpr char name[] = "aim";
  item_id idea;
  std::optional<spot> at;
};
struct abstain {
  static constexpr char name[] = "abstain";
};
struct retract {
  static constexpr char name[] = "retract";
};
struct ask_lines {  // facilitator, while nobody has answered: only these, in the format's own order
  static constexpr char name[] = "ask_lines";
  std::vector<std::string> lines;
};
struct hide_reason {  // facilitator, between close and show or after
  static constexpr char name[] = "hide_reason";
  std::string line;
  int place = 0;  // in `reasons`
};
using command = std::variant<position::place, give_reason, aim, abstain, retract, ask_lines,
                             hide_reason, close_round, show_results, run_again>;

struct placed {
  static constexpr char name[] = "placed";
  ballot_key by;
  std::string line;
  marks at;
  bool operator==(placed const&) const = default;
};
struct reason_given {
  static constexpr char name[] = "reason_given";
  ballot_key by;
  std::string line;
  std::optional<reason_text> text;
  bool operator==(reason_given const&) const = default;
};
struct aimed {
  static constexpr char name[] = "aimed";
  ballot_key by;
  item_id idea;
  std::optional<spot> at;
  bool operator==(aimed const&) const = default;
};
struct abstained {
  static constexpr char name[] = "abstained";
  ballot_key by;
  bool operator==(abstained const&) const = default;
};
struct retracted {
  static constexpr char name[] = "retracted";
  ballot_key by;
  bool operator==(retracted const&) const = default;
};
struct lines_asked {
  static constexpr char name[] = "lines_asked";
  std::vector<std::string> lines;
  bool operator==(lines_asked const&) const = default;
};
struct reason_hidden {
  static constexpr char name[] = "reason_hidden";
  std::string line;
  int place = 0;
  bool operator==(reason_hidden const&) const = default;
};
struct round_closed {
  static constexpr char name[] = "round_closed";
  results counted;
  bool operator==(round_closed const&) const = default;
};
struct round_dropped {
  static constexpr char name[] = "round_dropped";
  bool operator==(round_dropped const&) const = default;
};
using event =
    std::variant<placed, reason_given, aimed, abstained, retracted, lines_asked, reason_hidden,
                 round_closed, round_dropped, results_shown, round_reopened>;

struct state {
  settings chosen;
  std::uint16_t ordinal = 0;
  round current;
  std::vector<std::string> asked;        // keys, in the order of the settings
  items ideas;                           // that get an arrow
  std::optional<spot> origin;            // where the arrows begin
  std::map<ballot_key, ballot> ballots;  // empty once closed
  std::optional<results> counted;
  bool dropped = false;
  bool operator==(state const&) const = default;
};

struct idea_view {
  std::string text;
  std::uint32_t place = 0;
  bool operator==(idea_view const&) const = default;
};
struct shared_view {
  round current;
  int answered = 0;
  bool dropped = false;
  std::vector<std::string> asked;
  std::optional<spot> origin;
  std::map<item_id, idea_view> ideas;
  std::optional<results> counted;  // when shown
  bool operator==(shared_view const&) const = default;
};
struct own_view {
  std::optional<ballot> answer;
  bool operator==(own_view const&) const = default;
};
struct lead_view {
  std::optional<results> counted;  // when closed
  bool operator==(lead_view const&) const = default;
};

state start(settings const&, opening const&);
result<std::vector<event>> decide(state const&, command const&, actor const&, circumstances const&);
void evolve(state&, event const&, changes&);
shared_view shared_view_of(state const&, scope const&);
own_view own_view_of(state const&, viewer const&);
lead_view lead_view_of(state const&);
progress progress_of(state const&);
// The lines as themes with their reasons as cards, largest difference first; of a board its middle.
items outcome_of(state const&);
std::optional<time_point> deadline_of(state const&);
std::vector<event> on_leave(state const&);
bool is_ballot(event const&);
bool is_own(state const& before, event const&, participant_id);
void erase(state const& before, event&, erasing const&);

// What the rules count; pure, and told apart from `decide` because it is long.
round_closed count(state const&);
line const* find_line(settings const&, std::string const& key);

}  // namespace viab::steps::position
