// Who may do what with the directory.
#include "directory/permission.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace viab;
using namespace viab::directory;

namespace {

organisation_id const ours{"ours"};
organisation_id const theirs{"theirs"};

standing person_with(level as) {
  standing who;
  who.known = true;
  who.as = as;
  who.organisation = ours;
  return who;
}
place about(organisation_id of) {
  place where;
  where.organisation = std::move(of);
  return where;
}
place in_team_as(role as) {
  place where;
  where.in_team = as;
  return where;
}

}  // namespace

TEST_CASE("no level opens what a team wrote") {
  for (auto const one : {quality::coordinator, quality::coordinator_elsewhere,
                         quality::administrator, quality::trainer}) {
    INFO(word_of(one));
    CHECK_FALSE(allows(one, deed::see_team_page));
    CHECK_FALSE(allows(one, deed::start_session));
    CHECK_FALSE(allows(one, deed::raise_wall));
  }
  auto const chief = person_with(level::administrator);
  CHECK_FALSE(may(chief, deed::see_team_page, about(ours)));
  auto as_member = about(ours);
  as_member.in_team = role::participant;
  CHECK(may(chief, deed::see_team_page, as_member));
}

TEST_CASE("who is not signed in and who came by a code may do nothing here") {
  for (auto const what : all_deeds) {
    INFO(word_of(what));
    CHECK_FALSE(may({}, what, about(ours)));
    standing guest;
    guest.guest = true;
    guest.as = level::administrator;  // cannot be, and would not help
    CHECK_FALSE(may(guest, what, in_team_as(role::facilitator)));
  }
}

TEST_CASE("a coordinator looks after the people of the own organisation only") {
  auto const who = person_with(level::coordinator);
  CHECK(may(who, deed::list_people, about(ours)));
  CHECK(may(who, deed::change_person, about(ours)));
  CHECK_FALSE(may(who, deed::list_people, about(theirs)));
  CHECK_FALSE(may(who, deed::change_person, about(theirs)));
  CHECK_FALSE(may(who, deed::list_people));
  CHECK(may(who, deed::list_organisations));
  CHECK_FALSE(may(who, deed::change_level));
  CHECK_FALSE(may(who, deed::see_audit));
}

TEST_CASE("a coordinator without an organisation looks after nothing") {
  auto who = person_with(level::coordinator);
  who.organisation.reset();
  CHECK_FALSE(may(who, deed::list_people));
  CHECK_FALSE(may(who, deed::list_people, about(ours)));
}

TEST_CASE("facilitators invite, members look") {
  auto const who = person_with(level::none);
  CHECK(may(who, deed::list_members, in_team_as(role::participant)));
  CHECK_FALSE(may(who, deed::change_memberships, in_team_as(role::participant)));
  CHECK(may(who, deed::change_memberships, in_team_as(role::facilitator)));
  CHECK(may(who, deed::invite_to_team, in_team_as(role::facilitator)));
  CHECK_FALSE(may(who, deed::list_members));
  CHECK(may(who, deed::raise_wall, in_team_as(role::facilitator)));
  CHECK_FALSE(may(who, deed::raise_wall, in_team_as(role::participant)));
  CHECK_FALSE(may(who, deed::follow_walls, in_team_as(role::facilitator)));
}

TEST_CASE("every deed is somebody's, and every word is its own") {
  std::set<std::string_view> words;
  for (auto const what : all_deeds) {
    CHECK(words.insert(word_of(what)).second);
    bool somebody = false;
    for (auto const one : all_qualities) somebody |= allows(one, what);
    INFO(word_of(what));
    CHECK(somebody);
  }
  for (auto const one : all_qualities) CHECK(words.insert(word_of(one)).second);
}
