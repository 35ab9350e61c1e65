// Random batches, some of them wrong, against a model of three lines.
#include "stores.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <map>

using namespace viab;
using namespace viab::tests;

namespace {

struct model {
  std::map<std::string, std::uint64_t> last_seq;
  std::map<std::string, std::string> events;

  bool accepts(ports::append_batch const& batch) {
    auto next = last_seq[batch.session.value] + 1;
    for (auto const& event : batch.events) {
      if (event.seq != next++) return false;
    }
    last_seq[batch.session.value] = next - 1;
    events[batch.session.value] += shown(batch.events);
    return true;
  }
};

ports::append_batch random_batch(model const& known) {
  auto const session = "s" + std::to_string(*rc::gen::inRange(0, 3));
  auto const last = known.last_seq.contains(session) ? known.last_seq.at(session) : 0;
  auto const count = *rc::gen::inRange<std::uint64_t>(0, 6);
  // One in five starts at a wrong place.
  auto const wrong = *rc::gen::inRange(0, 5) == 0 ? *rc::gen::inRange<std::uint64_t>(0, 3) : 1;
  auto batch = make_batch(session, last + wrong, last + wrong + count);
  for (auto& event : batch.events) {
    event.payload = *rc::gen::container<std::string>(rc::gen::inRange(' ', '~'));
    if (*rc::gen::arbitrary<bool>()) event.sealed_round = "r1";
  }
  return batch;
}

template <class Stores>
void play(Stores& stores) {
  model known;
  auto const rounds = *rc::gen::inRange(1, 20);
  for (int i = 0; i < rounds; ++i) {
    auto const batch = random_batch(known);
    bool const expected = known.accepts(batch);
    bool accepted = true;
    try {
      append(stores, batch);
    } catch (std::logic_error const&) {
      accepted = false;
    }
    RC_ASSERT(accepted == expected);
  }
  stores.reopen();
  for (auto const& [session, events] : known.events) {
    RC_ASSERT(shown(load(stores, session).events) == events);
  }
}

}  // namespace

TEMPLATE_TEST_CASE("random batches: what is accepted is kept, in order", "", stores_in_memory,
                   stores_in_sqlite) {
  CHECK(rc::check([] {
    TestType stores;
    play(stores);
  }));
}
