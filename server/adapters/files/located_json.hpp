// JSON in which every value knows the line that it stands on, so that a problem can be pointed at.
#pragma once

#include "adapters/files/content_problem.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::adapters {

enum class json_type : std::uint8_t { null, boolean, integer, fraction, text, list, object };

struct located_member;

struct located {
  json_type type = json_type::null;
  int line = 1;
  bool boolean = false;
  std::int64_t integer = 0;
  std::string text;
  std::vector<located> elements;        // of a list
  std::vector<located_member> members;  // of an object, in the order of the file

  located const* find(std::string_view key) const;
};

struct located_member {
  std::string key;
  int line = 1;
  located value;
};

inline constexpr int most_content_depth = 32;

// Nothing when the text is no JSON, nests deeper than `most_content_depth` or names a field twice;
// then `found` says where.
std::optional<located> parse_located(std::string_view text, findings& found);

// The value that a JSON pointer leads to, or the last one on the way there.
located const& nearest_to(located const& root, std::string_view pointer);

// "a list", "a whole number": for sentences about a wrong type.
std::string_view spoken(json_type);

}  // namespace viab::adapters
