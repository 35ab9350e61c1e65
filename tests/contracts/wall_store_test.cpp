// The contract of the store of system walls.
#include "adapters/sqlite/sqlite_wall_store.hpp"
#include "stores.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;
using ports::change;
using walls::wall_id;

namespace {

struct walls_under_test {
  stores_in_sqlite stores;
  event_loop& loop = stores.loop;
  adapters::sqlite_wall_store store{stores.database()};

  template <class T>
  T get(boost::asio::awaitable<T> work) {
    return loop.await(std::move(work));
  }
  static ports::act by(std::int64_t when) { return {"actor", "192.0.2.1", at(when)}; }

  static walls::wall make(std::string const& id, std::string const& team, std::int64_t when) {
    walls::wall one;
    one.id = {id};
    one.team = {team};
    one.text = card_text::of("text of " + id);
    one.raised_at = at(when);
    return one;
  }
  change raise(std::string const& id, std::string const& team, std::int64_t when = 100) {
    return get(store.raise(make(id, team, when), by(when)));
  }
  // A closed session of that team with two obstacles.
  void session(std::string const& id, std::string const& team, std::int64_t closed) {
    ports::session_outcome left;
    left.obstacles = {{"first of " + id, obstacle_kind::wall},
                      {"second of " + id, obstacle_kind::delivery_signal}};
    append(stores, make_closing(id, team, at(closed), std::move(left)));
  }
  walls::wall find(std::string const& id) {
    auto const found = get(store.find_wall({id}));
    REQUIRE(found);
    return found->wall;
  }
  change join(std::string const& id, std::optional<wall_id> into) {
    return get(store.join({id}, find(id).version, std::move(into), by(500)));
  }
  std::vector<std::string> ids(ports::wall_filter const& only = {},
                               std::string const& search = {}) {
    std::vector<std::string> found;
    auto const part = get(store.walls({search, {}, 50}, only));
    for (auto const& one : part.rows) found.push_back(one.wall.id.value);
    return found;
  }
  change answer(walls::wall one, walls::status now, std::int64_t when) {
    one.now = now;
    one.owner = walls::owner_text::of("Hoofd inkoop");
    one.answer = walls::answer_text::of("Antwoord");
    return get(store.save_wall(one, by(when)));
  }
};

}  // namespace

TEST_CASE("a wall is kept whole, and its team finds it back") {
  walls_under_test at;
  at.session("s1", "t1", 90);
  auto one = walls_under_test::make("w1", "t1", 100);
  one.about = obstacle_kind::delivery_signal;
  one.where = walls::level::central_government;
  one.from = walls::source{{"s1"}, 2};
  REQUIRE(at.get(at.store.raise(one, at.by(100))) == change::done);
  at.stores.reopen();
  adapters::sqlite_wall_store again(at.stores.database());
  auto const mine = at.get(again.walls_of_team({"t1"}));
  REQUIRE(mine.size() == 1);
  CHECK(mine[0].own.text.value() == "text of w1");
  CHECK(mine[0].own.about == obstacle_kind::delivery_signal);
  CHECK(mine[0].own.where == walls::level::central_government);
  CHECK(mine[0].own.from->session.value == "s1");
  CHECK(mine[0].own.from->place == 2);
  CHECK(mine[0].own.raised_at == tests::at(100));
  CHECK(mine[0].own.now == walls::status::raised);
  CHECK(mine[0].teams == 1);
  CHECK(mine[0].turns.empty());
  CHECK(at.get(again.walls_of_team({"t2"})).empty());
}

TEST_CASE("an obstacle is raised once, and by its own team only") {
  walls_under_test at;
  at.session("s1", "t1", 90);
  at.session("s2", "t1", 95);
  auto open = at.get(at.store.open_obstacles_of({"t1"}, 3));
  REQUIRE(open.size() == 3);
  CHECK(open[0].text == "first of s2");  // newest first, at most as many as asked for
  CHECK(open[2].text == "first of s1");
  auto one = walls_under_test::make("w1", "t2", 100);
  one.from = walls::source{{"s1"}, 1};
  CHECK(at.get(at.store.raise(one, at.by(100))) == change::not_found);
  one.team = {"t1"};
  CHECK(at.get(at.store.raise(one, at.by(100))) == change::done);
  one.id = {"w2"};
  CHECK(at.get(at.store.raise(one, at.by(100))) == change::taken);
  open = at.get(at.store.open_obstacles_of({"t1"}, 30));
  REQUIRE(open.size() == 3);
  for (auto const& left : open) CHECK(left.text != "first of s1");
}

TEST_CASE("a team has no more walls than it may have") {
  walls_under_test at;
  for (int i = 0; i < walls::most_walls_of_team; ++i) {
    REQUIRE(at.raise("w" + std::to_string(i), "t1") == change::done);
  }
  CHECK(at.raise("one-more", "t1") == change::in_use);
  CHECK(at.raise("of-another", "t2") == change::done);
}

TEST_CASE("an answer has its turns, and two people do not overwrite each other") {
  walls_under_test at;
  at.raise("w1", "t1");
  auto const read = at.find("w1");
  CHECK(at.answer(read, walls::status::taken_up, 200) == change::done);
  CHECK(at.answer(read, walls::status::moved, 250) == change::changed_meanwhile);
  CHECK(at.answer(at.find("w1"), walls::status::moved, 300) == change::done);
  auto const mine = at.get(at.store.walls_of_team({"t1"}));
  REQUIRE(mine.size() == 1);
  CHECK(mine[0].answering.now == walls::status::moved);
  CHECK(mine[0].answering.changed_at == tests::at(300));
  REQUIRE(mine[0].turns.size() == 2);
  CHECK(mine[0].turns[0].now == walls::status::taken_up);
  CHECK(mine[0].turns[0].owner == "Hoofd inkoop");
  CHECK(mine[0].turns[1].at == tests::at(300));
  CHECK(at.answer(walls_under_test::make("nothing", "t1", 1), walls::status::moved, 300)
        == change::not_found);
}

TEST_CASE("the answer to one returns to every team that raised its like") {
  walls_under_test at;
  at.raise("w1", "t1", 100);
  at.raise("w2", "t2", 110);
  at.raise("w3", "t3", 120);
  at.raise("w4", "t1", 130);  // the same team again
  CHECK(at.join("w2", wall_id{"w1"}) == change::done);
  CHECK(at.join("w3", wall_id{"w1"}) == change::done);
  CHECK(at.join("w4", wall_id{"w1"}) == change::done);
  CHECK(at.ids() == std::vector<std::string>{"w1"});
  auto const seen = at.get(at.store.find_wall({"w1"}));
  CHECK(seen->teams == 3);
  CHECK(seen->likes.size() == 3);
  CHECK(at.answer(at.find("w1"), walls::status::moved, 600) == change::done);
  for (auto const* team : {"t1", "t2", "t3"}) {
    INFO(team);
    for (auto const& mine : at.get(at.store.walls_of_team({team}))) {
      CHECK(mine.own.text.value() == "text of " + mine.own.id.value);
      CHECK(mine.answering.answer.value() == "Antwoord");
      CHECK(mine.turns.size() == 1);
      CHECK(mine.teams == 3);
    }
  }
  // What is joined is answered through the other one.
  CHECK(at.answer(at.find("w2"), walls::status::not_now, 700) == change::in_use);
}

TEST_CASE("joining takes along what leads there, and can be undone one by one") {
  walls_under_test at;
  for (auto const* id : {"w1", "w2", "w3"}) at.raise(id, std::string("t") + id[1]);
  CHECK(at.join("w2", wall_id{"w1"}) == change::done);
  CHECK(at.join("w1", wall_id{"w3"}) == change::done);
  CHECK(at.ids() == std::vector<std::string>{"w3"});
  CHECK(at.get(at.store.find_wall({"w3"}))->teams == 3);
  CHECK(at.join("w3", wall_id{"w3"}) == change::in_use);
  CHECK(at.join("w3", wall_id{"w1"}) == change::in_use);  // that one is joined itself
  CHECK(at.join("w3", wall_id{"nothing"}) == change::not_found);
  CHECK(at.join("w2", std::nullopt) == change::done);
  CHECK(at.get(at.store.find_wall({"w3"}))->teams == 2);
  CHECK(at.ids().size() == 2);
  CHECK(at.get(at.store.join({"w1"}, 1, std::nullopt, at.by(1))) == change::changed_meanwhile);
}

TEST_CASE("a wall is taken back by its team until somebody begins") {
  walls_under_test at;
  at.session("s1", "t1", 90);
  auto one = walls_under_test::make("w1", "t1", 100);
  one.from = walls::source{{"s1"}, 1};
  at.get(at.store.raise(one, at.by(100)));
  at.raise("w2", "t2");
  CHECK(at.get(at.store.take_back({"t2"}, {"w1"}, at.by(1))) == change::not_found);
  at.join("w2", wall_id{"w1"});
  CHECK(at.get(at.store.take_back({"t1"}, {"w1"}, at.by(1))) == change::in_use);
  CHECK(at.get(at.store.take_back({"t2"}, {"w2"}, at.by(1))) == change::done);
  CHECK(at.get(at.store.walls_of_team({"t1"}))[0].can_take_back);
  CHECK(at.get(at.store.take_back({"t1"}, {"w1"}, at.by(1))) == change::done);
  CHECK(at.get(at.store.open_obstacles_of({"t1"}, 10)).size() == 2);  // it can be raised again
  at.raise("w3", "t3");
  at.answer(at.find("w3"), walls::status::taken_up, 200);
  CHECK_FALSE(at.get(at.store.walls_of_team({"t3"}))[0].can_take_back);
  CHECK(at.get(at.store.take_back({"t3"}, {"w3"}, at.by(1))) == change::in_use);
}

TEST_CASE("walls are listed newest first, in parts, filtered and searched") {
  walls_under_test at;
  for (int i = 0; i < 5; ++i) at.raise("w" + std::to_string(i), "t1", 100 + i / 2);
  std::vector<std::string> seen;
  std::string after;
  do {
    auto const part = at.get(at.store.walls({{}, after, 2}, {}));
    for (auto const& one : part.rows) seen.push_back(one.wall.id.value);
    after = part.next.value_or("");
  } while (!after.empty());
  CHECK(seen == std::vector<std::string>{"w4", "w3", "w2", "w1", "w0"});
  at.answer(at.find("w2"), walls::status::moved, 200);
  CHECK(at.ids({{}, walls::status::moved, {}, {}}) == std::vector<std::string>{"w2"});
  CHECK(at.ids({walls::level::team, {}, {}, {}}).empty());
  CHECK(at.ids({walls::level::ministry, {}, {}, {}}).size() == 5);
  CHECK(at.ids({{}, {}, obstacle_kind::rule, {}}).empty());
  CHECK(at.ids({{}, {}, {}, walls::place_id{"o1"}}).empty());
  CHECK(at.ids({}, "OF W3") == std::vector<std::string>{"w3"});
  CHECK(at.ids({}, "inkoop") == std::vector<std::string>{"w2"});
  CHECK(at.ids({}, "%").empty());
}
