#include "protocol/describe/session.hpp"
#include "protocol/describe/view.hpp"
#include "protocol/host_commands.hpp"
#include "protocol/wire/describe_type.hpp"

namespace viab::protocol::wire {
namespace {

shape steps_of(std::string const& view) {
  return dictionary_of(reference("step_id"), reference(view));
}

void add_view(model& all, std::string const& name, std::string about, std::vector<field> fields) {
  if (!all.claim(name)) return;
  all.define({.name = name,
              .about = std::move(about),
              .is_struct = true,
              .fields = std::move(fields)});
}

}  // namespace

void add_session(model& all) {
  describe_commands<session::command>(all, "session_command",
                                      [](std::string_view name) { return !is_host_command(name); });
  auto about = describe_struct<session::about_view>(all, way::sent);
  auto person = describe_struct<session::person_view>(all, way::sent);
  auto you = describe_struct<session::you_view>(all, way::sent);
  auto lead = describe_struct<session::lead_about_view>(all, way::sent);
  describe_struct<session::outcome>(all, way::sent);
  add_view(all, "shared_view", "The same for everybody in the room.",
           {{"session", std::move(about)},
            {"people", dictionary_of(reference("participant_id"), std::move(person))},
            {"steps", steps_of("step_shared_view")}});
  add_view(all, "mine_view", "One participant's own part.",
           {{"you", std::move(you)}, {"steps", steps_of("step_own_view")}});
  add_view(all, "lead_view", "For facilitators.",
           {{"session", std::move(lead)}, {"steps", steps_of("step_lead_view")}});
}

}  // namespace viab::protocol::wire
