#include "imports/teams.hpp"

#include <algorithm>
#include <set>

namespace viab::imports {
namespace {

using directory::membership;
using directory::organisation_id;
using directory::team;

// The one that lasts, or is still to come: of it there can be only one that matters here.
membership const* not_over(std::vector<membership> const& all, person_id const& who,
                           time_point now) {
  auto const found = std::ranges::find_if(all, [&](membership const& one) {
    return one.person == who && (!one.until || now < *one.until);
  });
  return found == all.end() ? nullptr : &*found;
}

class teams_planner {
public:
  teams_planner(table const& of, known_teams const& known) : of_(of), known_(known) {
    plan_.problems = of.problems;
  }

  teams_plan run() {
    for (auto const& one : of_.lines) take(one);
    return std::move(plan_);
  }

private:
  void take(line const& one) {
    line_reader read(of_, one, plan_.problems);
    planned_team made;
    made.line = one.number;
    auto const before = team_in(read, made);
    add_members(read, made, column::facilitators, role::facilitator);
    add_members(read, made, column::members, role::participant);
    named_.clear();
    if (!read.fine()) return;
    made.write = !before || made.row.language != before->language
                 || made.row.challenge != before->challenge || made.row.name != before->name;
    if (!before) {
      ++plan_.made;
    } else if (made.write || !made.memberships.empty()) {
      ++plan_.changed;
    } else {
      ++plan_.same;
      return;
    }
    plan_.changes.push_back(std::move(made));
  }

  // The team as it was, if there was one.
  std::optional<team> team_in(line_reader& read, planned_team& made) {
    auto const name = read.name<directory::title_text>();
    auto home =
        read.named(column::organisation, known_.organisations, refusals::unknown_organisation());
    if (known_.only && home && home != known_.only) {
      read.wrong(column::organisation, refusals::organisation_elsewhere());
    }
    if (!home) home = known_.only;
    auto const challenge =
        read.named(column::challenge, known_.challenges, refusals::unknown_challenge());
    auto const language = read.language();
    std::optional<team> before;
    if (name && read.fine()) before = find_team(read, *name, home);
    if (before) made.row = *before;
    if (name) made.row.name = *name;
    if (home) made.row.home = home;
    if (challenge) made.row.challenge = challenge;
    if (language) made.row.language = *language;
    return before;
  }

  // By name, and by home where the line names one.
  std::optional<team> find_team(line_reader& read, directory::title_text const& name,
                                std::optional<organisation_id> const& home) {
    auto const key = folded(name.value());
    std::vector<team> fitting;
    if (auto const found = known_.teams.find(key); found != known_.teams.end()) {
      std::ranges::copy_if(found->second, std::back_inserter(fitting),
                           [&](team const& one) { return !home || one.home == home; });
    }
    if (fitting.size() > 1) {
      read.wrong(column::name, refusals::several_teams());
      return std::nullopt;
    }
    auto const mark = fitting.empty() ? key + '\n' + (home ? home->value : std::string())
                                      : '\n' + fitting.front().id.value;
    auto const [first, is_first] = lines_.emplace(mark, read.number());
    if (!is_first) read.wrong(column::name, refusals::team_again(first->second));
    if (fitting.empty()) return std::nullopt;
    if (fitting.front().ended_at) read.wrong(column::name, refusals::team_ended());
    return fitting.front();
  }

  void add_members(line_reader& read, planned_team& made, column from, role as) {
    for (auto const& address : read.addresses(from, most_named)) {
      auto const key = folded(address.value());
      if (!named_.insert(key).second) {
        read.wrong(from, refusals::named_twice(address.value()));
        continue;
      }
      auto const who = known_.people.find(key);
      // Who may not be seen is as unknown as who is not there.
      bool const known = who != known_.people.end() && !who->second.left_at
                         && (!known_.only || who->second.organisation == known_.only);
      if (!known) {
        read.wrong(from, refusals::unknown_address(address.value()));
        continue;
      }
      add_member(made, who->second.key, as);
    }
  }

  void add_member(planned_team& made, person_id const& who, role as) {
    auto const there = known_.memberships.find(made.row.id);
    auto const* lasts =
        there == known_.memberships.end() ? nullptr : not_over(there->second, who, known_.now);
    if (lasts && lasts->as == as) return;
    membership row;
    if (lasts) {
      row = *lasts;
    } else {
      row.person = who;
      row.team = made.row.id;
      row.from = known_.now;
    }
    row.as = as;
    made.memberships.push_back(std::move(row));
  }

  table const& of_;
  known_teams const& known_;
  teams_plan plan_;
  std::set<std::string> named_;                 // addresses on this line
  std::unordered_map<std::string, int> lines_;  // where each team stands first
};

}  // namespace

teams_plan plan_teams(table const& of, known_teams const& known) {
  return teams_planner(of, known).run();
}

}  // namespace viab::imports
