#include "protocol/drawn_view.hpp"

#include "protocol/operations.hpp"
#include "protocol/reader.hpp"
#include "protocol/session_codec.hpp"

#include <algorithm>

namespace viab::protocol {
namespace {

constexpr std::string_view steps_path = "/steps/";

auto find_part(drawn_parts::parts const& among, std::string const& path) {
  return std::find_if(among.begin(), among.end(),
                      [&](auto const& part) { return part.first == path; });
}

bool is_step(std::string const& path) { return path.compare(0, 7, steps_path) == 0; }

// The last name of a JSON pointer, as a member's name in JSON.
void append_last_name(std::string& out, std::string const& path) {
  auto const pointer = std::string_view(path).substr(path.rfind('/') + 1);
  std::string name;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    bool const escaped = pointer[i] == '~' && i + 1 < pointer.size();
    name += !escaped ? pointer[i] : pointer[++i] == '1' ? '/' : '~';
  }
  append_quoted(out, name);
}

std::string step_path(step_id const& id) {
  std::string path = "/steps";
  append_pointer(path, id.value);
  return path;
}

}  // namespace

operations drawn_parts::redraw(parts now) {
  operations out;
  for (auto const& [path, value] : kept_) {
    if (find_part(now, path) == now.end()) append_remove(out, path);
  }
  for (auto const& [path, value] : now) {
    auto const before = find_part(kept_, path);
    if (before == kept_.end()) {
      append_add(out, path, value);
    } else if (before->second != value) {
      append_replace(out, path, value);
    }
  }
  kept_ = std::move(now);
  return out;
}

std::string drawn_parts::whole() const {
  std::string out = "{";
  std::string steps;
  for (auto const& [path, value] : kept_) {
    auto& into = is_step(path) ? steps : out;
    if (into.size() > 1 || (&into == &steps && !into.empty())) into += ',';
    append_last_name(into, path);
    into += ':';
    into += value;
  }
  if (out.size() > 1) out += ',';
  return out + "\"steps\":{" + steps + "}}";
}

drawn_parts::parts draw_mine(session::state const& now, participant_id who,
                             ballot_of const& ballot) {
  drawn_parts::parts parts;
  writer you{parts.emplace_back("/you", std::string()).second};
  write_you(you, session::you_view_of(now, who));
  for (auto const& slot : now.slots) {
    if (!slot.state) continue;
    writer to{parts.emplace_back(step_path(slot.plan.id), std::string()).second};
    auto const view = steps::own_view_of(*slot.state, {who, ballot(slot.plan.id)});
    codec_of(slot.state->index()).write_own(to, view);
  }
  return parts;
}

drawn_parts::parts draw_lead(session::state const& now) {
  drawn_parts::parts parts;
  writer about{parts.emplace_back("/session", std::string()).second};
  write_lead_about(about, session::lead_about_view_of(now));
  for (auto const& slot : now.slots) {
    if (!slot.state) continue;
    writer to{parts.emplace_back(step_path(slot.plan.id), std::string()).second};
    codec_of(slot.state->index()).write_lead(to, steps::lead_view_of(*slot.state));
  }
  return parts;
}

}  // namespace viab::protocol
