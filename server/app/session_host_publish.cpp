// After the commit: one patch of the shared view for all, own parts for whom they changed, answers.
#include "app/session_host.hpp"

#include <algorithm>

namespace viab::app {
namespace {

constexpr std::size_t large_room = 100;
constexpr auto large_room_pause = std::chrono::milliseconds(100);
constexpr auto presence_pause = std::chrono::seconds(1);
constexpr char notice_behind[] = "removed";

// A change that shows as a count and nothing else.
bool only_counts(session::changes const& touched) {
  if (touched.everything || touched.about || touched.everyones_own || !touched.people.empty()) {
    return false;
  }
  return std::all_of(touched.in_steps.begin(), touched.in_steps.end(), [](auto const& step) {
    return !step.second.everything && !step.second.everyones_own && step.second.entries.empty();
  });
}

}  // namespace

// In a large room answers come by the hundred, and every screen would be sent every count: those
// wait a moment for each other. Nothing that a person did themselves ever waits.
bool session_host::may_wait() const {
  return room_.links() > large_room && only_counts(late_touched_);
}

void session_host::draw_later() {
  if (draw_waits_) return;
  draw_waits_ = true;
  draw_timer_.expires_after(large_room_pause);
  draw_timer_.async_wait([weak = weak_from_this()](boost::system::error_code ec) {
    auto const self = weak.lock();
    if (ec || !self) return;
    self->draw_waits_ = false;
    if (self->working_) return self->draw_later();  // a batch is under way, and draws or waits anew
    auto const operations = self->draw_shared();
    if (!operations.empty()) ++self->log_.shown_seq;
    self->publish_shared(operations);
  });
}

void session_host::publish(protocol::operations const& shared) {
  publish_shared(shared);
  if (!touched_.people.empty() || touched_.everything) admit_and_remove();
  publish_own();
  publish_lead();
  set_alarm();
}

void session_host::publish_shared(protocol::operations const& operations) {
  if (operations.empty()) return;
  auto const frame = protocol::write_shared_patch(log_.shown_seq, operations);
  recent_.emplace_back(log_.shown_seq, frame);
  while (recent_.size() > static_cast<std::size_t>(outside_.limits.recent_patches)) {
    recent_.pop_front();
  }
  room_.send_shared(frame);
}

void session_host::redraw_own(participant_id who, attendee& person) {
  auto const ballot = [&](step_id const& step) {
    auto const* slot = session::find_slot(log_.state, step);
    return slot == nullptr ? ballot_key{} : log_.ballots.ballot_of(log_.state, *slot, who);
  };
  auto const changed = person.mine.redraw(protocol::draw_mine(log_.state, who, ballot));
  if (changed.empty()) return;
  auto const frame = protocol::write_own_patch(log_.shown_seq, changed, {});
  for (auto const& line : person.links) line->send_patch(frame);
}

void session_host::publish_own() {
  bool everyone = touched_.everyones_own || touched_.everything;
  auto concerned = std::move(voted_);
  for (auto const& [step, touched] : touched_.in_steps) {
    everyone = everyone || touched.everyones_own;
    concerned.insert(touched.own.begin(), touched.own.end());
  }
  concerned.insert(touched_.own.begin(), touched_.own.end());
  concerned.insert(touched_.people.begin(), touched_.people.end());
  if (everyone) {
    for (auto& [who, person] : room_.people()) {
      if (!person.links.empty()) redraw_own(who, person);
    }
    return;
  }
  for (auto const who : concerned) {
    auto* person = room_.find(who);
    if (person != nullptr && !person->links.empty()) redraw_own(who, *person);
  }
}

void session_host::publish_lead() {
  bool const anybody = std::any_of(room_.people().begin(), room_.people().end(),
                                   [](auto const& one) { return one.second.sees_lead; });
  if (!anybody
      || !(touched_.lead || touched_.about || touched_.everything || !touched_.people.empty()
           || !touched_.in_steps.empty())) {
    return;
  }
  auto const changed = lead_.redraw(protocol::draw_lead(log_.state));
  if (changed.empty()) return;
  auto const frame = protocol::write_own_patch(log_.shown_seq, {}, changed);
  for (auto& [who, person] : room_.people()) {
    if (!person.sees_lead) continue;
    for (auto const& line : person.links) line->send_patch(frame);
  }
}

// Who was let in, got the lead or lost it, or was sent away, sees so at once.
void session_host::admit_and_remove() {
  auto touched = touched_.people;
  if (touched_.everything) {
    for (auto const& [who, person] : room_.people()) touched.push_back(who);
  }
  bool moved = false;
  for (auto const who : touched) {
    auto* here = room_.find(who);
    auto const found = log_.state.people.find(who);
    if (here == nullptr || here->links.empty() || found == log_.state.people.end()) continue;
    auto const& person = found->second;
    if (person.removed) {
      auto const links = here->links;
      for (auto const& line : links) line->close(close_code::removed, notice_behind);
      moved = true;
      continue;
    }
    bool const leads = person.as == role::facilitator;
    bool const enters = !person.waiting && !here->sees_shared;
    if (!enters && leads == here->sees_lead) continue;
    moved = true;
    send_whole(who, *here);
  }
  if (moved) presence_changed();
}

protocol::frame session_host::whole_view(participant_id who, attendee& person) {
  auto const found = log_.state.people.find(who);
  bool const waits = found == log_.state.people.end() || found->second.waiting;
  person.sees_shared = !waits;
  bool const led = std::exchange(person.sees_lead, !waits && found->second.as == role::facilitator);
  auto const ballot = [&](step_id const& step) {
    auto const* slot = session::find_slot(log_.state, step);
    return slot == nullptr ? ballot_key{} : log_.ballots.ballot_of(log_.state, *slot, who);
  };
  person.mine.redraw(protocol::draw_mine(log_.state, who, ballot));
  std::string lead;
  if (person.sees_lead) {
    lead_.redraw(protocol::draw_lead(log_.state));
    lead = lead_.whole();
  } else if (led) {
    lead = "null";
  }
  return protocol::write_view(log_.shown_seq, waits ? std::string{} : shared_.whole(),
                              person.mine.whole(), lead);
}

// The same to all of a person's connections: only one drawing says that they lost the lead.
void session_host::send_whole(participant_id who, attendee& person) {
  if (person.links.empty()) return;
  auto const frame = whole_view(who, person);
  for (auto const& line : person.links) line->send_view(frame);
}

void session_host::send_whole(std::shared_ptr<link> const& line) {
  auto const* place = room_.find(line.get());
  if (place == nullptr) return;
  if (place->who) {
    line->send_view(whole_view(*place->who, room_.attending(*place->who)));
  } else {
    line->send_view(protocol::write_view(log_.shown_seq, shared_.whole(), {}, {}));
  }
}

void session_host::show_all_again() {
  for (auto const& screen : room_.screens()) send_whole(screen);
  for (auto& [who, person] : room_.people()) {
    send_whole(who, person);
  }
}

void session_host::send_answers() {
  for (auto const& one : answers_) {
    if (one.why) {
      auto const id = one.id.value.empty() ? std::nullopt : std::optional(one.id);
      one.line->send(protocol::write_refused(id, *one.why, sentence(*one.why, one.language)));
    } else {
      one.line->send(protocol::write_done(one.id, one.earlier.value_or(log_.shown_seq)));
    }
  }
}

std::string session_host::sentence(refusal const& why, std::string const& language) const {
  return outside_.library.sentence(why.code, why.detail, language);
}

// Whether all that was missed is still here, and the log is the same.
bool session_host::can_resume(protocol::hello const& position) const {
  if (!position.epoch || !position.seq || *position.epoch != log_.epoch) return false;
  auto const seq = *position.seq;
  if (seq == log_.shown_seq) return true;
  return seq < log_.shown_seq && !recent_.empty() && recent_.front().first <= seq + 1;
}

void session_host::welcome_joined() {
  bool arrived = false;
  for (auto const& one : joined_) {
    auto const* place = room_.find(one.line.get());
    if (place == nullptr) continue;
    if (one.catches_up) {
      send_whole(one.line);
      continue;
    }
    if (place->who && !log_.state.people.contains(*place->who)) {
      // Their arrival could not be stored.
      one.line->close(close_code::restart, R"({"retry_after_ms":2000})");
      continue;
    }
    welcome(one, place->who);
    arrived = true;
  }
  if (arrived) presence_changed();
}

void session_host::welcome(joining const& one, std::optional<participant_id> who) {
  auto const* known = who ? &log_.state.people.at(*who) : nullptr;
  bool const waits = known != nullptr && known->waiting;
  protocol::welcome hello;
  hello.you = who;
  hello.as = known != nullptr ? known->as : role::screen;
  hello.epoch = log_.epoch;
  hello.seq = log_.shown_seq;
  hello.recovered = !waits && can_resume(one.position);
  hello.build = outside_.build;
  hello.now = outside_.clock.now();
  one.line->send(protocol::write_welcome(hello));
  room_.activate(one.line);
  if (!hello.recovered) return send_whole(one.line);
  for (auto const& [seq, patch] : recent_) {
    if (seq > *one.position.seq) one.line->send(patch);
  }
  if (!who) return;
  auto& person = room_.attending(*who);
  whole_view(*who, person);  // draws what is theirs; the shared part they have
  one.line->send(protocol::write_view(log_.shown_seq, {}, person.mine.whole(),
                                      person.sees_lead ? lead_.whole() : std::string{}));
}

void session_host::presence_changed() {
  counted_.reset();
  auto const leading = room_.counted(log_.state).leading;
  if (leading > 0) {
    leaderless_since_ = time_point::max();
  } else if (leaderless_since_ == time_point::max()) {
    leaderless_since_ = outside_.clock.now();
  }
  if (presence_waits_) return;
  presence_waits_ = true;
  presence_timer_.expires_after(presence_pause);
  presence_timer_.async_wait([weak = weak_from_this()](boost::system::error_code ec) {
    auto const self = weak.lock();
    if (ec || !self) return;
    self->presence_waits_ = false;
    self->tell_presence();
  });
}

void session_host::tell_presence() {
  if (!room_.empty()) room_.send_notice(protocol::write_presence(room_.presence(log_.state)));
}

void session_host::set_alarm() {
  auto const at = session::deadline_of(log_.state);
  if (at == armed_for_) return;
  armed_for_ = at;
  if (!at) {
    alarm_.cancel();
    return;
  }
  auto const wait = std::max(*at - outside_.clock.now(), milliseconds(0));
  alarm_.expires_after(wait);
  alarm_.async_wait([weak = weak_from_this()](boost::system::error_code ec) {
    auto const self = weak.lock();
    if (ec || !self) return;
    self->armed_for_.reset();
    self->deliver(ringing{});
  });
}

}  // namespace viab::app
