#include "adapters/cjose/cjose_token_signatures.hpp"

#include <cjose/cjose.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace viab::adapters {
namespace {

using ports::jws_algorithm;

constexpr std::size_t least_rsa_bits = 2048;

struct release {
  void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
  void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
  void operator()(cjose_header_t* header) const { cjose_header_release(header); }
  void operator()(char* text) const { std::free(text); }
};
using key_handle = std::unique_ptr<cjose_jwk_t, release>;
using token_handle = std::unique_ptr<cjose_jws_t, release>;
using header_handle = std::unique_ptr<cjose_header_t, release>;
using text_handle = std::unique_ptr<char, release>;

char const* name(jws_algorithm algorithm) {
  switch (algorithm) {
    case jws_algorithm::rs256:
      return CJOSE_HDR_ALG_RS256;
    case jws_algorithm::ps256:
      return CJOSE_HDR_ALG_PS256;
    case jws_algorithm::es256:
      return CJOSE_HDR_ALG_ES256;
  }
  throw std::invalid_argument("no such algorithm");
}

key_handle read_key(std::string const& json) {
  cjose_err why{};
  return key_handle(cjose_jwk_import(json.data(), json.size(), &why));
}

// An algorithm goes with one kind of key. Without this a public RSA key could be taken for a
// secret.
bool fits(cjose_jwk_t const* key, jws_algorithm algorithm) {
  cjose_err why{};
  auto const kind = cjose_jwk_get_kty(key, &why);
  if (algorithm == jws_algorithm::es256) {
    return kind == CJOSE_JWK_KTY_EC && cjose_jwk_EC_get_curve(key, &why) == CJOSE_JWK_EC_P_256;
  }
  return kind == CJOSE_JWK_KTY_RSA && cjose_jwk_get_keysize(key, &why) >= least_rsa_bits;
}

bool has_secret(cjose_jwk_t const* key) {
  cjose_err why{};
  text_handle const with(cjose_jwk_to_json(key, true, &why));
  text_handle const without(cjose_jwk_to_json(key, false, &why));
  return with && without && std::strcmp(with.get(), without.get()) != 0;
}

}  // namespace

std::optional<std::string> cjose_token_signatures::open(std::string_view token,
                                                        std::string const& public_key,
                                                        jws_algorithm algorithm) const {
  cjose_err why{};
  auto const key = read_key(public_key);
  if (!key || !fits(key.get(), algorithm)) return std::nullopt;
  token_handle const read(cjose_jws_import(token.data(), token.size(), &why));
  if (!read) return std::nullopt;
  auto const* const named =
      cjose_header_get(cjose_jws_get_protected(read.get()), CJOSE_HDR_ALG, &why);
  if (named == nullptr || std::strcmp(named, name(algorithm)) != 0) return std::nullopt;
  if (!cjose_jws_verify(read.get(), key.get(), &why)) return std::nullopt;
  std::uint8_t* bytes = nullptr;  // belongs to the token
  std::size_t size = 0;
  if (!cjose_jws_get_plaintext(read.get(), &bytes, &size, &why)) return std::nullopt;
  return std::string(reinterpret_cast<char const*>(bytes), size);
}

std::string cjose_token_signatures::sign(std::string const& payload, std::string const& private_key,
                                         jws_algorithm algorithm) const {
  cjose_err why{};
  auto const key = read_key(private_key);
  if (!key || !fits(key.get(), algorithm) || !has_secret(key.get())) {
    throw std::invalid_argument("not a private key for this algorithm");
  }
  header_handle const header(cjose_header_new(&why));
  bool fine = header && cjose_header_set(header.get(), CJOSE_HDR_ALG, name(algorithm), &why)
              && cjose_header_set(header.get(), "typ", "JWT", &why);
  auto const* const kid = cjose_jwk_get_kid(key.get(), &why);
  if (fine && kid != nullptr) fine = cjose_header_set(header.get(), CJOSE_HDR_KID, kid, &why);
  if (!fine) throw std::runtime_error("cjose makes no header");
  token_handle const token(cjose_jws_sign(key.get(), header.get(),
                                          reinterpret_cast<std::uint8_t const*>(payload.data()),
                                          payload.size(), &why));
  char const* text = nullptr;  // belongs to the token
  if (!token || !cjose_jws_export(token.get(), &text, &why)) {
    throw std::runtime_error("cjose does not sign");
  }
  return text;
}

std::string cjose_token_signatures::public_part(std::string const& private_key) const {
  cjose_err why{};
  auto const key = read_key(private_key);
  if (!key || cjose_jwk_get_kty(key.get(), &why) == CJOSE_JWK_KTY_OCT) {
    throw std::invalid_argument("not a key of two parts");
  }
  text_handle const json(cjose_jwk_to_json(key.get(), false, &why));
  if (!json) throw std::runtime_error("cjose writes no key");
  return json.get();
}

std::string cjose_token_signatures::make_key(std::string const& kid) const {
  cjose_err why{};
  key_handle const key(cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &why));
  if (!key || !cjose_jwk_set_kid(key.get(), kid.data(), kid.size(), &why)) {
    throw std::runtime_error("cjose makes no key");
  }
  text_handle const json(cjose_jwk_to_json(key.get(), true, &why));
  if (!json) throw std::runtime_error("cjose writes no key");
  return json.get();
}

}  // namespace viab::adapters
