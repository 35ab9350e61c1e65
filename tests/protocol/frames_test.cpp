#include "protocol/drawn_view.hpp"
#include "protocol/frames.hpp"
#include "steps/all.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::protocol;

namespace {

std::string refused(std::string_view text) {
  auto const read = read_client_frame(text);
  return read.frame ? "" : read.frame.why().code + " " + read.frame.why().detail;
}

std::string refused_command(std::string_view body) {
  auto const read = read_session_command(body);
  return read ? "" : read.why().code + " " + read.why().detail;
}

constexpr std::size_t collect = 2;
constexpr std::size_t group = 3;
constexpr std::size_t discuss = 5;
constexpr std::size_t check_out = 7;

std::string refused_in(std::size_t kind, std::string_view body) {
  auto const read = read_step_command(kind, body);
  return read ? "" : read.why().code + " " + read.why().detail;
}

template <class T>
T frame_as(std::string_view text) {
  auto const read = read_client_frame(text);
  REQUIRE(read.frame);
  return std::get<T>(*read.frame);
}

}  // namespace

TEST_CASE("frames: hello, ping, editing") {
  auto const known = frame_as<hello>(R"({"hello": {"epoch": "9f2c", "seq": 412}})");
  CHECK(known.epoch == "9f2c");
  CHECK(known.seq == 412U);
  CHECK_FALSE(frame_as<hello>(R"({"hello": {}})").epoch);
  CHECK(frame_as<ping>(R"({"ping": -17})").number == -17);
  auto const edits = frame_as<editing>(R"({"editing": {"step": "ideas", "entry": "3-12"}})");
  CHECK(edits.step->value == "ideas");
  CHECK(edits.entry == "3-12");
  CHECK_FALSE(frame_as<editing>(R"({"editing": {}})").step);
}

TEST_CASE("frames: a command stays text until its kind is known") {
  auto const text =
      R"({"do": {"id": "01J-abc_9", "step": "ideas", "command": {"type": "x", "y": [1]}}})";
  auto const unread = frame_as<unread_command>(text);
  CHECK(unread.id.value == "01J-abc_9");
  CHECK(unread.step->value == "ideas");
  CHECK(unread.body == R"({"type":"x","y":[1]})");
  CHECK_FALSE(frame_as<unread_command>(R"({"do": {"id": "01J-abc_9", "command": {}}})").step);
}

TEST_CASE("frames: what is wrong is named by its path") {
  CHECK(refused("[]") == "malformed ");
  CHECK(refused("{}") == "malformed ");
  CHECK(refused(R"({"nothing": 1})") == "malformed /nothing");
  CHECK(refused(R"({"ping": 1, "pong": 2})") == "malformed /pong");
  CHECK(refused(R"({"ping": "1"})") == "malformed /ping");
  CHECK(refused(R"({"ping": 1.5})") == "malformed /ping");
  CHECK(refused(R"({"hello": []})") == "malformed /hello");
  CHECK(refused(R"({"hello": {"seq": -1}})") == "malformed /hello/seq");
  CHECK(refused(R"({"hello": {"other": 1}})") == "malformed /hello/other");
  CHECK(refused(R"({"editing": {"step": "a b"}})") == "malformed /editing/step");
  CHECK(refused(R"({"editing": {"entry": "123456789012345678901"}})") == "too_long 20");
  CHECK(refused(R"({"do": {"id": "short", "command": {}}})") == "malformed /do/id");
  CHECK(refused(R"({"do": {"id": "long enough", "command": {}}})") == "malformed /do/id");
  CHECK(refused(R"({"do": {"command": {}}})") == "malformed /do/id");
  CHECK(refused(R"({"do": {"id": "12345678"}})") == "malformed /do/command");
  CHECK(refused(R"({"do": {"id": "12345678", "command": 7}})") == "malformed /do/command");
  CHECK(refused(R"({"do": {"id": "12345678", "step": 7, "command": {}}})") == "malformed /do/step");
  CHECK(refused(R"({"do": {"id": "12345678", "command": {}, "as": "p1"}})") == "malformed /do/as");
  CHECK(refused("{\"ping\": 1}" + std::string(most_frame_bytes, ' ')) == "malformed too large");
}

TEST_CASE("frames: an answer can name the command that could not be read") {
  auto const read = read_client_frame(R"({"do": {"id": "12345678", "command": {}, "as": "p1"}})");
  REQUIRE(read.offender);
  CHECK(read.offender->value == "12345678");
  CHECK_FALSE(read_client_frame(R"({"do": {"id": "!", "command": {}}})").offender);
}

TEST_CASE("frames: session commands, and what may be left out of them") {
  auto const next = read_session_command(R"({"type": "next_step"})");
  REQUIRE(next);
  CHECK(std::get<session::next_step>(*next).inputs == session::on_changed_inputs::ask);
  auto const again = read_session_command(R"({"type": "next_step", "inputs": "start_over"})");
  REQUIRE(again);
  CHECK(std::get<session::next_step>(*again).inputs == session::on_changed_inputs::start_over);
  CHECK(refused_command(R"({"type": "next_step", "inputs": "begin"})") ==
        "malformed /do/command/inputs");
  CHECK(refused_command(R"({"type": "hand_over"})") == "malformed /do/command/to");
  CHECK(refused_command(R"({"type": "hand_over", "to": 7})") == "malformed /do/command/to");
  CHECK(refused_command(R"({"type": "rename", "person": "p1", "to": "  "})") == "empty_text ");
  CHECK(refused_command(R"({"type": "dance"})") == "malformed /do/command/type");
  CHECK(refused_command(R"({})") == "malformed /do/command/type");
}

TEST_CASE("frames: what only the host says cannot be said in a frame") {
  for (auto const* type : {"create", "enter", "set_code", "plan_for", "give_back_downtime",
                           "report_lost_ballots", "time_passed"}) {
    CHECK(refused_command("{\"type\": \"" + std::string(type) + "\"}") ==
          "malformed /do/command/type");
  }
  CHECK(refused_in(discuss, R"({"type": "time_passed"})") == "malformed /do/command/type");
  CHECK(refused_command(R"({"type": "remove", "person": "p2"})").empty());
  CHECK(refused_command(R"({"type": "remove", "person": "p2", "ballots": {}})") ==
        "malformed /do/command/ballots");
}

TEST_CASE("frames: limits of texts, strings and lists") {
  auto const card = [](std::size_t size) {
    return R"({"type": "add_card", "column": "works", "text": ")" + std::string(size, 'x') + "\"}";
  };
  CHECK(refused_in(collect, card(500)).empty());
  CHECK(refused_in(collect, card(501)) == "too_long 500");
  CHECK(refused_in(collect, R"({"type": "add_card", "column": "works", "text": null})") ==
        "malformed /do/command/text");
  auto const column =
      R"({"type": "add_card", "text": "x", "column": ")" + std::string(65, 'x') + "\"}";
  CHECK(refused_in(collect, column) == "too_long 64");
  auto const note = [](std::size_t size) {
    return R"({"type": "write_note", "topic": "1-1", "version": 0, "text": ")" +
           std::string(size, 'x') + "\"}";
  };
  CHECK(refused_in(discuss, note(2000)).empty());
  CHECK(refused_in(discuss, note(2001)) == "too_long 2000");
  std::string cards = R"({"type": "create_theme", "cards": ["1-1")";
  for (int i = 0; i < 199; ++i) cards += ", \"1-1\"";
  CHECK(refused_in(group, cards + "]}").empty());
  CHECK(refused_in(group, cards + ", \"1-1\"]}") == "too_many_items 200");
  CHECK(refused_in(group, R"({"type": "create_theme", "cards": ["1-1", "x"]})") ==
        "malformed /do/command/cards/1");
  CHECK(refused_in(check_out, R"({"type": "answer", "statements": [1, null, 3000000000]})") ==
        "malformed /do/command/statements/2");
}

TEST_CASE("frames: answers as they are written") {
  welcome hi{.you = participant_id{7},
             .as = role::participant,
             .epoch = "9f2c",
             .seq = 420,
             .recovered = true,
             .build = "1.4.0",
             .now = time_point(milliseconds(1'795'428'000'123))};
  CHECK(*write_welcome(hi) ==
        R"({"welcome":{"you":"p7","role":"participant","epoch":"9f2c","seq":420,"recovered":true,)"
        R"("build":"1.4.0","now":"2026-11-23T10:00:00.123Z"}})");
  CHECK(*write_pong(17) == R"({"pong":17})");
  CHECK(*write_done({"01J"}, 421) == R"({"done":{"id":"01J","seq":421}})");
  CHECK(*write_refused(command_id{"01J"}, {"too_long", "500"}, "Te \"lang\"") ==
        R"({"refused":{"id":"01J","code":"too_long","message":"Te \"lang\"","detail":"500"}})");
  CHECK(*write_refused(std::nullopt, {"step_closed", ""}, "Dicht") ==
        R"({"refused":{"code":"step_closed","message":"Dicht"}})");
  CHECK(*write_closed(4501, "over") == R"({"closed":{"code":4501,"reason":"over"}})");
  CHECK(*write_presence({12, {{1}, {7}}, {{{7}, "3-12"}}}) ==
        R"({"notice":{"kind":"presence","connected":12,"people":["p1","p7"],)"
        R"("editing":[{"who":"p7","entry":"3-12"}]}})");
  CHECK(*write_presence({}) ==
        R"({"notice":{"kind":"presence","connected":0,"people":[],"editing":[]}})");
}

TEST_CASE("frames: views and patches hold the parts that are there") {
  CHECK(*write_view(3, "{}", "", "") == R"({"view":{"seq":3,"shared":{}}})");
  CHECK(*write_view(3, "{}", "{\"you\":1}", "{}") ==
        R"({"view":{"seq":3,"shared":{},"mine":{"you":1},"lead":{}}})");
  CHECK(*write_shared_patch(4, R"({"op":"remove","path":"/a"})") ==
        R"({"patch":{"seq":4,"shared":[{"op":"remove","path":"/a"}]}})");
  CHECK(*write_own_patch(4, "", R"({"op":"remove","path":"/a"})") ==
        R"({"patch":{"seq":4,"lead":[{"op":"remove","path":"/a"}]}})");
}
