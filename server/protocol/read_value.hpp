// Reads described types from JSON, strictly; the first offence is kept with its path.
//
// In frames every member must be there, but for optional ones, lists, maps and what frame_rules.hpp
// names; texts are checked, strings have at most 64 characters unless frame_rules.hpp says
// otherwise, lists and maps at most 200 entries. In the store what is absent keeps its default, a
// text that is null was erased, and limits were checked when it was said. Unknown members are
// refused in both.
#pragma once

#include "domain/refusals.hpp"
#include "protocol/described.hpp"
#include "protocol/frame_rules.hpp"
#include "protocol/host_commands.hpp"
#include "protocol/json_access.hpp"
#include "protocol/reader.hpp"

#include <limits>

namespace viab::protocol {

// {"kind": "vote", …}
bool read_settings(reader&, nlohmann::json const&, steps::any_settings&);

template <class T>
bool read_value(reader& in, nlohmann::json const& from, T& into, int longest_string = most_string);

template <int N>
bool read_text(reader& in, nlohmann::json const& from, text<N>& into) {
  if (is_null(from) && !in.from_frame()) {
    into = text<N>::erased();
    return true;
  }
  auto const* raw = as_string(from);
  if (!raw) return in.malformed();
  if (!in.from_frame()) {
    into = text<N>::of(*raw);
    return true;
  }
  auto made = text<N>::make(*raw);
  if (!made) return in.refuse(made.why());
  into = std::move(*made);
  return true;
}

inline bool read_string(reader& in, nlohmann::json const& from, std::string& into, int most) {
  auto const* raw = as_string(from);
  if (!raw) return in.malformed();
  if (in.from_frame() && count_characters(*raw).value_or(0) > most) {
    return in.refuse(refusals::too_long(most));
  }
  into = *raw;
  return true;
}

template <class Id>
bool read_any_id(reader& in, std::string const& raw, Id& into) {
  if constexpr (is_text_id<Id>) {
    if (in.from_frame() && !valid_text_id(raw)) return in.malformed();
    into.value = raw;
    return true;
  } else if constexpr (is_numbered_id<Id>) {
    return read_id(raw, into) || in.malformed();
  } else {
    into = raw;
    return true;
  }
}

template <class T>
bool read_number(reader& in, nlohmann::json const& from, T& into) {
  using limits = std::numeric_limits<T>;
  auto const most = sizeof(T) < 8 ? static_cast<std::int64_t>(limits::max())
                                  : std::numeric_limits<std::int64_t>::max();
  auto const value = as_number(from, static_cast<std::int64_t>(limits::min()), most);
  if (!value) return in.malformed();
  into = static_cast<T>(*value);
  return true;
}

template <class T>
bool read_list(reader& in, nlohmann::json const& from, std::vector<T>& into, int longest_string) {
  if (!is_list(from)) return in.malformed();
  auto const size = size_of(from);
  if (in.from_frame() && size > most_entries) {
    return in.refuse(refusals::too_many_items(most_entries));
  }
  into.clear();
  into.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    in.enter(i);
    if (!read_value(in, entry_of(from, i), into[i], longest_string)) return false;
    in.leave();
  }
  return true;
}

template <class Key, class T>
bool read_map(reader& in, nlohmann::json const& from, std::map<Key, T>& into) {
  if (!is_object(from)) return in.malformed();
  if (in.from_frame() && size_of(from) > most_entries) {
    return in.refuse(refusals::too_many_items(most_entries));
  }
  into.clear();
  return each_member(from, [&](std::string const& name, nlohmann::json const& one) {
    in.enter(name);
    Key key;
    if (!read_any_id(in, name, key) || !read_value(in, one, into[key])) return false;
    in.leave();
    return true;
  });
}

// An erased text is something, nothing is absent.
template <class T>
bool read_optional(reader& in, nlohmann::json const& from, std::optional<T>& into, int longest) {
  bool const erased = is_text<T> && !in.from_frame();
  if (is_null(from) && !erased) {
    into.reset();
    return true;
  }
  return read_value(in, from, into.emplace(), longest);
}

template <class T>
std::vector<std::string_view> names_of(reader const& in) {
  std::vector<std::string_view> names;
  for_each_member<T>([&](auto d) {
    if (!in.from_frame() || !filled_by_host<d.pointer>) names.push_back(d.name);
  });
  return names;
}

// One member; `found` counts those that are there.
template <class D, class T>
bool read_member(reader& in, nlohmann::json const& from, T& into, std::size_t& found) {
  if (in.from_frame() && filled_by_host<D::pointer>) return true;
  auto const* there = find_member(from, D::name);
  if (!there) {
    constexpr bool optional = may_be_absent<member_type<D>> || has_default<D::pointer>;
    return optional || !in.from_frame() || in.malformed(D::name);
  }
  ++found;
  in.enter(std::string_view(D::name));
  if (!read_value(in, *there, into.*D::pointer, longest<D::pointer>)) return false;
  in.leave();
  return true;
}

// `tag` is a member that was read before: "type" or "kind".
template <class T>
bool read_members(reader& in, nlohmann::json const& from, T& into, char const* tag = nullptr) {
  if (!is_object(from)) return in.malformed();
  std::size_t found = tag ? 1 : 0;
  bool good = true;
  for_each_member<T>(
      [&](auto d) { good = good && read_member<decltype(d)>(in, from, into, found); });
  if (!good) return false;
  if (found == size_of(from)) return true;
  auto known = names_of<T>(in);
  if (tag) known.emplace_back(tag);
  return in.unknown_member(from, known);
}

template <class T>
bool read_value(reader& in, nlohmann::json const& from, T& into, int longest_string) {
  if constexpr (is_text<T>) {
    return read_text(in, from, into);
  } else if constexpr (std::is_same_v<T, std::string>) {
    return read_string(in, from, into, longest_string);
  } else if constexpr (is_text_id<T> || is_numbered_id<T>) {
    auto const* raw = as_string(from);
    return raw ? read_any_id(in, *raw, into) : in.malformed();
  } else if constexpr (is_described_enum<T>) {
    auto const* raw = as_string(from);
    auto const value = raw ? from_word<T>(*raw) : std::nullopt;
    if (value) into = *value;
    return value || in.malformed();
  } else if constexpr (std::is_same_v<T, bool>) {
    auto const value = as_bool(from);
    into = value.value_or(false);
    return value || in.malformed();
  } else if constexpr (is_whole_number<T>) {
    return read_number(in, from, into);
  } else if constexpr (std::is_same_v<T, time_point>) {
    auto const* raw = as_string(from);
    auto const value = raw ? read_time(*raw) : std::nullopt;
    if (value) into = *value;
    return value || in.malformed();
  } else if constexpr (std::is_same_v<T, milliseconds>) {
    milliseconds::rep count = 0;
    if (!read_number(in, from, count)) return false;
    into = milliseconds(count);
    return true;
  } else if constexpr (is_a<T, std::optional>) {
    return read_optional(in, from, into, longest_string);
  } else if constexpr (is_a<T, std::vector>) {
    return read_list(in, from, into, longest_string);
  } else if constexpr (is_a<T, std::map>) {
    return read_map(in, from, into);
  } else if constexpr (std::is_same_v<T, steps::any_settings>) {
    return read_settings(in, from, into);
  } else {
    return read_members(in, from, into);
  }
}

// The alternative of `Variant` whose name is `name`; nothing (but false) when there is none.
template <class Variant, class Read>
bool with_alternative(std::string_view name, Read read) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    bool good = false;
    auto const one = [&](auto alternative) {
      using Alternative = typename decltype(alternative)::type;
      if (name != std::string_view(Alternative::name)) return false;
      good = read(alternative);
      return true;
    };
    (one(std::type_identity<std::variant_alternative_t<I, Variant>>{}) || ...);
    return good;
  }(std::make_index_sequence<std::variant_size_v<Variant>>{});
}

// {"type": "add_card", …}; from frames nothing that only the host says.
template <class Command>
bool read_command(reader& in, nlohmann::json const& from, Command& into) {
  if (!is_object(from)) return in.malformed();
  auto const* type = find_member(from, "type");
  auto const* name = type ? as_string(*type) : nullptr;
  if (!name || (in.from_frame() && is_host_command(*name))) return in.malformed("type");
  return with_alternative<Command>(
             *name,
             [&](auto alternative) {
               typename decltype(alternative)::type one;
               if (!read_members(in, from, one, "type")) return false;
               into = std::move(one);
               return true;
             }) ||
         in.malformed("type");
}

}  // namespace viab::protocol
