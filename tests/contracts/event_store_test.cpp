// The contract of the event store.
#include "stores.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace viab;
using namespace viab::tests;

#define BOTH_STORES stores_in_memory, stores_in_sqlite

TEMPLATE_TEST_CASE("what was appended is loaded again, every field of it", "", BOTH_STORES) {
  TestType stores;
  auto batch = make_batch("s1", 1, 3);
  batch.events[0].actor = std::nullopt;
  batch.events[1].payload = "{\"text\":\"één “kaart” 🙂\"}";
  auto& sealed = batch.events[2];
  sealed.actor = std::nullopt;
  sealed.kind = "sealed";
  sealed.sealed_round = "s1.vote.1";
  sealed.payload = std::string("\0\xff\x01 not text \0", 14);
  batch.handled = {{"p7", "c1", 4, std::nullopt}, {"s1.vote.1:abc", "c1", 5, "s1.vote.1"}};
  auto const expected = shown(ports::loaded_session{batch.events, batch.handled, ""});

  append(stores, batch);
  CHECK(shown(load(stores, "s1")) == expected);
  stores.reopen();
  CHECK(shown(load(stores, "s1")) == expected);
}

TEMPLATE_TEST_CASE("a session that nobody knows is empty", "", BOTH_STORES) {
  TestType stores;
  append(stores, make_batch("s1", 1, 1));
  CHECK(load(stores, "s2").events.empty());
  CHECK(load(stores, "s2").epoch == stores.events().epoch());
  CHECK_FALSE(stores.events().epoch().empty());
}

TEMPLATE_TEST_CASE("a seq has to be the next one", "", BOTH_STORES) {
  TestType stores;
  CHECK_THROWS_AS(append(stores, make_batch("s1", 2, 2)), std::logic_error);
  append(stores, make_batch("s1", 1, 2));
  CHECK_THROWS_AS(append(stores, make_batch("s1", 2, 3)), std::logic_error);
  CHECK_THROWS_AS(append(stores, make_batch("s1", 4, 4)), std::logic_error);

  auto gap = make_batch("s1", 3, 4);
  gap.events[1].seq = 5;
  gap.handled = {{"p1", "c9", 1, std::nullopt}};
  gap.summary = make_summary("s1", "running");
  CHECK_THROWS_AS(append(stores, gap), std::logic_error);
  CHECK(load(stores, "s1").events.size() == 2);
  CHECK(load(stores, "s1").handled.empty());
  CHECK_FALSE(stores.loop.await(stores.teams().find_session(session_id{"s1"})));

  append(stores, make_batch("s1", 3, 4));
  CHECK(load(stores, "s1").events.size() == 4);
}

TEMPLATE_TEST_CASE("of batches that wait together a bad one fails alone", "", BOTH_STORES) {
  TestType stores;
  std::vector<std::shared_ptr<event_loop::outcome>> outcomes;
  for (int i = 0; i < 20; ++i) {
    auto batch = make_batch("s" + std::to_string(i), i == 11 ? 2 : 1, 5);
    outcomes.push_back(stores.loop.start(stores.events().append(std::move(batch))));
  }
  stores.loop.run();
  for (int i = 0; i < 20; ++i) {
    auto const& outcome = *outcomes[static_cast<std::size_t>(i)];
    CHECK(outcome.ended);
    CHECK((outcome.failure != nullptr) == (i == 11));
    auto const kept = load(stores, "s" + std::to_string(i)).events.size();
    CHECK(kept == (i == 11 ? 0u : 5u));
  }
}

TEMPLATE_TEST_CASE("handled commands of a closed round go with it", "", BOTH_STORES) {
  TestType stores;
  auto batch = make_batch("s1", 1, 1);
  batch.handled = {{"p1", "c1", 1, std::nullopt},
                   {"r1:x", "c2", 1, "r1"},
                   {"r1:y", "c3", 1, "r1"},
                   {"r2:x", "c4", 1, "r2"}};
  append(stores, batch);
  auto other = make_batch("s2", 1, 1);
  other.handled = {{"r1:x", "c1", 1, "r1"}};
  append(stores, other);

  auto close = make_batch("s1", 2, 2);
  close.handled = {{"p2", "c5", 2, std::nullopt}, {"r1:z", "c6", 2, "r1"}};
  close.closed_rounds = {"r1"};
  append(stores, close);
  auto const left = load(stores, "s1").handled;
  CHECK(shown(ports::loaded_session{{}, left, ""}) == "p1 c1 1 -\np2 c5 2 -\nr2:x c4 1 r2\n");
  CHECK(load(stores, "s2").handled.size() == 1);
}

TEMPLATE_TEST_CASE("handled commands are kept until the session closes", "", BOTH_STORES) {
  TestType stores;
  auto batch = make_batch("s1", 1, 1);
  batch.handled = {{"p1", "c1", 1, std::nullopt}};
  batch.summary = make_summary("s1", "running");
  append(stores, batch);
  CHECK(load(stores, "s1").handled.size() == 1);
  auto close = make_batch("s1", 2, 2);
  close.handled = {{"p1", "c2", 2, std::nullopt}};
  close.summary = make_summary("s1", "closed");
  append(stores, close);
  CHECK(shown(load(stores, "s1").handled) == "p1 c2 2 -\n");
}

TEMPLATE_TEST_CASE("the session's row follows its batches", "", BOTH_STORES) {
  TestType stores;
  auto batch = make_batch("s1", 1, 1);
  batch.summary = make_summary("s1", "lobby");
  batch.summary->planned_for = at(5'000);
  append(stores, batch);
  batch = make_batch("s1", 2, 2);
  batch.summary = make_summary("s1", "running");
  batch.summary->locked = true;
  batch.summary->started_at = at(6'000);
  batch.summary->join_code = "KQ7M3XVN";
  batch.summary->join_code_until = at(7'000);
  auto const expected = shown(*batch.summary);
  append(stores, batch);
  stores.reopen();
  auto const found = stores.loop.await(stores.teams().find_session(session_id{"s1"}));
  REQUIRE(found);
  CHECK(shown(*found) == expected);
}

TEMPLATE_TEST_CASE("live sessions are those that run or prepare", "", BOTH_STORES) {
  TestType stores;
  for (std::string const state : {"lobby", "running", "closed"}) {
    auto batch = make_batch(state, 1, 1);
    batch.summary = make_summary(state, state);
    append(stores, batch);
  }
  auto batch = make_batch("prepared", 1, 2);
  batch.events[1].kind = "preparation_opened";
  batch.summary = make_summary("prepared", "lobby");
  append(stores, batch);
  auto const live = stores.loop.await(stores.events().live_sessions());
  CHECK(live == std::vector<session_id>{{"running"}, {"prepared"}});
}
