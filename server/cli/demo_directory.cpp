#include "cli/demo_directory.hpp"

#include "cli/demo_walls.hpp"

#include <stdexcept>

namespace viab::cli {
namespace {

namespace asio = boost::asio;

void must(ports::change became, char const* what) {
  if (became != ports::change::done) {
    throw std::runtime_error(std::string("the demonstration's ") + what + " could not be made");
  }
}

directory::organisation_id organisation_of(std::string const& id) {
  return directory::organisation_id{"demo-" + id};
}
directory::challenge_id demo_challenge() { return directory::challenge_id{"demo"}; }

directory::person person_of(demo_person const& from, std::size_t place,
                            std::string const& language) {
  directory::person one;
  one.key = person_id{demo_key(place)};
  one.name = name_text::of(from.name);
  one.organisation = organisation_of(from.organisation);
  one.language = language;
  return one;
}

directory::person administrator_of(demo_script const& script) {
  directory::person one;
  one.key = person_id{demo_administrator()};
  one.name = name_text::of(script.language == "en" ? "Administrator" : "Beheerder");
  one.language = script.language;
  one.as = directory::level::administrator;
  return one;
}

asio::awaitable<void> save_places(ports::directory_store& to, demo_script const& script,
                                  ports::act const by) {
  for (auto const& from : script.organisations) {
    directory::organisation const one{organisation_of(from.id),
                                      directory::title_text::of(from.name), from.calendar, 0};
    auto const became = co_await to.save_organisation(one, by);
    must(became, "organisation");
  }
  directory::challenge challenge;
  challenge.id = demo_challenge();
  challenge.name = directory::title_text::of(script.challenge);
  auto const began = co_await to.save_challenge(challenge, by);
  must(began, "challenge");
  directory::team team;
  team.id = demo_team();
  team.name = directory::title_text::of(script.team);
  team.language = script.language;
  team.home = organisation_of(script.people.front().organisation);
  team.challenge = demo_challenge();
  auto const formed = co_await to.save_directory_team(team, by);
  must(formed, "team");
}

asio::awaitable<void> save_membership(ports::directory_store& to, directory::person const one,
                                      team_id const team, role as, time_point since,
                                      ports::act const by) {
  auto const came = co_await to.save_person(one, by);
  must(came, "person");
  directory::membership membership;
  membership.id = directory::membership_id{
      "demo-" + one.key.value.substr(one.key.value.rfind('-') + 1) + "-" + team.value};
  membership.person = one.key;
  membership.team = team;
  membership.as = as;
  membership.from = since;
  auto const joined = co_await to.save_membership(membership, by);
  must(joined, "membership");
}

// Each has come a month later than the one before, so that the map grows.
asio::awaitable<void> save_other_teams(ports::directory_store& to, demo_script const& script,
                                       time_point since, ports::act const by) {
  std::size_t place = script.people.size();
  for (std::size_t i = 0; i < script.other_teams.size(); ++i) {
    auto const& from = script.other_teams[i];
    directory::challenge challenge;
    challenge.id = directory::challenge_id{"demo-other-" + std::to_string(i + 1)};
    challenge.name = directory::title_text::of(from.challenge);
    auto const began = co_await to.save_challenge(challenge, by);
    must(began, "other challenge");
    directory::team team;
    team.id = demo_other_team_id(i);
    team.name = directory::title_text::of(from.name);
    team.language = script.language;
    team.home = organisation_of(from.organisation);
    team.challenge = challenge.id;
    auto const formed = co_await to.save_directory_team(team, by);
    must(formed, "other team");
    for (std::size_t k = 0; k < from.people.size(); ++k, ++place) {
      auto const one = person_of(from.people[k], place, script.language);
      auto const later = since + std::chrono::days(30) * static_cast<int>(k);
      co_await save_membership(to, one, team.id, role::participant, later, by);
    }
  }
}

asio::awaitable<void> save_people(ports::directory_store& to, demo_script const& script,
                                  time_point since, ports::act const by) {
  for (std::size_t i = 0; i < script.people.size(); ++i) {
    auto const one = person_of(script.people[i], i, script.language);
    auto const as = script.people[i].facilitates ? role::facilitator : role::participant;
    co_await save_membership(to, one, demo_team(), as, since, by);
  }
}

}  // namespace

std::string demo_key(std::size_t person) { return "person:demo-" + std::to_string(person + 1); }
std::string demo_administrator() { return "person:demo-administrator"; }
team_id demo_team() { return team_id{"demo"}; }

asio::awaitable<void> save_demo_directory(ports::directory_store& to, demo_script const& script,
                                          time_point since, time_point now) {
  ports::act const by{"demo", "server", now};
  person_id const chief_key{demo_administrator()};
  auto const chief = co_await to.find_person(chief_key);
  if (!chief) {
    auto const one = administrator_of(script);
    auto const became = co_await to.save_person(one, by);
    must(became, "administrator");
  }
  auto const team_key = demo_team();
  auto const team = co_await to.find_directory_team(team_key);
  if (team) co_return;
  co_await save_places(to, script, by);
  co_await save_people(to, script, since, by);
  co_await save_other_teams(to, script, since, by);
}

}  // namespace viab::cli
