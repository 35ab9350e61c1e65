// Codes of authenticator apps: the vectors of RFC 4226 and RFC 6238, drift, and codes that were
// used.
#include "totp/totp.hpp"
#include "adapters/memory/seeded_dice.hpp"
#include "adapters/openssl/openssl_keyed_hash.hpp"
#include "adapters/system/system_dice.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <set>

using namespace viab;
using namespace viab::totp;

namespace {

adapters::openssl_keyed_hash const hash;
std::string const rfc_secret = "12345678901234567890";

time_point at(std::int64_t seconds) { return time_point(std::chrono::seconds(seconds)); }

}  // namespace

TEST_CASE("HMAC-SHA-1: a vector of RFC 2202") {
  auto const mac = hash.hmac_sha1("Jefe", "what do ya want for nothing?");
  CHECK(mac[0] == 0xef);
  CHECK(mac[1] == 0xfc);
  CHECK(mac[19] == 0x79);
}

TEST_CASE("the counters of RFC 4226") {
  std::vector<std::string> const codes{"755224", "287082", "359152", "969429", "338314",
                                       "254676", "287922", "162583", "399871", "520489"};
  for (std::size_t i = 0; i < codes.size(); ++i) {
    CHECK(code_at(hash, rfc_secret, static_cast<step>(i)) == codes[i]);
  }
}

TEST_CASE("the times of RFC 6238, their last six digits") {
  std::pair<std::int64_t, char const*> const vectors[] = {
      {59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
      {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (auto const& [seconds, code] : vectors) {
    CHECK(code_at(hash, rfc_secret, step_at(at(seconds))) == code);
    CHECK(accepted_step(hash, rfc_secret, code, at(seconds), {}) == step_at(at(seconds)));
  }
}

TEST_CASE("one step before and after count, two do not") {
  auto const now = at(1'800'000'000);
  auto const here = step_at(now);
  for (step away = -3; away <= 3; ++away) {
    INFO(away);
    auto const accepted =
        accepted_step(hash, rfc_secret, code_at(hash, rfc_secret, here + away), now, {});
    CHECK(accepted.has_value() == (away >= -1 && away <= 1));
    if (accepted) CHECK(*accepted == here + away);
  }
}

TEST_CASE("a code works once, and no older one after it") {
  auto const now = at(1'800'000'000);
  auto const here = step_at(now);
  auto const code = code_at(hash, rfc_secret, here);
  auto const used = accepted_step(hash, rfc_secret, code, now, {});
  REQUIRE(used);
  CHECK_FALSE(accepted_step(hash, rfc_secret, code, now, used));
  CHECK_FALSE(accepted_step(hash, rfc_secret, code, now + std::chrono::seconds(30), used));
  CHECK_FALSE(accepted_step(hash, rfc_secret, code_at(hash, rfc_secret, here - 1), now, used));
  CHECK(accepted_step(hash, rfc_secret, code_at(hash, rfc_secret, here + 1), now, used));
}

TEST_CASE("what is no code is none") {
  auto const now = at(59);
  CHECK(accepted_step(hash, rfc_secret, "287 082", now, {}));
  CHECK(accepted_step(hash, rfc_secret, " 287082 ", now, {}));
  for (auto const* typed : {"", "28708", "2870820", "287083", "02870820", "28708x", "94287082",
                            "287082                         "}) {
    INFO(typed);
    CHECK_FALSE(accepted_step(hash, rfc_secret, typed, now, {}));
  }
  CHECK_FALSE(accepted_step(hash, "12345678901234567891", "287082", now, {}));
}

TEST_CASE("the code of any secret and moment is accepted then") {
  CHECK(rc::check([] {
    auto const secret = *rc::gen::container<std::string>(secret_bytes, rc::gen::arbitrary<char>());
    auto const now = at(*rc::gen::inRange<std::int64_t>(0, 5'000'000'000));
    auto const code = code_at(hash, secret, step_at(now));
    RC_ASSERT(code.size() == 6U);
    RC_ASSERT(accepted_step(hash, secret, code, now, {}).has_value());
  }));
}

TEST_CASE("secrets are random, and shown as apps read them") {
  adapters::system_dice dice;
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    auto const secret = make_secret(dice);
    CHECK(secret.size() == secret_bytes);
    seen.insert(secret);
  }
  CHECK(seen.size() == 100);
  adapters::seeded_dice seeded;
  CHECK(make_secret(seeded).size() == secret_bytes);
  CHECK(shown_secret(rfc_secret) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
}

TEST_CASE("the address for an app") {
  CHECK(app_uri("Via B: gemeente Één", "ada+x@example.org", rfc_secret)
        == "otpauth://totp/Via%20B%20%20gemeente%20%C3%89%C3%A9n:ada%2Bx%40example.org"
           "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Via%20B%20%20gemeente%20%C3%89%C3%A9n"
           "&algorithm=SHA1&digits=6&period=30");
}
