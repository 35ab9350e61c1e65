// What generic code asks of a described type: its members, its kind of value, its limits.
#pragma once

#include "domain/actor.hpp"
#include "domain/ids.hpp"
#include "domain/text.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <boost/pfr/tuple_size.hpp>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace viab::protocol {

// The members of a struct, in the order in which they are written.
template <class T>
struct described {
  using members = boost::describe::describe_members<T, boost::describe::mod_public>;
  static constexpr std::size_t count = boost::mp11::mp_size<members>::value;
  static_assert(count == boost::pfr::tuple_size_v<T>,
                "a member is missing in protocol/describe, or is there twice");
};

// Calls `f` with the descriptor of each member: D::name, D::pointer.
template <class T, class F>
void for_each_member(F&& f) {
  boost::mp11::mp_for_each<typename described<T>::members>(std::forward<F>(f));
}

template <class Member, class Owner>
Member member_behind(Member Owner::*);
template <class D>
using member_type = decltype(member_behind(D::pointer));

template <class T>
inline constexpr bool is_described_enum = boost::describe::has_describe_enumerators<T>::value;

template <class T, template <class...> class Of>
inline constexpr bool is_a = false;
template <template <class...> class Of, class... Ts>
inline constexpr bool is_a<Of<Ts...>, Of> = true;

template <class T>
inline constexpr bool is_text = false;
template <int N>
inline constexpr bool is_text<text<N>> = true;

template <class T>
inline constexpr bool is_text_id = false;
template <class Tag>
inline constexpr bool is_text_id<text_id<Tag>> = true;

template <class T>
inline constexpr bool is_numbered_id = std::is_same_v<T, participant_id> ||
                                       std::is_same_v<T, item_id> || std::is_same_v<T, draft_id>;

template <class T>
inline constexpr bool is_whole_number = std::is_integral_v<T> && !std::is_same_v<T, bool>;

// Commands and events carry their word, settings the word of their kind.
template <class T>
concept named = requires { T::name; };

// Frames -----------------------------------------------------------------------------------------
// What a frame may hold where the type itself has no limit.
inline constexpr int most_string = 64;
inline constexpr int most_entries = 200;

// A member of a command that may be left out of a frame and then has its default. Optional members,
// lists and maps may always be left out.
template <auto Member>
inline constexpr bool has_default = false;
// A member that only the host fills: a frame that holds it is refused.
template <auto Member>
inline constexpr bool filled_by_host = false;
// The longest a string member may be in a frame, in characters.
template <auto Member>
inline constexpr int longest = most_string;

template <class T>
inline constexpr bool may_be_absent =
    is_a<T, std::optional> || is_a<T, std::vector> || is_a<T, std::map>;

// The word for an enumerator, and back.
template <class E>
char const* word_of(E value) {
  char const* word = nullptr;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
    if (d.value == value) word = d.name;
  });
  return word;
}

template <class E>
std::optional<E> from_word(std::string_view word) {
  std::optional<E> value;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
    if (word == d.name) value = d.value;
  });
  return value;
}

}  // namespace viab::protocol
