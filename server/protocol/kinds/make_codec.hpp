// Makes a kind's codec from its descriptions; `I` is its place in steps::any_settings.
#pragma once

#include "protocol/kinds/codec.hpp"
#include "protocol/read_value.hpp"

namespace viab::protocol {

template <class Variant>
std::string_view name_of(Variant const& one) {
  return std::visit([](auto const& held) { return std::string_view(held.name); }, one);
}

template <class Variant>
std::vector<std::string_view> names_of_all() {
  return []<class... Each>(std::type_identity<std::variant<Each...>>) {
    return std::vector<std::string_view>{Each::name...};
  }(std::type_identity<Variant>{});
}

// The event without its name, which is the row's kind.
template <class Variant>
void write_untagged(writer& to, Variant const& one) {
  std::visit([&](auto const& held) { write_struct(to, held); }, one);
}

template <class Variant>
bool read_untagged(reader& in, std::string_view name, nlohmann::json const& from, Variant& into) {
  return with_alternative<Variant>(name, [&](auto alternative) {
    typename decltype(alternative)::type one;
    if (!read_members(in, from, one)) return false;
    into = std::move(one);
    return true;
  });
}

// Maps by item are keyed entries, everything else is a leaf.
template <class View>
encoded_part encode_part(View const& view) {
  encoded_part part;
  for_each_member<View>([&](auto d) {
    auto const& member = view.*d.pointer;
    if constexpr (requires { typename std::remove_cvref_t<decltype(member)>::mapped_type; }) {
      auto& keyed = part.maps.emplace_back(encoded_part::keyed{d.name, {}});
      for (auto const& [id, entry] : member) {
        writer to{keyed.entries.emplace_back(id, std::string()).second};
        write_value(to, entry);
      }
    } else {
      writer to{part.leaves.emplace_back(d.name, std::string()).second};
      write_value(to, member);
    }
  });
  return part;
}

template <std::size_t I>
struct kind_at {
  using settings = std::variant_alternative_t<I, steps::any_settings>;
  using command = std::variant_alternative_t<I, steps::any_command>;
  using event = std::variant_alternative_t<I, steps::any_event>;

  static bool read_settings(reader& in, nlohmann::json const& from, steps::any_settings& into) {
    return read_members(in, from, into.emplace<I>(), "kind");
  }
  static void write_settings(writer& to, steps::any_settings const& one) {
    write_tagged(to, "kind", settings::kind, std::get<I>(one));
  }
  static bool read_command(reader& in, nlohmann::json const& from, steps::any_command& into) {
    return protocol::read_command(in, from, into.emplace<I>());
  }
  static void write_command(writer& to, steps::any_command const& any) {
    std::visit([&](auto const& one) { write_tagged(to, "type", one.name, one); },
               std::get<I>(any));
  }
  static std::string_view event_name(steps::any_event const& any) {
    return name_of(std::get<I>(any));
  }
  static void write_event(writer& to, steps::any_event const& any) {
    write_untagged(to, std::get<I>(any));
  }
  static bool read_event(reader& in, std::string_view name, nlohmann::json const& from,
                         steps::any_event& into) {
    return read_untagged(in, name, from, into.emplace<I>());
  }
  static encoded_part encode_shared(steps::any_shared_view const& any) {
    auto part = encode_part(std::get<I>(any));
    append_quoted(part.leaves.emplace_back("kind", std::string()).second, settings::kind);
    return part;
  }
  static void write_own(writer& to, steps::any_own_view const& any) {
    write_tagged(to, "kind", settings::kind, std::get<I>(any));
  }
  static void write_lead(writer& to, steps::any_lead_view const& any) {
    write_tagged(to, "kind", settings::kind, std::get<I>(any));
  }

  static codec make() {
    return {settings::kind, read_settings,       write_settings, read_command,
            write_command,  event_name,          names_of_all<event>, write_event,
            read_event,     encode_shared,       write_own,      write_lead};
  }
};

// The place of the kind with these settings.
template <class Settings>
inline constexpr std::size_t place_of =
    boost::mp11::mp_find<steps::any_settings, Settings>::value;

}  // namespace viab::protocol
