// The contract of what sessions leave: written with the close, corrected later, settled by reviews.
#include "stores.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

#define BOTH_STORES stores_in_memory, stores_in_sqlite

namespace {

ports::session_outcome make_outcome(std::string const& session) {
  ports::session_outcome outcome;
  outcome.session = {session};
  outcome.team = {"team-1"};
  outcome.people = 8;
  outcome.themes = {{"Overdracht", 3, 5, "kort en elke dag", {"te laat", "“wie?”", ""}},
                    {"Rust", 1, 0, "", {}}};
  outcome.agreements = {make_agreement(session, "7-1", "vraag ik het meteen", 100),
                        make_agreement(session, "7-2", "bel ik", 100)};
  outcome.agreements[1].plan.cue = agreement_text::erased();
  outcome.agreements[1].plan.owner = std::nullopt;
  outcome.obstacles = {{"twee systemen", obstacle_kind::wall},
                       {"wie tekent", obstacle_kind::leader_act}};
  outcome.pulse = ports::pulse_row{8,
                                   {{"sun", 5}, {"rain", 3}},
                                   {0, 1, 2, 3, 2},
                                   {"Ik durfde"},
                                   {{1, 0, 0, 4, 3}},
                                   {0, 0, 0, 0, 0, 1, 2, 3, 1, 1, 0}};
  outcome.positions = {{"team", "Het team", "taak", "opgave", 0, 2, false, 8, {1, 2, 5}, {0, 0, 8}},
                       {"x", "Waarde A", "weinig", "veel", 1, 2, true, 8, {8, 0}, {}}};
  outcome.picks = {{"team_lead_x", 2, "Een kaart", "team", "lead", 6, 8, true},
                   {"team_lead_y", 1, "Een andere", "team", "lead", 1, 8, false}};
  return outcome;
}

// Closes a session with that outcome at that time.
template <class Stores>
void close(Stores& stores, ports::session_outcome outcome, std::int64_t closed_ms) {
  auto batch = make_batch(outcome.session.value, 1, 1);
  batch.summary = make_summary(outcome.session.value, "closed");
  batch.summary->closed_at = at(closed_ms);
  batch.outcome = std::move(outcome);
  append(stores, std::move(batch));
}

ports::review_row reviewed(std::string const& agreement, review_status status) {
  return {agreement, make_agreement("s1", "7-1", "vraag ik het meteen", 100).plan, status};
}

template <class Stores>
std::vector<ports::agreement_row> agreements(Stores& stores) {
  return stores.loop.await(stores.teams().agreements_of({"team-1"}));
}

}  // namespace

TEMPLATE_TEST_CASE("an outcome is read as it was left", "", BOTH_STORES) {
  TestType stores;
  auto outcome = make_outcome("s1");
  outcome.reviewed = {reviewed("s0:7-9", review_status::partly)};
  auto const expected = shown(outcome);
  close(stores, outcome, 200);
  stores.reopen();
  auto const found = stores.loop.await(stores.teams().outcome_of({"s1"}));
  REQUIRE(found);
  CHECK(shown(*found) == expected);
  CHECK(found->positions == outcome.positions);
  CHECK(found->picks == outcome.picks);
  CHECK_FALSE(stores.loop.await(stores.teams().outcome_of({"s2"})));
}

TEMPLATE_TEST_CASE("an outcome without a pulse has none", "", BOTH_STORES) {
  TestType stores;
  auto outcome = make_outcome("s1");
  outcome.pulse.reset();
  close(stores, outcome, 200);
  auto const found = stores.loop.await(stores.teams().outcome_of({"s1"}));
  REQUIRE(found);
  CHECK_FALSE(found->pulse);
}

TEMPLATE_TEST_CASE("a team's agreements come newest first", "", BOTH_STORES) {
  TestType stores;
  close(stores, make_outcome("s1"), 200);
  auto later = make_outcome("s2");
  for (auto& row : later.agreements) row.made_at = at(300);
  close(stores, later, 400);
  auto const rows = agreements(stores);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].id == "s2:7-1");
  CHECK(rows[1].id == "s2:7-2");
  CHECK(rows[2].id == "s1:7-1");
  CHECK(stores.loop.await(stores.teams().agreements_of({"team-2"})).empty());
}

TEMPLATE_TEST_CASE("a review settles an agreement, open leaves it as it was", "", BOTH_STORES) {
  TestType stores;
  close(stores, make_outcome("s1"), 200);
  auto second = make_outcome("s2");
  second.agreements.clear();
  second.reviewed = {reviewed("s1:7-1", review_status::partly),
                     reviewed("s1:7-2", review_status::done),
                     reviewed("s9:1-1", review_status::done)};
  close(stores, second, 300);
  auto third = second;
  third.session = {"s3"};
  third.reviewed = {reviewed("s1:7-1", review_status::open)};
  close(stores, third, 400);

  auto const rows = agreements(stores);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].plan.status == review_status::partly);
  CHECK(rows[0].settled_at == at(300));
  CHECK(rows[1].plan.status == review_status::done);
}

TEMPLATE_TEST_CASE("a correction needs the newest version", "", BOTH_STORES) {
  TestType stores;
  close(stores, make_outcome("s1"), 200);
  auto row = agreements(stores)[0];
  row.plan.action = agreement_text::of("vraag ik het binnen een uur");
  row.plan.owner.reset();
  CHECK(stores.loop.await(stores.teams().correct_agreement(row, "person:noor")));
  auto stale = row;
  stale.plan.action = agreement_text::of("te laat");
  CHECK_FALSE(stores.loop.await(stores.teams().correct_agreement(stale, "person:sam")));
  stale.id = "s9:1-1";
  CHECK_FALSE(stores.loop.await(stores.teams().correct_agreement(stale, "person:sam")));

  row.version = 2;
  CHECK(shown(agreements(stores)[0]) == shown(row));
  CHECK(stores.loop.await(stores.teams().correct_agreement(row, "person:noor")));
  CHECK(agreements(stores)[0].version == 3);
}

TEMPLATE_TEST_CASE("an outcome that is there stays as it was corrected", "", BOTH_STORES) {
  TestType stores;
  close(stores, make_outcome("s1"), 200);
  auto row = agreements(stores)[0];
  row.plan.action = agreement_text::of("beter gezegd");
  stores.loop.await(stores.teams().correct_agreement(row, "person:noor"));
  auto again = make_batch("s1", 2, 2);
  again.outcome = make_outcome("s1");
  again.outcome->people = 99;
  append(stores, again);
  auto const found = stores.loop.await(stores.teams().outcome_of({"s1"}));
  REQUIRE(found);
  CHECK(found->people == 8);
  CHECK(found->agreements.size() == 2);
  CHECK(found->agreements[0].plan.action.value() == "beter gezegd");
}
