// RFC 6902 operations, written one after the other.
#pragma once

#include "protocol/drawn_view.hpp"

#include <string_view>

namespace viab::protocol {

// `path` is a JSON pointer, unescaped as JSON; `value` is JSON.
void append_add(operations&, std::string_view path, std::string_view value);
void append_replace(operations&, std::string_view path, std::string_view value);
void append_remove(operations&, std::string_view path);

}  // namespace viab::protocol
