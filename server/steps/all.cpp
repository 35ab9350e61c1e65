#include "steps/all.hpp"

#include "domain/ensure.hpp"

#include <array>
#include <utility>

namespace viab::steps {
namespace {

// Wraps the events of one kind as events of any kind.
template <class Event>
std::vector<any_event> wrap(std::vector<Event> events) {
  std::vector<any_event> wrapped;
  wrapped.reserve(events.size());
  for (auto& one : events) wrapped.emplace_back(std::move(one));
  return wrapped;
}

// Calls `f` with the alternatives of both, which must be of one kind.
template <class A, class B, class F, std::size_t... I>
void with_same_kind(A& a, B& b, F f, std::index_sequence<I...>) {
  VIAB_ENSURE(a.index() == b.index());
  ((a.index() == I ? f(std::get<I>(a), std::get<I>(b)) : void()), ...);
}

template <class A, class B, class F>
void with_same_kind(A& a, B& b, F f) {
  with_same_kind(a, b, f, std::make_index_sequence<kind_count>{});
}

}  // namespace

std::string_view kind_name(any_settings const& settings) {
  return std::visit([](auto const& s) { return std::string_view(s.kind); }, settings);
}

any_state start(any_settings const& settings, opening const& how) {
  return std::visit([&](auto const& s) { return any_state(start(s, how)); }, settings);
}

result<std::vector<any_event>> decide(any_state const& state, any_command const& command,
                                      actor const& who, circumstances const& around) {
  result<std::vector<any_event>> outcome = std::vector<any_event>{};
  with_same_kind(state, command, [&](auto const& s, auto const& c) {
    auto events = decide(s, c, who, around);
    outcome = events ? result<std::vector<any_event>>(wrap(std::move(*events)))
                     : result<std::vector<any_event>>(events.why());
  });
  return outcome;
}

void evolve(any_state& state, any_event const& event, changes& touched) {
  with_same_kind(state, event, [&](auto& s, auto const& e) { evolve(s, e, touched); });
}

any_shared_view shared_view_of(any_state const& state, scope const& wanted) {
  return std::visit([&](auto const& s) { return any_shared_view(shared_view_of(s, wanted)); },
                    state);
}

any_own_view own_view_of(any_state const& state, viewer const& whose) {
  return std::visit([&](auto const& s) { return any_own_view(own_view_of(s, whose)); }, state);
}

any_lead_view lead_view_of(any_state const& state) {
  return std::visit([](auto const& s) { return any_lead_view(lead_view_of(s)); }, state);
}

progress progress_of(any_state const& state) {
  return std::visit([](auto const& s) { return progress_of(s); }, state);
}

items outcome_of(any_state const& state) {
  return std::visit([](auto const& s) { return outcome_of(s); }, state);
}

std::optional<time_point> deadline_of(any_state const& state) {
  return std::visit([](auto const& s) { return deadline_of(s); }, state);
}

std::vector<any_event> on_leave(any_state const& state) {
  return std::visit([](auto const& s) { return wrap(on_leave(s)); }, state);
}

bool is_ballot(any_event const& event) {
  return std::visit([](auto const& e) { return is_ballot(e); }, event);
}

bool is_own(any_state const& before, any_event const& event, participant_id who) {
  bool own = false;
  with_same_kind(before, event, [&](auto const& s, auto const& e) { own = is_own(s, e, who); });
  return own;
}

void erase(any_state const& before, any_event& event, erasing const& whose) {
  with_same_kind(before, event, [&](auto const& s, auto& e) { erase(s, e, whose); });
}

promise promise_of(any_settings const& settings) {
  return std::visit(
      [](auto const& s) {
        if constexpr (requires { s.promised; }) {
          return s.promised;
        } else {
          return promise::open;
        }
      },
      settings);
}

}  // namespace viab::steps
