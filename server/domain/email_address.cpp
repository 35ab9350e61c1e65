#include "domain/email_address.hpp"

#include <algorithm>

namespace viab {
namespace {

constexpr std::size_t longest = 254;
constexpr std::size_t longest_name = 64;
constexpr std::size_t longest_label = 63;

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_atom(char c) {
  return is_alnum(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

// Parts between dots, each of which `fits`; the number of them, or 0.
template <class Fits>
int parts(std::string_view text, Fits fits) {
  int count = 0;
  for (;;) {
    auto const dot = text.find('.');
    if (!fits(text.substr(0, dot))) return 0;
    ++count;
    if (dot == std::string_view::npos) return count;
    text.remove_prefix(dot + 1);
  }
}

bool is_name_part(std::string_view part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), is_atom);
}
bool is_label(std::string_view label) {
  return !label.empty() && label.size() <= longest_label && is_alnum(label.front())
         && is_alnum(label.back())
         && std::all_of(label.begin(), label.end(), [](char c) { return is_alnum(c) || c == '-'; });
}

bool is_address(std::string_view text) {
  auto const at = text.rfind('@');
  if (at == std::string_view::npos || text.size() > longest || at > longest_name) return false;
  return parts(text.substr(0, at), is_name_part) > 0 && parts(text.substr(at + 1), is_label) > 1;
}

}  // namespace

result<email_address> email_address::make(std::string_view typed) {
  while (typed.starts_with(' ')) typed.remove_prefix(1);
  while (typed.ends_with(' ')) typed.remove_suffix(1);
  if (!is_address(typed)) return refusal{"malformed", "email"};
  return email_address(std::string(typed));
}

}  // namespace viab
