#include "protocol/describe/session.hpp"
#include "protocol/kinds/make_codec.hpp"
#include "protocol/session_codec.hpp"

namespace viab::protocol {
namespace {

// The step's event is written by its kind.
template <class Event>
concept own = !std::is_same_v<Event, session::step_event>;

using own_events = boost::mp11::mp_remove<session::event, session::step_event>;

}  // namespace

std::vector<std::string_view> session_event_names() { return names_of_all<own_events>(); }

std::string_view session_event_name(session::event const& any) { return name_of(any); }

void write_session_event(writer& to, session::event const& any) {
  std::visit(
      [&](auto const& one) {
        if constexpr (own<std::remove_cvref_t<decltype(one)>>) write_struct(to, one);
      },
      any);
}

bool read_session_event(reader& in, std::string_view name, nlohmann::json const& from,
                        session::event& into) {
  return with_alternative<own_events>(name, [&](auto alternative) {
    typename decltype(alternative)::type one;
    if (!read_members(in, from, one)) return false;
    into = std::move(one);
    return true;
  });
}

}  // namespace viab::protocol
