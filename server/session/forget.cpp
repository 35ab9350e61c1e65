#include "session/forget.hpp"

#include <limits>
#include <set>

namespace viab::session {
namespace {

// Nobody ever has this number.
constexpr participant_id nobody{std::numeric_limits<std::uint32_t>::max()};

state final_state(std::vector<event> const& log) {
  state now;
  changes unseen;
  for (auto const& one : log) evolve(now, one, unseen);
  return now;
}

// The names that a person had here, the first one included.
std::vector<std::string> names_in(std::vector<event> const& log, participant_id who) {
  std::vector<std::string> names;
  for (auto const& one : log) {
    if (auto const* in = std::get_if<entered>(&one); in != nullptr && in->person == who) {
      names.push_back(in->called.value());
    }
    if (auto const* to = std::get_if<renamed>(&one); to != nullptr && to->person == who) {
      names.push_back(to->to.value());
    }
  }
  return names;
}

class forgetter {
public:
  forgetter(forgetting const& wanted, std::vector<event> const& log, state const& end)
      : wanted_(wanted) {
    for (auto const& made : outcome_of(end).agreements) whose_.kept.insert(made.id);
    for (auto const& [id, one] : end.people) {
      if (wanted.key ? one.key == *wanted.key : one.guest) gone_.insert(id);
    }
    whose_.names = wanted.names;
    if (!wanted.key) return;
    // Who never was here has no words here, and may still be named as the owner of an agreement.
    whose_.of = gone_.empty() ? nobody : *gone_.begin();
    for (auto const who : gone_) {
      for (auto& name : names_in(log, who)) whose_.names.push_back(std::move(name));
    }
  }

  void in(state const& before, event& what) const {
    std::visit([&](auto& one) { on(before, one); }, what);
  }

private:
  name_text name_of(participant_id who) const {
    return name_text::of(wanted_.called + " " + std::to_string(who.number));
  }

  void on(state const&, entered& one) const {
    if (!gone_.contains(one.person)) return;
    if (wanted_.key) one.key = wanted_.becomes;
    one.called = name_of(one.person);
  }
  void on(state const&, renamed& one) const {
    if (gone_.contains(one.person)) one.to = name_of(one.person);
  }
  void on(state const&, created& one) const {
    for (auto& brought : one.agreements) {
      if (brought.plan && whose_.names_owner(*brought.plan)) brought.plan->owner.reset();
    }
  }
  void on(state const& before, step_event& one) const {
    auto const* slot = find_slot(before, one.step);
    if (slot != nullptr && slot->state) steps::erase(*slot->state, one.what, whose_);
  }
  template <class Other>
  void on(state const&, Other&) const {}

  forgetting const& wanted_;
  steps::erasing whose_;
  std::set<participant_id> gone_;
};

bool is_act_of(state const& before, event const& what, participant_id who) {
  if (auto const* inside = std::get_if<step_event>(&what)) {
    auto const* slot = find_slot(before, inside->step);
    return slot != nullptr && slot->state && steps::is_own(*slot->state, inside->what, who);
  }
  auto const* in = std::get_if<entered>(&what);
  auto const* to = std::get_if<renamed>(&what);
  return (in != nullptr && in->person == who) || (to != nullptr && to->person == who);
}

}  // namespace

std::vector<event> forget(std::vector<event> log, forgetting const& wanted) {
  forgetter const rules(wanted, log, final_state(log));
  state before;
  changes unseen;
  for (auto& one : log) {
    auto const as_it_was = one;
    rules.in(before, one);
    evolve(before, as_it_was, unseen);
  }
  return log;
}

std::vector<std::size_t> own_acts(std::vector<event> const& log, std::string const& key) {
  std::vector<std::size_t> places;
  auto const who = find_person(final_state(log), key);
  if (!who) return places;
  state before;
  changes unseen;
  for (std::size_t place = 0; place < log.size(); ++place) {
    if (is_act_of(before, log[place], *who)) places.push_back(place);
    evolve(before, log[place], unseen);
  }
  return places;
}

}  // namespace viab::session
