// From a described C++ type to its shape on the wire.
#pragma once

#include "protocol/described.hpp"
#include "protocol/frame_rules.hpp"
#include "protocol/wire/model.hpp"

#include <limits>

namespace viab::protocol::wire {

// What the server sends holds every member; what it receives may leave some out and is checked.
enum class way : std::uint8_t { sent, received };

template <class T>
constexpr std::string_view compilers_word() {
  return __PRETTY_FUNCTION__;
}

// Says of which kind or command a struct is: {"type": "add_card"}.
struct tag {
  std::string key;
  std::string value;
};

template <class T>
shape shape_of(model& all, way direction, int longest_string = 0);

template <class T>
shape describe_struct(model& all, way direction, std::vector<tag> const& tags = {}) {
  auto const name = wire_name(compilers_word<T>());
  if (!all.claim(name)) return reference(name);
  definition made{.name = name, .is_struct = true, .closed = direction == way::received};
  for (auto const& one : tags) made.fields.push_back({one.key, literal(one.value)});
  for_each_member<T>([&](auto d) {
    using D = decltype(d);
    using Member = member_type<D>;
    if (direction == way::received && filled_by_host<D::pointer>) return;
    bool const absent = may_be_absent<Member> || has_default<D::pointer>;
    auto is = shape_of<Member>(all, direction, longest<D::pointer>);
    made.fields.push_back({D::name, std::move(is), direction == way::sent || !absent});
  });
  all.define(std::move(made));
  return reference(name);
}

template <class T>
shape shape_of_id(model& all) {
  auto const name = wire_name(compilers_word<T>());
  std::string pattern = "^[A-Za-z0-9_.:-]{1,64}$";
  if constexpr (std::is_same_v<T, participant_id>) pattern = "^p[0-9]{1,10}$";
  if constexpr (std::is_same_v<T, item_id>) pattern = "^[0-9]{1,5}-[0-9]{1,10}$";
  if constexpr (std::is_same_v<T, draft_id>) pattern = "^d[0-9]{1,10}$";
  return alias(all, name, shape{.as = form::pattern, .name = pattern});
}

template <class E>
shape shape_of_enum(model& all) {
  shape words = simple(form::words);
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto d) { words.words.emplace_back(d.name); });
  return alias(all, wire_name(compilers_word<E>()), std::move(words));
}

template <class T>
shape shape_of_text(way direction) {
  shape text{.as = form::text, .least = 1, .most = T::limit};
  if (direction == way::received) text.as = form::string;
  return text;
}

template <class T>
shape shape_of(model& all, way direction, int longest_string) {
  bool const received = direction == way::received;
  if constexpr (is_text<T>) {
    return shape_of_text<T>(direction);
  } else if constexpr (std::is_same_v<T, std::string>) {
    return shape{.as = form::string, .most = received ? longest_string : 0};
  } else if constexpr (is_text_id<T> || is_numbered_id<T>) {
    return shape_of_id<T>(all);
  } else if constexpr (is_described_enum<T>) {
    return shape_of_enum<T>(all);
  } else if constexpr (std::is_same_v<T, bool>) {
    return simple(form::yes_no);
  } else if constexpr (is_whole_number<T>) {
    using limits = std::numeric_limits<T>;
    return number(static_cast<std::int64_t>(limits::min()),
                  sizeof(T) < 8 ? static_cast<std::int64_t>(limits::max())
                                : std::numeric_limits<std::int64_t>::max());
  } else if constexpr (std::is_same_v<T, time_point>) {
    return simple(form::time);
  } else if constexpr (is_a<T, std::optional>) {
    auto of = shape_of<typename T::value_type>(all, direction, longest_string);
    return of.as == form::text ? of : nullable(std::move(of));
  } else if constexpr (is_a<T, std::vector>) {
    return list_of(shape_of<typename T::value_type>(all, direction, longest_string),
                   received ? most_entries : 0);
  } else if constexpr (is_a<T, std::map>) {
    return dictionary_of(shape_of<typename T::key_type>(all, direction, longest_string),
                         shape_of<typename T::mapped_type>(all, direction, longest_string));
  } else if constexpr (is_a<T, std::variant>) {
    return reference("step_settings");  // the only variant inside a view
  } else {
    return describe_struct<T>(all, direction);
  }
}

// Every alternative of `Commands` by its name, and `name` for any of them.
template <class Commands, class Wanted>
shape describe_commands(model& all, std::string const& name, Wanted wanted) {
  std::vector<shape> each;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Commands>>([&](auto of) {
    using Command = typename decltype(of)::type;
    if (!wanted(std::string_view(Command::name))) return;
    each.push_back(describe_struct<Command>(all, way::received, {{"type", Command::name}}));
  });
  return alias(all, name, one_of(std::move(each)));
}

}  // namespace viab::protocol::wire
