// The one door for JSON: described structs in and out, strictly, with the path of any offence.
#pragma once

#include "domain/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace viab::protocol {

// Refuses (`malformed`, detail = path or reason) depth over 32, duplicate keys, numbers that are
// not finite, invalid UTF-8 and trailing text.
result<nlohmann::json> parse_untrusted(std::string_view text);

// These exist for session::format, session::outcome, item, items and agreement (documents.cpp).
//
// How a value is written, everywhere: ids as "p7", "3-12", "d7" or their text; enums as words;
// times as "2026-11-23T10:00:00.123Z"; durations as their number; maps as objects; settings with
// their kind, {"kind": "vote", …}; an erased text and an absent optional as null.
template <class T>
void append_json(std::string& out, T const&);
template <class T>
std::string write_json(T const& value) {
  std::string out;
  append_json(out, value);
  return out;
}

// Strict: unknown members and wrong types are `malformed` with the JSON pointer of the offence.
// What is absent keeps its default, and a text that is null was erased.
template <class T>
result<T> read_json(nlohmann::json const&);

}  // namespace viab::protocol
