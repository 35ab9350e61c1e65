// The seal against known answers, and the dice and clock of the machine.
#include "adapters/sodium/round_seal.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_dice.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace viab;

TEST_CASE("a pseudonym is an HMAC under a key made from the round's") {
  auto const seal = adapters::make_round_seal(std::string(32, '\x0b'));
  // python3: h = lambda k, t: hmac.new(k, t, "sha256").digest()
  //          base64.urlsafe_b64encode(h(h(b"\x0b" * 32, b"pseudonym"), b"p7")).rstrip(b"=")
  CHECK(seal->pseudonym("p7").value == "r0K5uc0HEBEbl54jdyw8TYroTkcjhEaPZkmx_3369is");
}

TEST_CASE("the same ballot is never sealed twice the same way") {
  auto const seal = adapters::make_round_seal(std::string(32, 'k'));
  CHECK(seal->seal("yes", 64) != seal->seal("yes", 64));
  CHECK(seal->seal("yes", 64).size() == 24 + 4 + 64 + 16);
}

TEST_CASE("a key has its length") {
  CHECK_THROWS(adapters::make_round_seal("short"));
}

TEST_CASE("tokens are URL-safe, long enough and never the same") {
  adapters::system_dice dice;
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    auto const token = dice.token(16);
    CHECK(token.size() == 22);
    CHECK(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789-_") == std::string::npos);
    seen.insert(token);
  }
  CHECK(seen.size() == 1000);
  CHECK(dice.token(32).size() == 43);
}

TEST_CASE("join codes use all of Crockford's 32 characters and no other") {
  adapters::system_dice dice;
  std::set<char> seen;
  for (int i = 0; i < 1000; ++i) {
    auto const code = dice.join_code();
    CHECK(code.size() == 8);
    seen.insert(code.begin(), code.end());
  }
  CHECK(std::string(seen.begin(), seen.end()) == "0123456789ABCDEFGHJKMNPQRSTVWXYZ");
}

TEST_CASE("the clock is that of the machine, in UTC") {
  adapters::system_clock clock;
  auto const before = std::chrono::system_clock::now() - std::chrono::milliseconds(1);
  auto const now = clock.now();
  CHECK(now >= before);
  CHECK(now <= std::chrono::system_clock::now());
}
