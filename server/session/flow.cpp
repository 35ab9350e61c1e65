#include "session/flow.hpp"

#include "domain/ensure.hpp"

#include <algorithm>

namespace viab::session::flow {
namespace {

using steps::overloaded;

bool is_text_to_sort(item const& one) {
  return one.kind == item_kind::card || one.kind == item_kind::theme;
}

// What of `left` a step with these settings can use; all kinds that are not named take nothing.
items usable(steps::any_settings const& by, items left) {
  auto const texts_only = [&] {
    std::erase_if(left, [](item const& one) { return !is_text_to_sort(one); });
    return std::move(left);
  };
  auto const all_but_places = [&] {
    std::erase_if(left, [](item const& one) { return one.kind == item_kind::place; });
    return std::move(left);
  };
  return std::visit(overloaded{[&](steps::group::settings const&) { return texts_only(); },
                               [&](steps::vote::settings const&) { return texts_only(); },
                               [&](steps::discuss::settings const&) { return texts_only(); },
                               [&](steps::commit::settings const&) { return all_but_places(); },
                               [&](steps::pick::settings const&) { return texts_only(); },
                               [&](steps::position::settings const& how) {
                                 return how.arrows ? texts_only() : items{};
                               },
                               [](auto const&) { return items{}; }},
                    by);
}

taken nearest_before(state const& s, std::size_t place) {
  auto const& by = s.slots[place].plan.settings;
  for (auto before = place; before-- > 0;) {
    auto const& slot = s.slots[before];
    if (!slot.state) continue;
    auto found = usable(by, steps::outcome_of(*slot.state));
    if (!found.empty()) return {slot.plan.id, slot.outcome_version, std::move(found)};
  }
  return {};
}

// Where the last board before this step left the group: arrows begin there.
std::optional<item> board_before(state const& s, std::size_t place) {
  auto const* how = std::get_if<steps::position::settings>(&s.slots[place].plan.settings);
  if (!how || !how->arrows) return std::nullopt;
  for (auto before = place; before-- > 0;) {
    auto const& slot = s.slots[before];
    if (!slot.state || !std::holds_alternative<steps::position::state>(*slot.state)) continue;
    for (auto& one : steps::outcome_of(*slot.state)) {
      if (one.kind == item_kind::place) return std::move(one);
    }
  }
  return std::nullopt;
}

// The first numbers that nothing in an older run of this step has.
steps::opening numbers_after(step_slot const& slot) {
  steps::opening how;
  how.first_round = round_of(slot).number + 1;
  if (!slot.state) return how;
  std::visit(
      [&](auto const& old) {
        if constexpr (requires { old.next_item; }) how.first_item = old.next_item;
      },
      *slot.state);
  return how;
}

bool may_change(steps::check_in::event const&) { return false; }
bool may_change(steps::check_out::event const&) { return false; }
bool may_change(steps::group::event const&) { return true; }
bool may_change(steps::commit::event const&) { return true; }
bool may_change(steps::review::event const& e) {
  return std::visit(overloaded{[](steps::review::assessed const&) { return false; },
                               [](steps::review::abstained const&) { return false; },
                               [](steps::review::retracted const&) { return false; },
                               [](auto const&) { return true; }},
                    e);
}
bool may_change(steps::collect::event const& e) {
  using namespace steps::collect;
  return std::visit(overloaded{[](cards_reopened const&) { return false; },
                               [](round_closed const& last) { return !last.published.empty(); },
                               [](auto const&) { return true; }},
                    e);
}
bool may_change(steps::vote::event const& e) {
  return std::visit(overloaded{[](steps::vote::dots_set const&) { return false; },
                               [](steps::vote::abstained const&) { return false; },
                               [](steps::vote::retracted const&) { return false; },
                               [](steps::vote::limit_changed const&) { return false; },
                               [](auto const&) { return true; }},
                    e);
}
bool may_change(steps::position::event const& e) {
  return !steps::position::is_ballot(e)
         && !std::holds_alternative<steps::position::lines_asked>(e);
}
bool may_change(steps::pick::event const& e) {
  return !steps::pick::is_ballot(e) && !std::holds_alternative<steps::pick::level_set>(e)
         && !std::holds_alternative<steps::pick::approval_opened>(e);
}
bool may_change(steps::discuss::event const& e) {
  return std::holds_alternative<steps::discuss::note_written>(e);
}

}  // namespace

taken inputs_of(state const& s, std::size_t place) {
  VIAB_ENSURE(place < s.slots.size());
  auto const& plan = s.slots[place].plan;
  if (plan.takes == "agreements") return {{}, 0, s.agreements};
  if (!plan.takes.empty()) {
    auto const* source = find_slot(s, {plan.takes});
    if (!source || !source->state) return {};
    return {source->plan.id, source->outcome_version, steps::outcome_of(*source->state)};
  }
  if (std::holds_alternative<steps::review::settings>(plan.settings)) return {{}, 0, s.agreements};
  return nearest_before(s, place);
}

bool inputs_changed(state const& s, std::size_t place) {
  auto const now = inputs_of(s, place);
  auto const& slot = s.slots[place];
  return slot.state && (now.from != slot.inputs_from || now.version != slot.inputs_taken);
}

void open(state& s, std::size_t place, promise promised) {
  auto inputs = inputs_of(s, place);
  auto& slot = s.slots[place];
  auto how = numbers_after(slot);
  how.ordinal = static_cast<std::uint16_t>(place + 1);
  how.inputs = std::move(inputs.what);
  if (auto board = board_before(s, place)) how.inputs.push_back(std::move(*board));
  how.promised = promised;
  slot.state = steps::start(slot.plan.settings, how);
  slot.inputs_from = inputs.from;
  slot.inputs_taken = inputs.version;
  ++slot.outcome_version;
}

bool may_change_outcome(steps::any_event const& what) {
  return std::visit([](auto const& of_kind) { return may_change(of_kind); }, what);
}

promise promise_with(steps::any_settings const& settings, int present) {
  auto const wished = steps::promise_of(settings);
  bool const collects = std::holds_alternative<steps::collect::settings>(settings);
  return collects ? wished : promise_for(wished, present);
}

promise promise_within(steps::any_settings const& settings, promise best) {
  auto const wished = steps::promise_of(settings);
  bool const collects = std::holds_alternative<steps::collect::settings>(settings);
  return collects ? wished : std::min(wished, best);
}

}  // namespace viab::session::flow
