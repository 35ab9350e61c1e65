#include "protocol/frames.hpp"
#include "protocol/json.hpp"
#include "protocol/reader.hpp"
#include "protocol/write_value.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

using namespace viab;
using namespace viab::protocol;
using nlohmann::json;

namespace {

std::string why_not(std::string_view text) {
  auto const read = parse_untrusted(text);
  return read ? "" : read.why().code + " " + read.why().detail;
}

std::string repeated(std::string_view what, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += what;
  return all;
}

// A surrogate is no character; it becomes an x.
std::string utf8_of(std::uint32_t code) {
  auto const byte = [](std::uint32_t value) { return static_cast<char>(value); };
  auto const later = [&](int shift) { return byte(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | (code >> 6)), later(0)};
  if (code >= 0xD800 && code < 0xE000) return "x";
  if (code < 0x10000) return {byte(0xE0 | (code >> 12)), later(6), later(0)};
  return {byte(0xF0 | (code >> 18)), later(12), later(6), later(0)};
}

}  // namespace

TEST_CASE("json: what is well-formed is read as it stands") {
  auto const read = parse_untrusted(R"({"a": [1, -2, 2.5, true, null, "é"], "b": {}})");
  REQUIRE(read);
  CHECK(*read == json::parse(R"({"a": [1, -2, 2.5, true, null, "é"], "b": {}})"));
}

TEST_CASE("json: depth ends at 32") {
  CHECK(why_not(repeated("[", 32) + repeated("]", 32)).empty());
  CHECK(why_not(repeated("[", 33) + repeated("]", 33)) == "malformed " + repeated("/0", 32));
  CHECK_FALSE(why_not(repeated("[", 200'000)).empty());
  CHECK_FALSE(why_not(repeated("{\"a\":", 200'000)).empty());
}

TEST_CASE("json: a key that is there twice is refused, with its path") {
  CHECK(why_not(R"({"a": {"b": 1, "b": 2}})") == "malformed /a/b");
  CHECK(why_not(R"([{}, {"x/y~z": 1, "x/y~z": 1}])") == "malformed /1/x~1y~0z");
}

TEST_CASE("json: no numbers without end, no invalid UTF-8, nothing after the end") {
  CHECK_FALSE(why_not("[1e999]").empty());
  CHECK_FALSE(why_not("[NaN]").empty());
  CHECK_FALSE(why_not("[-Infinity]").empty());
  CHECK_FALSE(why_not("[\"\xC3\x28\"]").empty());
  CHECK_FALSE(why_not("[\"\xED\xA0\x80\"]").empty());
  CHECK_FALSE(why_not(R"(["\ud800"])").empty());
  CHECK_FALSE(why_not("{} {}").empty());
  CHECK_FALSE(why_not("{} x").empty());
  CHECK_FALSE(why_not("").empty());
  CHECK_FALSE(why_not("{\"a\": 1,}").empty());
  CHECK_FALSE(why_not("[1] // told you").empty());
}

TEST_CASE("json: a path in an answer is short and of whole characters") {
  auto const name = repeated("\xE2\x82\xAC", 1000);
  auto const why = why_not("{\"" + name + "\": {\"a\": 1, \"a\": 2}}");
  CHECK(why.size() <= 10 + 200);
  CHECK(count_characters(why));
}

TEST_CASE("json: whatever bytes come, the answer is a document or a refusal") {
  CHECK(rc::check([] {
    auto const byte = rc::gen::oneOf(rc::gen::elementOf(std::string("{}[]\",:01.e- \\untrfalse")),
                                     rc::gen::arbitrary<char>());
    auto const text = *rc::gen::container<std::string>(byte);
    if (parse_untrusted(text)) RC_ASSERT(json::accept(text));
  }));
  CHECK(rc::check([](std::vector<std::map<std::uint16_t, std::vector<int>>> const& some) {
    auto document = json::array();
    for (auto const& one : some) {
      auto& object = document.emplace_back(json::object());
      for (auto const& [name, numbers] : one) object[std::to_string(name) + "/~"] = numbers;
    }
    auto const text = document.dump();
    auto const read = parse_untrusted(text);
    RC_ASSERT(read.ok());
    RC_ASSERT(*read == json::parse(text));
  }));
}

TEST_CASE("json: strings are written so that they are read back") {
  CHECK(rc::check([](std::vector<std::uint32_t> const& wild) {
    std::string text;
    for (auto const one : wild) text += utf8_of(one % 3 == 0 ? one % 0x80 : one % 0x11'0000);
    std::string out;
    append_quoted(out, text);
    RC_ASSERT(json::parse(out).get<std::string>() == text);
  }));
}

TEST_CASE("json: times are UTC with milliseconds, and nothing else") {
  auto const when = time_point(milliseconds(1'795'428'000'123));
  CHECK(write_time(when) == "2026-11-23T10:00:00.123Z");
  CHECK(read_time("2026-11-23T10:00:00.123Z") == when);
  CHECK(write_time(time_point{}) == "1970-01-01T00:00:00.000Z");
  CHECK(write_time(time_point::max()) == "9999-12-31T23:59:59.999Z");
  for (auto const* bad : {"", "2026-11-23", "2026-11-23T10:00:00Z", "2026-02-30T10:00:00.000Z",
                          "2026-11-23T24:00:00.000Z", "2026-11-23T10:60:00.000Z",
                          "2026-11-23 10:00:00.123Z", "2026-11-23T10:00:00.123+01:00"}) {
    CHECK_FALSE(read_time(bad));
  }
  CHECK(rc::check([] {
    auto const any = time_point(milliseconds(*rc::gen::inRange<std::int64_t>(
        -62'167'219'200'000, 253'402'300'800'000)));
    RC_ASSERT(read_time(write_time(any)) == any);
  }));
}

TEST_CASE("json: an id has one spelling") {
  item_id item;
  CHECK(read_id("3-12", item));
  CHECK(item == item_id{3, 12});
  for (auto const* bad : {"", "3", "3-", "-12", "03-12", "3-012", "3-12 ", "+3-12", "3--1", "3-1-2",
                          "70000-1", "3-5000000000", "p3"}) {
    CHECK_FALSE(read_id(bad, item));
  }
  participant_id who;
  CHECK(read_id("p7", who));
  CHECK(who.number == 7);
  for (auto const* bad : {"", "p", "7", "P7", "p07", "p-7", "p7.0", "p99999999999"}) {
    CHECK_FALSE(read_id(bad, who));
  }
  draft_id draft;
  CHECK(read_id("d0", draft));
  CHECK_FALSE(read_id("p0", draft));
}
