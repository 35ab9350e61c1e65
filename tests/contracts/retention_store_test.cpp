// The contract of the store of what is past its time.
#include "adapters/sqlite/sqlite_directory_store.hpp"
#include "adapters/sqlite/sqlite_retention_store.hpp"
#include "stores.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;
using std::chrono::hours;

namespace {

time_point const start{std::chrono::sys_days(std::chrono::year(2026) / 1 / 31).time_since_epoch()};
constexpr auto day = hours(24);
constexpr int most = 10;

struct past_under_test {
  stores_in_sqlite stores;
  event_loop& loop = stores.loop;
  adapters::sqlite_retention_store store{stores.database()};
  adapters::sqlite_directory_store directory{stores.database()};
  ports::keeping as{.texts_months = 1, .sessions_months = 2, .audit_months = 2};

  template <class T>
  T get(boost::asio::awaitable<T> work) {
    return loop.await(std::move(work));
  }
  void get(boost::asio::awaitable<void> work) { loop.await(std::move(work)); }

  void closed(std::string const& id, std::string const& team, time_point when) {
    append(stores, make_closing(id, team, when, {}));
  }
  void noted(time_point when) {
    get(directory.note("deed", "thing", "done", {"actor", "server", when}));
  }
  std::int64_t oldest_noted() { return get(directory.entries({}, 200)).rows.back().number; }
};

std::vector<std::string> names(std::vector<session_id> const& ids) {
  std::vector<std::string> all;
  for (auto const& id : ids) all.push_back(id.value);
  return all;
}

}  // namespace

TEST_CASE("past its time: texts a month after the close, counted on the calendar") {
  past_under_test at;
  at.closed("s1", "t1", start);
  at.closed("s2", "t1", start + 4 * day);
  CHECK(at.get(at.store.texts_due(at.as, start + 27 * day, most)).empty());
  // A month before 3 March is 3 February.
  auto const third = start + 31 * day;
  CHECK(names(at.get(at.store.texts_due(at.as, third, most))) == std::vector<std::string>{"s1"});
  at.get(at.store.note_texts_gone({"s1"}, third));
  CHECK(at.get(at.store.texts_due(at.as, third, most)).empty());
  CHECK(at.get(at.store.texts_due(at.as, start + 300 * day, most)).size() == 1);
}

TEST_CASE("past its time: a session that was never closed, and one that is planned") {
  past_under_test at;
  auto const lobby = [&](std::string const& id, std::optional<time_point> planned) {
    auto batch = make_batch(id, 1, 1);
    batch.events.front().at = start;
    batch.summary = make_summary(id, "lobby");
    batch.summary->planned_for = planned;
    batch.summary->closed_at = std::nullopt;
    append(at.stores, std::move(batch));
  };
  lobby("left", std::nullopt);
  lobby("ahead", start + 400 * day);
  auto const due = [&](time_point now) {
    return names(at.get(at.store.sessions_due(at.as, now, most)));
  };
  CHECK(due(start + 20 * day).empty());
  CHECK(due(start + 40 * day) == std::vector<std::string>{"left"});
  at.get(at.store.remove_session({"left"}));
  CHECK(due(start + 40 * day).empty());
  CHECK(load(at.stores, "left").events.empty());
  CHECK(load(at.stores, "ahead").events.size() == 1);
}

TEST_CASE("past its time: the audit log gets shorter and its chain goes on") {
  past_under_test at;
  for (int month = 0; month < 6; ++month) at.noted(start + month * 30 * day);
  CHECK(at.oldest_noted() == 1);
  CHECK(at.get(at.store.tidy(at.as, start + 150 * day)) == 3);
  CHECK(at.oldest_noted() == 4);
  CHECK_FALSE(at.get(at.directory.first_broken()));
  at.noted(start + 200 * day);
  CHECK_FALSE(at.get(at.directory.first_broken()));

  SECTION("all of it may go, and numbers are never used twice") {
    at.get(at.store.tidy(at.as, start + 2000 * day));
    CHECK(at.get(at.directory.entries({}, 200)).rows.empty());
    at.noted(start + 2000 * day);
    CHECK(at.oldest_noted() == 8);
    CHECK_FALSE(at.get(at.directory.first_broken()));
  }
  SECTION("what is taken out by hand is seen") {
    at.loop.await(at.stores.database().writes().write([](adapters::sqlite::write_scope& scope) {
      scope.db.run("delete from audit where number = 4");
    }));
    CHECK(at.get(at.directory.first_broken()) == 4);
  }
}

TEST_CASE("past its time: guests go with their browser, others stay") {
  past_under_test at;
  auto& teams = at.stores.teams();
  at.get(teams.save_identity({"guest:1", "Gast", true}));
  at.get(teams.save_identity({"guest:2", "Gast twee", true}));
  at.get(teams.save_identity({"person:1", "Marit", false}));
  at.get(teams.save_browser("h1", "guest:1", start + day));
  at.get(teams.save_browser("h2", "guest:2", start + 3 * day));
  at.get(teams.save_browser("h3", "person:1", start + day));
  at.get(at.store.tidy(at.as, start + 2 * day));
  CHECK_FALSE(at.get(teams.find_identity("guest:1")));
  CHECK(at.get(teams.find_identity("guest:2")));
  CHECK(at.get(teams.find_identity("person:1")));
}

TEST_CASE("past its time: who left as long ago as sessions are kept") {
  past_under_test at;
  directory::person one;
  one.key = person_id{"person:1"};
  one.name = name_text::of("Marit");
  at.get(at.directory.save_person(one, {"a", "b", start}));
  CHECK(at.get(at.store.people_due(at.as, start + 400 * day, most)).empty());
  at.get(at.directory.person_leaves(one.key, {"a", "b", start}));
  CHECK(at.get(at.store.people_due(at.as, start + 50 * day, most)).empty());
  CHECK(at.get(at.store.people_due(at.as, start + 70 * day, most)).size() == 1);
}
