// Signatures against the example of RFC 7515, keys that do not fit, and tokens that were changed.
#include "adapters/cjose/cjose_token_signatures.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace viab;
using ports::jws_algorithm;

namespace {

adapters::cjose_token_signatures const signatures;

// RFC 7515, appendix A.3.
std::string const rfc_key =
    R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
    R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})";
std::string const rfc_token =
    "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNv"
    "bS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQ"
    "xfKTUJqPP3-Kg6NU1Q";
// RFC 7515, appendix A.1: HS256, and its secret as a key.
std::string const shared_key =
    R"({"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUu)"
    R"(TwjAzZr1Z9CAow"})";
std::string const shared_token =
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0"
    "dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

}  // namespace

TEST_CASE("the example of RFC 7515 is opened by its key, with its algorithm") {
  CHECK(signatures.open(rfc_token, rfc_key, jws_algorithm::es256)
        == "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}");
  CHECK_FALSE(signatures.open(rfc_token, rfc_key, jws_algorithm::rs256));
  CHECK_FALSE(signatures.open(rfc_token, rfc_key, jws_algorithm::ps256));
}

TEST_CASE("S15: shared secrets and no signature at all open nothing") {
  for (auto const algorithm : {jws_algorithm::rs256, jws_algorithm::ps256, jws_algorithm::es256}) {
    CHECK_FALSE(signatures.open(shared_token, shared_key, algorithm));
    CHECK_FALSE(signatures.open(shared_token, rfc_key, algorithm));
    CHECK_FALSE(signatures.open("eyJhbGciOiJub25lIn0.e30.", rfc_key, algorithm));
    CHECK_FALSE(signatures.open("eyJhbGciOiJub25lIn0.e30.", shared_key, algorithm));
  }
  CHECK_THROWS_AS(signatures.public_part(shared_key), std::invalid_argument);
}

TEST_CASE("every character of a token counts") {
  for (std::size_t i = 0; i < rfc_token.size(); ++i) {
    auto changed = rfc_token;
    changed[i] = changed[i] == 'Z' ? 'Y' : 'Z';
    // The last character of a part may hold bits that lead nowhere; cjose reads over those, and the
    // reader of the header refuses them.
    bool const last = i + 1 == changed.size() || changed[i + 1] == '.';
    INFO(i);
    if (!last) CHECK_FALSE(signatures.open(changed, rfc_key, jws_algorithm::es256));
  }
  CHECK_FALSE(signatures.open(rfc_token.substr(0, 80), rfc_key, jws_algorithm::es256));
  CHECK_FALSE(signatures.open("", rfc_key, jws_algorithm::es256));
  CHECK_FALSE(signatures.open(rfc_token, "", jws_algorithm::es256));
  CHECK_FALSE(signatures.open(rfc_token, "{}", jws_algorithm::es256));
}

TEST_CASE("a key that was made signs, and its public part opens") {
  auto const key = signatures.make_key("ours");
  auto const published = signatures.public_part(key);
  CHECK(published.find("\"d\"") == std::string::npos);
  CHECK(published.find("ours") != std::string::npos);
  auto const token = signatures.sign("{\"a\":1}", key, jws_algorithm::es256);
  CHECK(signatures.open(token, published, jws_algorithm::es256) == "{\"a\":1}");
  CHECK_FALSE(signatures.open(token, rfc_key, jws_algorithm::es256));
  CHECK(signatures.make_key("ours") != key);
}

TEST_CASE("a key that cannot sign says so") {
  for (auto const& key : {rfc_key, shared_key, std::string("{}"), std::string()}) {
    CHECK_THROWS_AS(signatures.sign("{}", key, jws_algorithm::es256), std::invalid_argument);
  }
  CHECK_THROWS_AS(signatures.sign("{}", signatures.make_key("k"), jws_algorithm::rs256),
                  std::invalid_argument);
}
