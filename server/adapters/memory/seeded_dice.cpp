#include "adapters/memory/seeded_dice.hpp"

namespace viab::adapters {

std::string seeded_dice::letters(std::size_t count, std::string const& alphabet) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += alphabet[engine_() % alphabet.size()];
  return text;
}

std::string seeded_dice::token(std::size_t bytes) {
  static std::string const url_safe =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return letters((bytes * 4 + 2) / 3, url_safe);
}

std::string seeded_dice::join_code() { return letters(8, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"); }

}  // namespace viab::adapters
