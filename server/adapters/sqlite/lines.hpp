// A list of short texts in one column, one per line.
#pragma once

#include <string>
#include <vector>

namespace viab::adapters::sqlite {

inline std::string lines_of(std::vector<std::string> const& parts) {
  std::string all;
  for (auto const& part : parts) all += part + '\n';
  return all;
}

inline std::vector<std::string> parts_of(std::string const& lines) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (auto end = lines.find('\n'); end != std::string::npos; end = lines.find('\n', from)) {
    parts.push_back(lines.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

}  // namespace viab::adapters::sqlite
