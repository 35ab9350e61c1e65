#include "protocol/drawn_view.hpp"

#include "protocol/kept_part.hpp"
#include "protocol/reader.hpp"
#include "protocol/session_codec.hpp"

namespace viab::protocol {

struct drawn_shared::inside {
  bool drawn = false;  // at least once
  kept_part about;
  kept_entries<participant_id> people;
  std::map<step_id, kept_part> steps;
  bool names_shown = true;  // larger rooms show counts only

  void redraw_about(operations& out, session::state const& now) {
    about.redraw(out, "/session", encode_about(session::about_view_of(now)), steps::scope{});
  }

  void redraw_person(operations& out, session::state const& now, participant_id who) {
    auto const view = session::person_view_of(now, who);
    if (!view) {
      people.drop(out, "/people", who);
      return;
    }
    std::string encoded;
    writer to{encoded};
    write_person(to, *view);
    people.put(out, "/people", who, std::move(encoded));
  }

  void redraw_people(operations& out, session::state const& now) {
    people.drop_others(out, "/people", [&](participant_id id) { return now.people.contains(id); });
    for (auto const& [id, person] : now.people) redraw_person(out, now, id);
  }

  void redraw_step(operations& out, session::step_slot const& slot, steps::scope wanted) {
    if (!slot.state) {
      drop_step(out, slot.plan.id);
      return;
    }
    auto const known = steps.find(slot.plan.id);
    if (known == steps.end()) wanted = steps::scope{};
    auto const& codec = codec_of(slot.state->index());
    auto encoded = codec.encode_shared(steps::shared_view_of(*slot.state, wanted));
    if (known == steps.end()) {
      add_step(out, slot.plan.id, std::move(encoded));
    } else {
      known->second.redraw(out, path_of(slot.plan.id), std::move(encoded), wanted);
    }
  }

  // A new part comes whole, not member by member.
  void add_step(operations& out, step_id const& id, encoded_part encoded) {
    auto& part = steps[id];
    operations apart;
    part.redraw(apart, {}, std::move(encoded), steps::scope{});
    append_add(out, path_of(id), part.whole());
  }

  void drop_step(operations& out, step_id const& id) {
    if (steps.erase(id) > 0) append_remove(out, path_of(id));
  }

  void redraw_touched_steps(operations& out, session::state const& now,
                            session::changes const& touched) {
    for (auto const& [id, changed] : touched.in_steps) {
      if (auto const* slot = session::find_slot(now, id)) {
        redraw_step(out, *slot, steps::scope::of(changed));
      }
    }
  }

  static std::string path_of(step_id const& id) {
    std::string path = "/steps";
    append_pointer(path, id.value);
    return path;
  }
};

drawn_shared::drawn_shared() : inside_(std::make_unique<inside>()) {}
drawn_shared::~drawn_shared() = default;
drawn_shared::drawn_shared(drawn_shared&&) noexcept = default;
drawn_shared& drawn_shared::operator=(drawn_shared&&) noexcept = default;

operations drawn_shared::redraw(session::state const& now, session::changes const& touched) {
  operations out;
  bool const everything = touched.everything || !inside_->drawn;
  inside_->drawn = true;
  if (everything || touched.about) inside_->redraw_about(out, now);
  bool const names_shown = now.here <= session::most_names_shown;
  if (everything || names_shown != inside_->names_shown) {
    inside_->redraw_people(out, now);
  } else {
    for (auto const who : touched.people) inside_->redraw_person(out, now, who);
  }
  inside_->names_shown = names_shown;
  if (everything) {
    for (auto const& slot : now.slots) inside_->redraw_step(out, slot, steps::scope{});
  } else {
    inside_->redraw_touched_steps(out, now, touched);
  }
  return out;
}

std::string drawn_shared::whole() const {
  std::string out;
  out.reserve(bytes());
  out += "{\"session\":";
  out += inside_->about.whole();
  out += ",\"people\":";
  inside_->people.append_whole(out);
  out += ",\"steps\":{";
  char const* between = "";
  for (auto const& [id, part] : inside_->steps) {
    out += between;
    between = ",";
    write_key(out, id);
    out += ':';
    out += part.whole();
  }
  out += "}}";
  return out;
}

std::size_t drawn_shared::bytes() const {
  std::size_t sum = 40 + inside_->about.bytes() + inside_->people.bytes();
  for (auto const& [id, part] : inside_->steps) sum += id.value.size() + part.bytes() + 4;
  return sum;
}

}  // namespace viab::protocol
