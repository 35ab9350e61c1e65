// Recovery codes: each works once, however it is typed, and nothing of it is kept.
#include "totp/recovery_codes.hpp"
#include "adapters/sodium/sha256_fingerprint.hpp"
#include "adapters/system/system_dice.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <set>

using namespace viab;
using namespace viab::totp;

namespace {

adapters::sha256_fingerprint const prints;

recovery_codes make() {
  adapters::system_dice dice;
  return make_recovery_codes(dice, prints);
}

}  // namespace

TEST_CASE("ten codes of 24 characters in groups of six, none like another") {
  auto const codes = make();
  CHECK(codes.shown.size() == 10);
  CHECK(codes.hashes.size() == 10);
  for (auto const& code : codes.shown) {
    CHECK(code.size() == 27);
    CHECK(code.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ-") == std::string::npos);
    CHECK(code[6] == '-');
  }
  auto const again = make();
  std::set<std::string> all(codes.shown.begin(), codes.shown.end());
  all.insert(again.shown.begin(), again.shown.end());
  CHECK(all.size() == 20);
}

TEST_CASE("what is stored is a hash, and holds no part of a code") {
  auto const codes = make();
  for (auto const& hash : codes.hashes) {
    CHECK(hash.size() == 64);
    CHECK(hash.find_first_not_of("0123456789abcdef") == std::string::npos);
  }
}

TEST_CASE("a code works once and leaves the others") {
  auto const codes = make();
  auto left = after_using(codes.hashes, codes.shown[3], prints);
  REQUIRE(left);
  CHECK(left->size() == 9);
  CHECK_FALSE(after_using(*left, codes.shown[3], prints));
  for (auto const& other : codes.shown) {
    if (other == codes.shown[3]) continue;
    left = after_using(*left, other, prints);
    REQUIRE(left);
  }
  CHECK(left->empty());
  CHECK_FALSE(after_using(*left, codes.shown[0], prints));
}

TEST_CASE("small letters, spaces and look-alikes are fine, other codes are not") {
  auto const codes = make();
  std::string typed = " ";
  for (char const c : codes.shown[0]) {
    if (c == '-')
      typed += ' ';
    else if (c == '0')
      typed += 'o';
    else if (c == '1')
      typed += 'l';
    else
      typed += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  CHECK(after_using(codes.hashes, typed, prints));
  CHECK_FALSE(after_using(codes.hashes, "", prints));
  CHECK_FALSE(after_using(codes.hashes, codes.hashes[0], prints));
  CHECK_FALSE(after_using(codes.hashes, codes.shown[0].substr(0, 26), prints));
  CHECK_FALSE(after_using(codes.hashes, codes.shown[0] + std::string(99, ' '), prints));
}
