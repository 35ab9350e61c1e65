// The quick look and the strict reader must agree on every frame that the quick look takes.
#include "protocol/plain_command.hpp"

#include "protocol/json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace viab;
using namespace viab::protocol;

namespace {

std::string framed(std::string const& command) {
  return R"({"do":{"id":"0198c000-aaaa","step":"ideas","command":)" + command + "}}";
}

// With a space in front it is no longer plain, and read strictly.
std::optional<unread_command> strictly(std::string const& frame) {
  auto const read = read_client_frame(" " + frame);
  if (!read.frame) return std::nullopt;
  return std::get<unread_command>(*read.frame);
}

}  // namespace

TEST_CASE("plain commands are read as the strict reader reads them") {
  for (auto const* command : {R"({"type":"move_card","card":"3-1","theme":"3-9"})",
                              R"({"text":"Een kaart, met: tekens {} [].","type":"add_card"})",
                              R"({"a":0,"b":17,"c":true,"d":false,"e":null,"f":""})"}) {
    auto const plain = read_plain_command(framed(command));
    REQUIRE(plain);
    CHECK(plain->body == command);
    auto const strict = strictly(framed(command));
    REQUIRE(strict);
    CHECK(plain->id == strict->id);
    CHECK(plain->step == strict->step);
    CHECK(strictly(framed(plain->body))->body == strict->body);
    auto const object = read_plain_object(command);
    REQUIRE(object);
    CHECK((*object == *parse_untrusted(command)));
    CHECK((object->dump() == parse_untrusted(command)->dump()));
  }
}

TEST_CASE("what is not plain is left to the strict reader") {
  for (auto const* command :
       {"{}", R"({"a":1,"a":2})", R"({"a":01})", R"({"a":-1})", R"({"a":1.5})", R"({"a":"\n"})",
        R"({"a":"é"})", R"({"a":[1]})", R"({"a":{}})", R"({"a":1,})", R"({"a":1}})", R"({"a":1},)",
        R"({ "a":1})", R"({"a":1},"more":2)", R"({"a":"x)", "[]", "", R"({"a":tru})",
        R"({"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1})",
        R"({"a":1234567890123456})"}) {
    CHECK_FALSE(read_plain_command(framed(command)));
    CHECK_FALSE(read_plain_object(command));
  }
  CHECK_FALSE(read_plain_command(R"({"do":{"id":"short","step":"ideas","command":{"a":1}}})"));
  CHECK_FALSE(read_plain_command(R"({"do":{"id":"0198c000","step":"","command":{"a":1}}})"));
  CHECK_FALSE(read_plain_command(R"({"do":{"id":"0198c000","command":{"a":1}}})"));
  CHECK_FALSE(read_plain_command(framed(R"({"a":1})") + " "));
  CHECK_FALSE(read_plain_command(R"({"hello":{}})"));
}
