// The vectors of RFC 4648, and that one text stands for one row of bytes.
#include "domain/encoding.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace viab;

TEST_CASE("the vectors of RFC 4648") {
  CHECK(to_base64("") == "");
  CHECK(to_base64("f") == "Zg==");
  CHECK(to_base64("fo") == "Zm8=");
  CHECK(to_base64("foobar") == "Zm9vYmFy");
  CHECK(to_base64url("\xfb\xff") == "-_8");
  CHECK(to_base64("\xfb\xff") == "+/8=");
  CHECK(to_base32("foobar", base32_alphabet) == "MZXW6YTBOI");
  CHECK(to_base32("f", base32_alphabet) == "MY");
  CHECK(from_hex("00ff7f") == std::string("\x00\xff\x7f", 3));
}

TEST_CASE("bytes come back as they were") {
  CHECK(rc::check([](std::string const& bytes) {
    RC_ASSERT(from_base64url(to_base64url(bytes)) == bytes);
    RC_ASSERT(from_base32(to_base32(bytes, base32_alphabet), base32_alphabet) == bytes);
  }));
}

TEST_CASE("no other text is read as the same bytes") {
  CHECK(rc::check([] {
    auto const text =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("AQgw_-9z=+ ")));
    auto const bytes = from_base64url(text);
    if (bytes) RC_ASSERT(to_base64url(*bytes) == text);
  }));
  for (auto const* text : {"A", "AB", "Zg==", "Zh", "Z g", "+/8", "AAAAA"}) {
    INFO(text);
    CHECK_FALSE(from_base64url(text));
  }
  CHECK_FALSE(from_hex("0"));
  CHECK_FALSE(from_hex("0G"));
  CHECK_FALSE(from_hex("FF"));
  CHECK_FALSE(from_base32("MZ", base32_alphabet));
}

TEST_CASE("texts are compared to their ends") {
  CHECK(equal_in_constant_time("", ""));
  CHECK(equal_in_constant_time("123456", "123456"));
  CHECK_FALSE(equal_in_constant_time("123456", "123457"));
  CHECK_FALSE(equal_in_constant_time("023456", "123456"));
  CHECK_FALSE(equal_in_constant_time("12345", "123456"));
}
