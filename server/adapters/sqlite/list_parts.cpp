#include "adapters/sqlite/list_parts.hpp"

#include "domain/encoding.hpp"

#include <algorithm>

namespace viab::adapters::sqlite {

place_in_list read_cursor(std::string const& after) {
  auto const text = from_base64url(after);
  if (!text) return {};
  auto const end = text->find('\n');
  if (end == std::string::npos) return {};
  return {text->substr(0, end), text->substr(end + 1)};
}

std::string write_cursor(place_in_list const& place) {
  return to_base64url(place.name + '\n' + place.id);
}

std::string like_pattern(std::string const& search) {
  std::string pattern = "%";
  for (char const c : search) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + '%';
}

int rows_wanted(ports::list_query const& query) { return std::clamp(query.most, 1, most_in_part); }

}  // namespace viab::adapters::sqlite
