// Writes described types as JSON, straight into a string: the hot path of every frame and event.
#pragma once

#include "protocol/described.hpp"
#include "protocol/frames.hpp"

#include <chrono>

namespace viab::protocol {

struct writer {
  std::string& out;
  // In the store an absent optional is left out, so that null can say of a text that it was erased.
  bool for_store = false;
};

void append_number(std::string& out, std::int64_t);
void append_quoted(std::string& out, std::string_view utf8);
void append_id(std::string& out, participant_id);
void append_id(std::string& out, item_id);
void append_id(std::string& out, draft_id);
void append_time(std::string& out, time_point);
// {"kind": "vote", …}
void write_settings(writer&, steps::any_settings const&);

template <class T>
void write_value(writer& to, T const& value);

template <class Key>
void write_key(std::string& out, Key const& key) {
  if constexpr (is_numbered_id<Key>) {
    out += '"';
    append_id(out, key);
    out += '"';
  } else if constexpr (is_text_id<Key>) {
    append_quoted(out, key.value);
  } else {
    append_quoted(out, key);
  }
}

// The members without the closing brace; `lead` is '{' before the first one.
template <class T>
void write_members(writer& to, T const& value, char& lead) {
  for_each_member<T>([&](auto d) {
    auto const& member = value.*d.pointer;
    if constexpr (is_a<std::remove_cvref_t<decltype(member)>, std::optional>) {
      if (to.for_store && !member) return;
    }
    to.out += lead;
    lead = ',';
    to.out += '"';
    to.out += d.name;
    to.out += "\":";
    write_value(to, member);
  });
}

template <class T>
void write_struct(writer& to, T const& value) {
  char lead = '{';
  write_members(to, value, lead);
  if (lead == '{') to.out += '{';
  to.out += '}';
}

// As write_struct, and says first what it is: {"type": "add_card", …}. `word` needs no escaping.
template <class T>
void write_tagged(writer& to, std::string_view key, std::string_view word, T const& value) {
  to.out += "{\"";
  to.out += key;
  to.out += "\":\"";
  to.out += word;
  to.out += '"';
  char lead = ',';
  write_members(to, value, lead);
  to.out += '}';
}

template <class List>
void write_list(writer& to, List const& list) {
  char lead = '[';
  for (auto const& one : list) {
    to.out += lead;
    lead = ',';
    write_value(to, static_cast<typename List::value_type const&>(one));
  }
  if (lead == '[') to.out += '[';
  to.out += ']';
}

template <class Map>
void write_map(writer& to, Map const& map) {
  char lead = '{';
  for (auto const& [key, one] : map) {
    to.out += lead;
    lead = ',';
    write_key(to.out, key);
    to.out += ':';
    write_value(to, one);
  }
  if (lead == '{') to.out += '{';
  to.out += '}';
}

template <class T>
void write_value(writer& to, T const& value) {
  if constexpr (is_text<T>) {
    if (value.redacted()) {
      to.out += "null";
    } else {
      append_quoted(to.out, value.value());
    }
  } else if constexpr (std::is_same_v<T, std::string> || is_text_id<T> || is_numbered_id<T>) {
    write_key(to.out, value);
  } else if constexpr (is_described_enum<T>) {
    to.out += '"';
    to.out += word_of(value);
    to.out += '"';
  } else if constexpr (std::is_same_v<T, bool>) {
    to.out += value ? "true" : "false";
  } else if constexpr (is_whole_number<T>) {
    append_number(to.out, static_cast<std::int64_t>(value));
  } else if constexpr (std::is_same_v<T, time_point>) {
    append_time(to.out, value);
  } else if constexpr (std::is_same_v<T, milliseconds>) {
    append_number(to.out, value.count());
  } else if constexpr (is_a<T, std::optional>) {
    if (value) {
      write_value(to, *value);
    } else {
      to.out += "null";
    }
  } else if constexpr (is_a<T, std::vector>) {
    write_list(to, value);
  } else if constexpr (is_a<T, std::map>) {
    write_map(to, value);
  } else if constexpr (std::is_same_v<T, steps::any_settings>) {
    write_settings(to, value);
  } else {
    write_struct(to, value);
  }
}

}  // namespace viab::protocol
