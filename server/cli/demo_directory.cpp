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
  for (std::size_t i = 0; i < script.other_teams.size(); ++i) {
    directory::team other;
    other.id = demo_other_team_id(i);
    other.name = directory::title_text::of(script.other_teams[i].name);
    other.language = script.language;
    other.home = organisation_of(script.other_teams[i].organisation);
    auto const also = co_await to.save_directory_team(other, by);
    must(also, "other team");
  }
}

asio::awaitable<void> save_people(ports::directory_store& to, demo_script const& script,
                                  time_point since, ports::act const by) {
  for (std::size_t i = 0; i < script.people.size(); ++i) {
    auto const one = person_of(script.people[i], i, script.language);
    auto const came = co_await to.save_person(one, by);
    must(came, "person");
    directory::membership membership;
    membership.id = directory::membership_id{"demo-" + std::to_string(i + 1)};
    membership.person = one.key;
    membership.team = demo_team();
    membership.as = script.people[i].facilitates ? role::facilitator : role::participant;
    membership.from = since;
    auto const joined = co_await to.save_membership(membership, by);
    must(joined, "membership");
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
}

}  // namespace viab::cli
