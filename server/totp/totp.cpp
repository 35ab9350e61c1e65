#include "totp/totp.hpp"

#include "domain/encoding.hpp"
#include "domain/ensure.hpp"

#include <algorithm>
#include <array>

namespace viab::totp {
namespace {

constexpr std::chrono::seconds step_length{30};
constexpr step drift = 1;
constexpr std::uint32_t codes = 1'000'000;
constexpr std::size_t digits = 6;

std::string uri_escaped(std::string_view text) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::string back;
  for (char c : text) {
    if (c == ':') c = ' ';  // it stands between issuer and account
    auto const byte = static_cast<unsigned char>(c);
    bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                       || c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      back += c;
    } else {
      back += '%';
      back += hex[byte >> 4];
      back += hex[byte & 15];
    }
  }
  return back;
}

}  // namespace

step step_at(time_point when) { return when.time_since_epoch() / step_length; }

std::string make_secret(ports::dice& dice) {
  // 21 bytes are a whole number of base64's groups, whatever dice write them.
  auto bytes = from_base64url(dice.token(secret_bytes + 1));
  VIAB_ENSURE(bytes && bytes->size() == secret_bytes + 1);
  bytes->resize(secret_bytes);
  return *bytes;
}

std::string shown_secret(std::string_view secret) {
  auto const text = to_base32(secret, base32_alphabet);
  std::string grouped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % 4 == 0) grouped += ' ';
    grouped += text[i];
  }
  return grouped;
}

std::string app_uri(std::string_view issuer, std::string_view account, std::string_view secret) {
  auto const by = uri_escaped(issuer);
  return "otpauth://totp/" + by + ':' + uri_escaped(account)
         + "?secret=" + to_base32(secret, base32_alphabet) + "&issuer=" + by
         + "&algorithm=SHA1&digits=6&period=30";
}

std::string code_at(ports::keyed_hash const& hash, std::string_view secret, step at) {
  std::array<char, 8> counter{};
  for (std::size_t i = 0; i < counter.size(); ++i) {
    counter[counter.size() - 1 - i] = static_cast<char>((at >> (8 * i)) & 0xff);
  }
  auto const mac = hash.hmac_sha1(secret, {counter.data(), counter.size()});
  auto const from = static_cast<std::size_t>(mac.back() & 0x0f);
  std::uint32_t number = mac[from] & 0x7fU;
  for (std::size_t i = 1; i < 4; ++i) number = (number << 8) | mac[from + i];
  auto code = std::to_string(number % codes);
  return std::string(digits - code.size(), '0') + code;
}

std::optional<step> accepted_step(ports::keyed_hash const& hash, std::string_view secret,
                                  std::string_view typed, time_point now,
                                  std::optional<step> last_used) {
  if (typed.size() > 4 * digits) return std::nullopt;
  std::string code(typed);
  std::erase(code, ' ');
  auto const here = step_at(now);
  std::optional<step> found;
  for (step at = std::max<step>(0, here - drift); at <= here + drift; ++at) {
    bool const same = equal_in_constant_time(code_at(hash, secret, at), code);
    if (same && (!last_used || at > *last_used)) found = at;
  }
  return found;
}

}  // namespace viab::totp
