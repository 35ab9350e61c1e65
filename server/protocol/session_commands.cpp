#include "protocol/describe/session.hpp"
#include "protocol/kinds/make_codec.hpp"
#include "protocol/session_codec.hpp"

namespace viab::protocol {

bool read_session_command(reader& in, nlohmann::json const& from, session::command& into) {
  return read_command(in, from, into);
}

void write_session_command(writer& to, session::command const& any) {
  std::visit([&](auto const& one) { write_tagged(to, "type", one.name, one); }, any);
}

}  // namespace viab::protocol
