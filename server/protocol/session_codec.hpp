// The session's own doors to JSON: commands, events and views around the steps.
#pragma once

#include "protocol/kinds/codec.hpp"
#include "session/view.hpp"

namespace viab::protocol {

bool read_session_command(reader&, nlohmann::json const&, session::command&);
void write_session_command(writer&, session::command const&);

// All but step_event, which is written by the codec of its kind.
std::vector<std::string_view> session_event_names();
std::string_view session_event_name(session::event const&);
void write_session_event(writer&, session::event const&);
// False without an offence when there is no event of that name.
bool read_session_event(reader&, std::string_view name, nlohmann::json const&, session::event&);

encoded_part encode_about(session::about_view const&);
void write_person(writer&, session::person_view const&);
void write_you(writer&, session::you_view const&);
void write_lead_about(writer&, session::lead_about_view const&);

}  // namespace viab::protocol
