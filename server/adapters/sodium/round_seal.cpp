#include "adapters/sodium/round_seal.hpp"

#include "domain/ensure.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

namespace viab::adapters {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t length_bytes = 4;

using key_bytes = std::array<unsigned char, 32>;
static_assert(crypto_auth_hmacsha256_KEYBYTES == 32 && crypto_auth_hmacsha256_BYTES == 32);
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == 32 && round_key_bytes == 32);

unsigned char const* bytes(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}
unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

key_bytes hmac(unsigned char const* key, std::string_view text) {
  key_bytes out;
  crypto_auth_hmacsha256(out.data(), bytes(text), text.size(), key);
  return out;
}

// Text that held a ballot is wiped before its memory is given back.
class wiped_text {
public:
  explicit wiped_text(std::size_t size) : text(size, '\0') {}
  ~wiped_text() { sodium_memzero(text.data(), text.size()); }
  wiped_text(wiped_text const&) = delete;
  wiped_text& operator=(wiped_text const&) = delete;
  std::string text;
};

class sodium_seal : public ports::round_seal {
public:
  explicit sodium_seal(std::string_view key)
      : naming_(hmac(bytes(key), "pseudonym")), sealing_(hmac(bytes(key), "ballot")) {}
  ~sodium_seal() override {
    sodium_memzero(naming_.data(), naming_.size());
    sodium_memzero(sealing_.data(), sealing_.size());
  }
  sodium_seal(sodium_seal const&) = delete;
  sodium_seal& operator=(sodium_seal const&) = delete;

  ballot_key pseudonym(std::string_view who) const override {
    auto const mac = hmac(naming_.data(), who);
    std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text;
    sodium_bin2base64(text.data(), text.size(), mac.data(), mac.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return ballot_key{text.data()};
  }

  std::string seal(std::string_view plain, std::size_t padded_to) const override {
    VIAB_ENSURE(plain.size() <= padded_to && padded_to <= UINT32_MAX);
    wiped_text padded(length_bytes + padded_to);
    for (std::size_t i = 0; i < length_bytes; ++i) {
      padded.text[i] = static_cast<char>((plain.size() >> (8 * i)) & 0xff);
    }
    std::copy(plain.begin(), plain.end(), padded.text.begin() + length_bytes);
    std::string sealed(nonce_bytes + padded.text.size() + tag_bytes, '\0');
    randombytes_buf(sealed.data(), nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes(sealed) + nonce_bytes, nullptr, bytes(padded.text), padded.text.size(), nullptr, 0,
        nullptr, bytes(sealed), sealing_.data());
    return sealed;
  }

  std::optional<std::string> open(std::string_view sealed) const override {
    if (sealed.size() < nonce_bytes + tag_bytes + length_bytes) return std::nullopt;
    auto const nonce = bytes(sealed);
    auto const body = sealed.substr(nonce_bytes);
    wiped_text padded(body.size() - tag_bytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(padded.text), nullptr, nullptr,
                                                   bytes(body), body.size(), nullptr, 0, nonce,
                                                   sealing_.data()) != 0) {
      return std::nullopt;
    }
    std::size_t size = 0;
    for (std::size_t i = 0; i < length_bytes; ++i) {
      size |= static_cast<std::size_t>(static_cast<unsigned char>(padded.text[i])) << (8 * i);
    }
    if (size > padded.text.size() - length_bytes) return std::nullopt;
    return padded.text.substr(length_bytes, size);
  }

private:
  key_bytes naming_;
  key_bytes sealing_;
};

}  // namespace

std::shared_ptr<ports::round_seal const> make_round_seal(std::string_view key) {
  VIAB_ENSURE(key.size() == round_key_bytes);
  VIAB_ENSURE(sodium_init() >= 0);
  return std::make_shared<sodium_seal>(key);
}

}  // namespace viab::adapters
