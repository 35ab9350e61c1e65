// Taking what waits: each mail is decided at once, in order; nothing is sent before the commit.
#include "app/session_host.hpp"

#include <algorithm>

namespace viab::app {
namespace {

std::string offence_key(participant_id who, command_id const& id) {
  return written(who) + ' ' + id.value;
}

// The work of a person: the last refused ids, made when first needed.
remembered_refusals& refusals_of(attendee& person) {
  if (!person.refusals) person.refusals = std::make_unique<remembered_refusals>();
  return *person.refusals;
}

}  // namespace

bool session_host::take(mail& one) {
  return std::visit([this](auto& m) { return take(m); }, one);
}

actor session_host::system_actor() const {
  actor host;
  host.system = true;
  return host;
}

circumstances session_host::around() const {
  if (!counted_) counted_ = room_.counted(log_.state);
  return {outside_.clock.now(), counted_->taking_part, leaderless_since_};
}

template <class Command>
std::optional<refusal> session_host::decide_and_apply(Command const& what, actor const& who) {
  auto const surroundings = around();
  auto const events = session::decide(log_.state, what, who, surroundings);
  if (!events) return events.why();
  if (log_.length() + events->size() > static_cast<std::uint64_t>(outside_.limits.most_events)) {
    return refusals::make("session_too_long");
  }
  auto const by = who.system ? std::nullopt : std::optional(who.who);
  for (auto const& event : *events) log_.apply(event, by, surroundings.now, touched_);
  counted_.reset();  // roles and admission may have changed
  return std::nullopt;
}

std::optional<refusal> session_host::enter(visitor const& who) {
  session::enter arriving;
  arriving.key = who.key;
  auto name = name_text::make(who.name);
  arriving.called = name ? *name : name_text::of("?");
  arriving.as = who.as == role::facilitator ? role::facilitator : role::participant;
  arriving.guest = who.guest;
  arriving.taking_part = who.taking_part;
  return decide_and_apply(session::command(arriving), system_actor());
}

bool session_host::take(joining& m) {
  at_work_on_.clear();
  std::optional<participant_id> who;
  bool const closed = log_.state.now == session::phase::closed;
  if (m.who.as != role::screen) {
    who = session::find_person(log_.state, m.who.key);
    bool const rises = who && m.who.as == role::facilitator;
    if ((!who || rises) && !closed) {
      if (auto const why = enter(m.who); why && !who) {
        m.line->send(protocol::write_refused(std::nullopt, *why, sentence(*why, m.who.language)));
        m.line->close(
            why->code == "unknown_person" ? close_code::removed : close_code::session_ended,
            why->code);
        return true;
      }
      who = session::find_person(log_.state, m.who.key);
    }
    if (who && log_.state.people.at(*who).removed) {
      m.line->close(close_code::removed, "removed");
      return true;
    }
  }
  // Nobody enters a closed session; who has access may look, as a screen does.
  room_.add(m.line, who, m.who.language);
  joined_.push_back(m);
  return true;
}

std::optional<session_host::sender> session_host::sender_of(commanding& m) {
  if (!m.once) {
    auto const* place = room_.find(m.line.get());
    if (place == nullptr || !place->who) return std::nullopt;
    return sender{*place->who, place->language};
  }
  auto who = session::find_person(log_.state, m.once->key);
  if (!who && m.once->as != role::screen) {
    if (enter(*m.once)) return std::nullopt;
    who = session::find_person(log_.state, m.once->key);
  }
  if (!who) return std::nullopt;
  return sender{*who, m.once->language};
}

bool session_host::too_fast(answer& to, participant_id who) {
  auto const verdict = room_.attending(who).pace.count(outside_.clock.now(), outside_.limits);
  if (verdict == pace::verdict::fine) return false;
  refuse(to, refusal{"slow_down", {}}, false);
  if (verdict == pace::verdict::too_fast) to.line->close(close_code::too_fast, "too many commands");
  return true;
}

bool session_host::answered_before(answer& to, std::string const& who,
                                   session::step_slot const* slot, actor const& by) {
  auto known = log_.accepted.find(who, to.id);
  if (!known && slot != nullptr) {
    // In a secret round it stands under the pseudonym.
    if (auto const round = ballot_box::open_secret_round(log_.state, *slot)) {
      known = log_.accepted.find_sealed(*round, by.ballot.value, to.id);
    }
  }
  if (known) {
    to.earlier = known->seq;
    answers_.push_back(to);
    return true;
  }
  auto const* person = room_.find(by.who);
  auto const* why = person != nullptr && person->refusals ? person->refusals->find(to.id) : nullptr;
  if (why == nullptr) return false;
  refuse(to, *why, false);
  return true;
}

void session_host::refuse(answer& to, refusal why, bool remember) {
  if (remember) {
    if (auto const* place = room_.find(to.line.get()); place != nullptr && place->who) {
      refusals_of(room_.attending(*place->who)).add(to.id, why);
    }
  }
  to.why = std::move(why);
  answers_.push_back(to);
}

bool session_host::take(commanding& m) {
  answer to{m.line, m.what.id, std::nullopt, m.once ? m.once->language : "nl", std::nullopt};
  auto const from = sender_of(m);
  if (!from) {
    refuse(to, refusals::unknown_person(), false);
    return true;
  }
  to.language = from->language;
  if (too_fast(to, from->who)) return true;
  auto by = session::actor_of(log_.state, from->who);
  if (!by) {
    refuse(to, refusals::unknown_person(), false);
    return true;
  }
  session::step_slot const* slot = nullptr;
  if (m.what.step) {
    slot = session::find_slot(log_.state, *m.what.step);
    if (slot == nullptr) {
      refuse(to, refusals::unknown_step(), true);
      return true;
    }
    auto const round = ballot_box::open_secret_round(log_.state, *slot);
    // The round was opened by this very batch: its key must be on disk first.
    if (round && !log_.ballots.has_key(*round)) {
      if (!keys_fail_) return false;
      refuse(to, refusal{"not_saved", {}}, false);
      return true;
    }
    by->ballot = log_.ballots.ballot_of(log_.state, *slot, from->who);
  }
  at_work_on_ = offence_key(from->who, m.what.id);
  if (offenders_.contains(at_work_on_) || broken_) {
    refuse(to, refusal{"internal_error", {}}, true);
    return true;
  }
  if (answered_before(to, written(from->who), slot, *by)) return true;
  if (slot == nullptr) {
    decide_session_command(to, m.what, *by);
    return true;
  }
  return decide_step_command(to, m.what, *slot, *by);
}

session::command session_host::completed(session::command what) {
  if (auto* removal = std::get_if<session::remove>(&what)) {
    for (auto const& slot : log_.state.slots) {
      if (ballot_box::open_secret_round(log_.state, slot)) {
        removal->ballots[slot.plan.id] = log_.ballots.ballot_of(log_.state, slot, removal->person);
      }
    }
  }
  return what;
}

void session_host::decide_session_command(answer& to, protocol::unread_command const& what,
                                          actor by) {
  auto const command = protocol::read_session_command(what.body);
  if (!command) return refuse(to, command.why(), false);
  auto const whole = completed(*command);
  if (auto why = decide_and_apply(whole, by)) return refuse(to, std::move(*why), true);
  if (std::holds_alternative<session::rotate_code>(whole)) {
    session::set_code fresh{outside_.dice.join_code(),
                            outside_.clock.now() + std::chrono::hours(12)};
    decide_and_apply(session::command(fresh), system_actor());
  }
  log_.handled(written(by.who), to.id, std::nullopt);
  answers_.push_back(to);
}

bool session_host::decide_step_command(answer& to, protocol::unread_command const& what,
                                       session::step_slot const& slot, actor by) {
  auto command = protocol::read_step_command(slot.plan.settings.index(), what.body);
  if (!command) {
    refuse(to, command.why(), false);
    return true;
  }
  auto const round = ballot_box::open_secret_round(log_.state, slot);
  session::step_command const whole{*what.step, std::move(*command)};
  auto const surroundings = around();
  auto const events = session::decide(log_.state, whole, by, surroundings);
  if (!events) {
    refuse(to, events.why(), true);
    return true;
  }
  if (log_.length() + events->size() > static_cast<std::uint64_t>(outside_.limits.most_events)) {
    refuse(to, refusals::make("session_too_long"), true);
    return true;
  }
  auto const ballot = [](session::event const& event) {
    auto const* in_step = std::get_if<session::step_event>(&event);
    return in_step != nullptr && steps::is_ballot(in_step->what);
  };
  bool const all_ballots = std::all_of(events->begin(), events->end(), ballot);
  // Rules cannot tell whose a ballot is.
  if (std::any_of(events->begin(), events->end(), ballot)) voted_.insert(by.who);
  for (auto const& event : *events) log_.apply(event, by.who, surroundings.now, touched_);
  // What concerns a secret ballot stands under its pseudonym, a vote that changed nothing too.
  bool const sealed = round && all_ballots;
  log_.handled(sealed ? by.ballot.value : written(by.who), to.id, sealed ? round : std::nullopt);
  answers_.push_back(to);
  return true;
}

bool session_host::take(complaining& m) {
  auto const* place = room_.find(m.line.get());
  answer to{m.line, m.id.value_or(command_id{}), std::nullopt,
            place != nullptr ? place->language : "nl", std::nullopt};
  if (place != nullptr && place->who && too_fast(to, *place->who)) return true;
  refuse(to, m.why, false);
  return true;
}

bool session_host::take(editing_entry& m) {
  auto const* place = room_.find(m.line.get());
  if (place == nullptr || !place->who) return true;
  auto& person = room_.attending(*place->who);
  if (person.pace.count(outside_.clock.now(), outside_.limits) != pace::verdict::fine) return true;
  person.editing = m.entry;
  presence_changed();
  return true;
}

bool session_host::take(catching_up& m) {
  if (room_.find(m.line.get()) != nullptr && m.line->fell_behind()) {
    joining again;
    again.line = m.line;
    again.catches_up = true;
    joined_.push_back(std::move(again));
  }
  return true;
}

bool session_host::take(leaving& m) {
  auto const* place = room_.find(m.line.get());
  if (place == nullptr) return true;
  room_.remove(m.line.get());
  std::erase_if(joined_, [&](joining const& one) { return one.line == m.line; });
  presence_changed();
  if (room_.empty()) idle_since_ = outside_.clock.now();
  return true;
}

bool session_host::take(ringing&) {
  at_work_on_ = "alarm";
  decide_and_apply(session::command(session::time_passed{}), system_actor());
  return true;
}

bool session_host::take(instructing& m) {
  at_work_on_ = "host";
  auto const whole = completed(std::move(m.what));
  decide_and_apply(whole, system_actor());
  return true;
}

}  // namespace viab::app
