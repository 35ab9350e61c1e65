// The one door for JSON: described structs in and out, strictly, with the path of any offence.
#pragma once

#include "domain/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace viab::protocol {

// Refuses (`malformed`, detail = path or reason) depth over 32, duplicate keys, numbers that are not
// finite, invalid UTF-8 and trailing text.
result<nlohmann::json> parse_untrusted(std::string_view text);

// Generic over described structs; instantiated for the types that protocol knows, in its .cpp files:
//   std::string write_json(T const&);
//   void append_json(std::string& out, T const&);
//   result<T> read_json<T>(nlohmann::json const&);   strict: unknown and missing fields refused
//   nlohmann::json schema_of<T>();                    JSON Schema draft-07

}  // namespace viab::protocol
