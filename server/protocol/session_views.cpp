#include "protocol/describe/view.hpp"
#include "protocol/kinds/make_codec.hpp"
#include "protocol/session_codec.hpp"

namespace viab::protocol {

encoded_part encode_about(session::about_view const& view) { return encode_part(view); }
void write_person(writer& to, session::person_view const& view) { write_struct(to, view); }
void write_you(writer& to, session::you_view const& view) { write_struct(to, view); }
void write_lead_about(writer& to, session::lead_about_view const& view) { write_struct(to, view); }

}  // namespace viab::protocol
