#include "totp/recovery_codes.hpp"

#include "domain/encoding.hpp"
#include "domain/ensure.hpp"

namespace viab::totp {
namespace {

constexpr std::size_t code_bytes = 15;  // 24 characters of five bits
constexpr std::size_t code_size = 24;
constexpr std::size_t group_size = 6;
constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::string grouped(std::string const& code) {
  std::string text;
  for (std::size_t i = 0; i < code.size(); i += group_size) {
    text += (i > 0 ? "-" : "") + code.substr(i, group_size);
  }
  return text;
}

std::string normalised(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    if (c != ' ' && c != '-') code += c;
  }
  return code;
}

}  // namespace

recovery_codes make_recovery_codes(ports::dice& dice, ports::fingerprint const& prints, int count) {
  recovery_codes back;
  for (int i = 0; i < count; ++i) {
    auto const bytes = from_base64url(dice.token(code_bytes));
    VIAB_ENSURE(bytes && bytes->size() == code_bytes);
    auto const code = to_base32(*bytes, crockford);
    back.shown.push_back(grouped(code));
    back.hashes.push_back(prints.of(code));
  }
  return back;
}

std::optional<std::vector<std::string>> after_using(std::vector<std::string> hashes,
                                                    std::string_view typed,
                                                    ports::fingerprint const& prints) {
  if (typed.size() > 4 * code_size) return std::nullopt;
  auto const wanted = prints.of(normalised(typed));
  auto const used =
      std::erase_if(hashes, [&](auto const& hash) { return equal_in_constant_time(hash, wanted); });
  if (used == 0) return std::nullopt;
  return hashes;
}

}  // namespace viab::totp
