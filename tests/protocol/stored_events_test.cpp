#include "support/sample.hpp"

#include "protocol/describe/check_in.hpp"
#include "protocol/describe/check_out.hpp"
#include "protocol/describe/collect.hpp"
#include "protocol/describe/commit.hpp"
#include "protocol/describe/discuss.hpp"
#include "protocol/describe/group.hpp"
#include "protocol/describe/review.hpp"
#include "protocol/describe/session.hpp"
#include "protocol/describe/vote.hpp"
#include "protocol/stored_events.hpp"
#include "protocol/upcast.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace viab;
using namespace viab::protocol;
using namespace viab::tests;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

using own_events = boost::mp11::mp_remove<session::event, session::step_event>;

session::event some_event(sampling& from, bool of_step) {
  if (of_step) return session::step_event{{"ideas"}, sample<steps::any_event>(from)};
  return std::visit([](auto one) { return session::event(std::move(one)); },
                    sample<own_events>(from));
}

session::event some_event() {
  sampling from{[](std::size_t end) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, end));
  }};
  from.erases = true;
  return some_event(from, *rc::gen::arbitrary<bool>());
}

bool same(encoded_event const& a, encoded_event const& b) {
  return a.kind == b.kind && a.version == b.version && a.payload == b.payload;
}

// The complete event of a kind, always the same one.
session::event golden_event(std::string const& kind) {
  for (std::size_t turn = 0; turn < 400; ++turn) {
    for (bool const of_step : {false, true}) {
      // The first two choices are those of the kind and its event.
      std::size_t asked = 0;
      sampling from{[&](std::size_t end) {
        auto const choice = asked++ == 0 ? turn % 20 : asked == 2 && of_step ? turn / 20 : asked;
        return choice % end;
      }};
      from.complete = true;
      auto event = some_event(from, of_step);
      if (write_event(event).kind == kind) return event;
    }
  }
  throw std::logic_error("no turn gives " + kind);
}

fs::path golden_folder() { return fs::path(VIAB_SOURCE_DIR) / "tests/protocol/golden"; }

fs::path golden_file(std::string const& kind, int version) {
  return golden_folder() / (kind + "." + std::to_string(version) + ".json");
}

// Files that are there are never written again: they are what old logs hold.
void write_golden(std::string const& kind) {
  auto const path = golden_file(kind, newest_version(kind));
  if (fs::exists(path)) return;
  auto const stored = write_event(golden_event(kind));
  fs::create_directories(golden_folder());
  std::ofstream(path) << json{{"kind", stored.kind},
                              {"version", stored.version},
                              {"payload", json::parse(stored.payload)}}
                             .dump(2)
                      << '\n';
}

// Whether all that `small` says stands in `large` as well, where newer members may be beside it.
bool stands_in(json const& small, json const& large) {
  if (small.is_object() && large.is_object()) {
    for (auto const& [name, value] : small.items()) {
      if (!large.contains(name) || !stands_in(value, large[name])) return false;
    }
    return true;
  }
  if (small.is_array() && large.is_array() && small.size() == large.size()) {
    for (std::size_t i = 0; i < small.size(); ++i) {
      if (!stands_in(small[i], large[i])) return false;
    }
    return true;
  }
  return small == large;
}

std::string unreadable(std::string_view kind, int version, std::string_view payload) {
  try {
    read_event(kind, version, payload);
  } catch (unreadable_event const& why) {
    return why.what();
  }
  return "";
}

}  // namespace

TEST_CASE("stored events: what is written is read as the same, erased texts too") {
  CHECK(rc::check([] {
    auto const event = some_event();
    auto const stored = write_event(event);
    auto const read = read_event(stored.kind, stored.version, stored.payload);
    RC_ASSERT(same(stored, write_event(read)));
    if (auto const* of_step = std::get_if<session::step_event>(&event)) {
      auto const& again = std::get<session::step_event>(read);
      RC_ASSERT(again.step == of_step->step);
      RC_ASSERT(again.what == of_step->what);
    }
  }));
}

TEST_CASE("stored events: a text that was erased in place is read as erased") {
  auto const event = read_event("collect.card_added", 1,
                                R"({"step": "ideas", "what": {"card": "d1", "author": "p2",
                                    "column": "works", "text": null}})");
  auto const& what = std::get<session::step_event>(event).what;
  auto const& added = std::get<steps::collect::card_added>(std::get<steps::collect::event>(what));
  CHECK(added.text.redacted());
  CHECK(added.author.number == 2);
  CHECK(write_event(event).payload.find("\"text\":null") != std::string::npos);
}

TEST_CASE("stored events: an erased answer is something else than none") {
  auto const word_of = [](char const* given) {
    std::string const start = R"({"step": "mood", "what": {"by": "p1", "given": )";
    auto const event = read_event("check_in.answered", 1, start + given + "}}");
    auto const& what = std::get<session::step_event>(event).what;
    return std::get<steps::check_in::answered>(std::get<steps::check_in::event>(what)).given.word;
  };
  CHECK_FALSE(word_of("{}"));
  REQUIRE(word_of(R"({"word": null})"));
  CHECK(word_of(R"({"word": null})")->redacted());
  CHECK(word_of(R"({"word": "druk"})")->value() == "druk");
}

TEST_CASE("stored events: what is absent keeps its default") {
  auto const event = read_event("entered", 1, R"({"person": "p1", "called": "Fatma"})");
  auto const& entered = std::get<session::entered>(event);
  CHECK(entered.as == role::participant);
  CHECK(entered.taking_part);
}

TEST_CASE("stored events: what cannot be read says what and why") {
  CHECK(unreadable("danced", 1, "{}") == "danced version 1: there is no such event");
  CHECK(unreadable("collect.danced", 1, R"({"step": "a", "what": {}})") ==
        "collect.danced version 1: there is no such event");
  CHECK(unreadable("dance.danced", 1, R"({"step": "a", "what": {}})") ==
        "dance.danced version 1: there is no such kind of step");
  CHECK(unreadable("started", 2, "{}") == "started version 2: this version is not known here");
  CHECK(unreadable("started", 0, "{}") == "started version 0: this version is not known here");
  CHECK(unreadable("started", 1, R"({"at": 5})") == "started version 1: malformed /at");
  CHECK(unreadable("started", 1, R"({"on": 5})") == "started version 1: malformed /on");
  CHECK(unreadable("started", 1, "{") == "started version 1: not JSON at byte 2");
  CHECK(unreadable("collect.card_hidden", 1, R"({"step": "a", "what": {"card": "12"}})") ==
        "collect.card_hidden version 1: malformed /what/card");
  CHECK(unreadable("collect.card_hidden", 1, R"({"what": {"card": "3-1"}})") ==
        "collect.card_hidden version 1: a step's event has step and what");
}

TEST_CASE("stored events: every kind has a golden file, of every version") {
  for (auto const& kind : event_kinds()) {
    if (std::getenv("VIAB_WRITE_GOLDEN")) write_golden(kind);
    for (int version = 1; version <= newest_version(kind); ++version) {
      INFO(kind << " " << version);
      CHECK(fs::exists(golden_file(kind, version)));
    }
  }
}

TEST_CASE("stored events: what was ever written can be read") {
  int seen = 0;
  for (auto const& file : fs::directory_iterator(golden_folder())) {
    INFO(file.path());
    auto const golden = json::parse(std::ifstream(file.path()));
    auto const kind = golden.at("kind").get<std::string>();
    auto const version = golden.at("version").get<int>();
    auto const event = read_event(kind, version, golden.at("payload").dump());
    auto const again = write_event(event);
    CHECK(again.kind == kind);
    if (version == newest_version(kind)) {
      CHECK(stands_in(golden.at("payload"), json::parse(again.payload)));
    }
    ++seen;
  }
  CHECK(seen >= static_cast<int>(event_kinds().size()));
}
