#include "memory/across.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace viab::memory {
namespace {

struct sum {
  std::set<std::string> teams;
  int people = 0;
  std::vector<int> counts;

  void add(team_month const& one) {
    teams.insert(one.team.value);
    if (counts.size() < one.counts.size()) counts.resize(one.counts.size());
    for (std::size_t i = 0; i < one.counts.size(); ++i) {
      counts[i] += one.counts[i];
      people += one.counts[i];
    }
  }
  int team_count() const { return static_cast<int>(teams.size()); }
  bool enough() const { return team_count() >= least_teams && people >= least_people; }
};

across_shown shown(std::optional<std::string> part, sum const& of) {
  return {std::move(part), of.team_count(), of.people, shares_of(of.counts)};
}

using parts = std::map<std::string, sum>;

// What the whole tells beside the parts: nobody, or enough.
bool rest_is_safe(sum const& whole, parts const& told) {
  int teams = whole.team_count();
  int people = whole.people;
  for (auto const& [name, part] : told) {
    teams -= part.team_count();
    people -= part.people;
  }
  return teams == 0 || (teams >= least_teams && people >= least_people);
}

}  // namespace

std::vector<across_shown> shown_across(std::vector<team_month> const& all) {
  sum whole;
  parts told;
  for (auto const& one : all) {
    whole.add(one);
    if (one.part) told[*one.part].add(one);
  }
  if (!whole.enough()) return {};
  std::erase_if(told, [](auto const& part) { return !part.second.enough(); });
  while (!told.empty() && !rest_is_safe(whole, told)) {
    told.erase(std::min_element(told.begin(), told.end(), [](auto const& a, auto const& b) {
      return a.second.people < b.second.people;
    }));
  }
  std::vector<across_shown> out{shown(std::nullopt, whole)};
  for (auto const& [name, part] : told) out.push_back(shown(name, part));
  return out;
}

}  // namespace viab::memory
