// A value of any described type, made from a stream of numbers: for round trips and golden files.
#pragma once

#include "protocol/described.hpp"
#include "steps/all.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string>

namespace viab::tests {

struct sampling {
  // A number from 0 up to, and not including, its argument.
  std::function<std::size_t(std::size_t)> below;
  bool complete = false;  // optional members are there, lists and maps have two entries
  bool erases = false;    // some texts were erased
  int depth = 0;
};

// What people might write, and what JSON might trip over.
inline std::string some_string(sampling& from) {
  static std::array<char const*, 8> const all{
      "bellen",        "Zeg \"ja\"",          "een\\twee",
      "regel\nregel",  "\xC3\xA9n \xE2\x82\xAC", "\xF0\x9F\x98\x80 lach",
      "/pad~naam",     "</script>"};
  return from.complete ? all[0] : all[from.below(all.size())];
}

template <class T>
T sample(sampling& from);

template <class T>
T sample_text(sampling& from) {
  if (from.erases && from.below(4) == 0) return T::erased();
  return T::of(some_string(from));
}

template <class Id>
Id sample_id(sampling& from) {
  Id id;
  if constexpr (protocol::is_text_id<Id>) {
    id.value = "id-" + std::to_string(from.below(1000));
  } else {
    id.number = static_cast<std::uint32_t>(from.below(1000) + 1);
    if constexpr (std::is_same_v<Id, item_id>) id.step = static_cast<std::uint16_t>(from.below(9));
  }
  return id;
}

template <class E>
E sample_enum(sampling& from) {
  using all = boost::describe::describe_enumerators<E>;
  auto const chosen = from.below(boost::mp11::mp_size<all>::value);
  E value{};
  std::size_t at = 0;
  boost::mp11::mp_for_each<all>([&](auto d) {
    if (at++ == chosen) value = d.value;
  });
  return value;
}

template <class T>
T sample_number(sampling& from) {
  using limits = std::numeric_limits<T>;
  switch (from.complete ? 9 : from.below(5)) {
    case 0: return 0;
    case 1: return limits::max();
    case 2: return limits::min();
    default: return static_cast<T>(from.below(100) + 1);
  }
}

inline std::size_t sample_size(sampling& from) {
  if (from.depth > 3) return 0;
  return from.complete ? 2 : from.below(4);
}

template <class Map>
Map sample_map(sampling& from) {
  Map map;
  for (auto left = sample_size(from); left > 0; --left) {
    auto key = sample<typename Map::key_type>(from);
    map.insert_or_assign(std::move(key), sample<typename Map::mapped_type>(from));
  }
  return map;
}

template <class List>
List sample_list(sampling& from) {
  List list;
  for (auto left = sample_size(from); left > 0; --left) {
    list.push_back(sample<typename List::value_type>(from));
  }
  return list;
}

template <class Variant>
Variant sample_any(sampling& from) {
  auto const chosen = from.below(std::variant_size_v<Variant>);
  return boost::mp11::mp_with_index<std::variant_size_v<Variant>>(chosen, [&](auto found) {
    constexpr std::size_t place = decltype(found)::value;
    return Variant(std::in_place_index<place>,
                   sample<std::variant_alternative_t<place, Variant>>(from));
  });
}

template <class T>
T sample_struct(sampling& from) {
  T made;
  ++from.depth;
  protocol::for_each_member<T>([&](auto d) {
    made.*d.pointer = sample<protocol::member_type<decltype(d)>>(from);
  });
  --from.depth;
  return made;
}

template <class T>
T sample(sampling& from) {
  using namespace protocol;
  if constexpr (is_text<T>) {
    return sample_text<T>(from);
  } else if constexpr (std::is_same_v<T, std::string>) {
    return some_string(from);
  } else if constexpr (is_text_id<T> || is_numbered_id<T>) {
    return sample_id<T>(from);
  } else if constexpr (is_described_enum<T>) {
    return sample_enum<T>(from);
  } else if constexpr (std::is_same_v<T, bool>) {
    return from.complete || from.below(2) == 0;
  } else if constexpr (is_whole_number<T>) {
    return sample_number<T>(from);
  } else if constexpr (std::is_same_v<T, time_point>) {
    auto const later = static_cast<std::int64_t>(from.below(1000));
    return time_point(milliseconds(1'795'600'800'123 + later));
  } else if constexpr (std::is_same_v<T, milliseconds>) {
    return milliseconds(static_cast<std::int64_t>(from.below(100'000)));
  } else if constexpr (is_a<T, std::optional>) {
    if (!from.complete && from.below(2) == 0) return std::nullopt;
    return sample<typename T::value_type>(from);
  } else if constexpr (is_a<T, std::vector>) {
    return sample_list<T>(from);
  } else if constexpr (is_a<T, std::map>) {
    return sample_map<T>(from);
  } else if constexpr (is_a<T, std::variant>) {
    return sample_any<T>(from);
  } else {
    return sample_struct<T>(from);
  }
}

}  // namespace viab::tests
