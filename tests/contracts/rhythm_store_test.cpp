// The contract of the store of rhythms and calendar feeds.
#include "adapters/sqlite/sqlite_directory_store.hpp"
#include "adapters/sqlite/sqlite_rhythm_store.hpp"
#include "stores.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;
using ports::change;
using rhythm::local_minute;
using std::chrono::minutes;

namespace {

local_minute minute(int count) { return local_minute(minutes(count)); }

struct rhythms_under_test {
  stores_in_sqlite stores;
  event_loop& loop = stores.loop;
  adapters::sqlite_rhythm_store store{stores.database()};
  ports::act const by{"actor", "192.0.2.1", at(1'000)};

  rhythms_under_test() {
    loop.await(stores.teams().save_team({{"t1"}, "Team", "nl"}));
    loop.await(stores.teams().save_team({{"t2"}, "Ander", "nl"}));
  }
  template <class T>
  T get(boost::asio::awaitable<T> work) {
    return loop.await(std::move(work));
  }
  change save(int version, std::string const& rule = "FREQ=MONTHLY;BYDAY=1TU",
              std::string const& team = "t1") {
    ports::team_rhythm row;
    row.team = {team};
    row.when = {rule, minute(600), "Europe/Amsterdam"};
    row.length = minutes(45);
    row.format = "monthly_reflection_45";
    row.language = "nl";
    row.calendars = {"rijk", "gemeenten"};
    row.otherwise = rhythm::on_day_off::same_weekday;
    row.version = version;
    return get(store.save_rhythm(row, by));
  }
  void session(std::string const& id, std::string const& state, std::int64_t planned) {
    auto batch = make_batch(id, 1, 1);
    batch.summary = make_summary(id, state);
    batch.summary->planned_for = at(planned);
    append(stores, batch);
  }
  std::size_t waiting(std::int64_t before) { return get(store.teams_that_wait(at(before))).size(); }
};

}  // namespace

TEST_CASE("a rhythm is kept whole, and changed by one person at a time") {
  rhythms_under_test at;
  CHECK_FALSE(at.get(at.store.find_rhythm({"t1"})));
  CHECK(at.save(0) == change::done);
  CHECK(at.save(0) == change::changed_meanwhile);
  auto const found = at.get(at.store.find_rhythm({"t1"}));
  REQUIRE(found);
  CHECK(found->when
        == rhythm::recurrence{"FREQ=MONTHLY;BYDAY=1TU", minute(600), "Europe/Amsterdam"});
  CHECK(found->length == minutes(45));
  CHECK(found->calendars == std::vector<std::string>{"rijk", "gemeenten"});
  CHECK(found->otherwise == rhythm::on_day_off::same_weekday);
  CHECK(found->sequence == 0);
  CHECK(found->changed_at == tests::at(1'000));
  CHECK(at.save(1) == change::done);
  CHECK(at.get(at.store.find_rhythm({"t1"}))->sequence == 1);
}

TEST_CASE("decisions for dates last as long as the rule, and count up") {
  rhythms_under_test at;
  rhythm::exception const skipped;
  CHECK_FALSE(at.get(at.store.decide({"t1"}, minute(600), skipped, at.by)));
  at.save(0);
  CHECK(at.get(at.store.decide({"t1"}, minute(600), skipped, at.by)));
  CHECK(at.get(at.store.decide({"t1"}, minute(600), rhythm::exception{minute(700), 0}, at.by)));
  auto all = at.get(at.store.exceptions_of({"t1"}));
  REQUIRE(all.size() == 1);
  CHECK(all.at(minute(600)) == rhythm::exception{minute(700), 2});
  at.save(1);
  CHECK(at.get(at.store.exceptions_of({"t1"})).size() == 1);
  at.save(2, "FREQ=WEEKLY");
  CHECK(at.get(at.store.exceptions_of({"t1"})).empty());
}

TEST_CASE("taking a decision back makes the series newer than the date was") {
  rhythms_under_test at;
  at.save(0);
  at.get(at.store.decide({"t1"}, minute(600), rhythm::exception{}, at.by));
  auto const before = at.get(at.store.exceptions_of({"t1"})).at(minute(600)).sequence;
  CHECK(at.get(at.store.decide({"t1"}, minute(600), std::nullopt, at.by)));
  CHECK(at.get(at.store.exceptions_of({"t1"})).empty());
  CHECK(at.get(at.store.find_rhythm({"t1"}))->sequence > before);
}

TEST_CASE("a team waits while it has no open session, or one whose day went by") {
  rhythms_under_test at;
  CHECK(at.waiting(5'000) == 0);
  at.save(0);
  CHECK(at.waiting(5'000) == 1);
  at.session("s1", "lobby", 6'000);
  at.loop.await(at.store.keep_session_ahead({"t1"}, {"s1"}, minute(600)));
  CHECK(at.waiting(5'000) == 0);
  CHECK(at.waiting(6'001) == 1);
  auto const ahead = at.get(at.store.session_ahead_of({"t1"}));
  REQUIRE(ahead);
  CHECK(ahead->session.value == "s1");
  CHECK(ahead->original == minute(600));
  CHECK(ahead->planned_for == tests::at(6'000));
  CHECK(ahead->state == "lobby");
  at.session("s2", "closed", 6'000);
  at.loop.await(at.store.keep_session_ahead({"t1"}, {"s2"}, minute(601)));
  CHECK(at.waiting(5'000) == 1);
  auto row = *at.get(at.store.find_rhythm({"t1"}));
  row.stopped = true;
  CHECK(at.get(at.store.save_rhythm(row, at.by)) == change::done);
  CHECK(at.waiting(5'000) == 0);
}

TEST_CASE("an owner has one feed; a new address kills the old one") {
  rhythms_under_test at;
  ports::feed_owner const team{team_id{"t1"}, {}};
  ports::feed_owner const person{{}, person_id{"person:a"}};
  at.loop.await(at.store.save_feed("one", team, at.by));
  at.loop.await(at.store.save_feed("mine", person, at.by));
  CHECK(at.get(at.store.has_feed(team)));
  CHECK(at.get(at.store.find_feed("one"))->team == team_id{"t1"});
  CHECK(at.get(at.store.find_feed("mine"))->person == person_id{"person:a"});
  at.loop.await(at.store.save_feed("two", team, at.by));
  CHECK_FALSE(at.get(at.store.find_feed("one")));
  CHECK(at.get(at.store.find_feed("two")));
  CHECK(at.get(at.store.find_feed("mine")));
  at.loop.await(at.store.remove_feed(team, at.by));
  CHECK_FALSE(at.get(at.store.has_feed(team)));
  CHECK(at.get(at.store.has_feed(person)));
}
