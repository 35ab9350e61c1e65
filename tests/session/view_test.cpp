#include "meeting.hpp"

using namespace viab;
using namespace viab::session;
using namespace viab::tests;

TEST_CASE("view: the line of steps says what each asks, promises and needs to be drawn") {
  auto room = given_lobby(eight_steps());
  auto const about = about_view_of(room.now);
  REQUIRE(about.steps.size() == 8);
  CHECK(about.format == "eight");
  CHECK(about.language == "nl");
  CHECK(about.join_code == "ABCD1234");
  CHECK(about.here == 6);
  auto const& mood = about.steps[0];
  CHECK(mood.kind == "check_in");
  CHECK(mood.prepares);
  CHECK_FALSE(mood.opened);
  CHECK(mood.promised == promise::secret);
  CHECK(std::get<steps::check_in::settings>(mood.settings).moods.size() == 2);
  CHECK(about.steps[1].promised == promise::anonymous);
  CHECK(about.steps[3].promised == promise::open);
  CHECK_FALSE(about.steps[1].prepares);
}

TEST_CASE("view: an entry of a person holds a name and a role, and no key") {
  auto room = given_lobby(two_steps(), 2);
  auto const entry = person_view_of(room.now, p(1));
  REQUIRE(entry.has_value());
  CHECK(entry->name.value() == "Fatma");
  CHECK(entry->as == role::facilitator);
  CHECK_FALSE(person_view_of(room.now, p(9)).has_value());
  auto const you = you_view_of(room.now, p(2));
  CHECK(you.id == p(2));
  CHECK(you.taking_part);
  CHECK_FALSE(you.ready);
}

TEST_CASE("view: people come and go one entry at a time") {
  auto room = given_lobby(two_steps(), 3);
  room.accepted(session::rename{p(2), name_text::of("Eva")}, room.as(p(2)));
  CHECK(room.touched.people == std::vector{p(2)});
  CHECK(room.touched.own == std::vector{p(2)});
  CHECK_FALSE(room.touched.about);
  room.accepted(set_ready{}, room.as(p(3)));
  CHECK(room.touched.people.empty());
  CHECK(room.touched.own == std::vector{p(3)});
  CHECK(room.touched.about);
  room.accepted(set_admission{admission::open}, room.as(p(1)));
  CHECK_FALSE(room.touched.about);
  CHECK(room.touched.lead);
}
