// What a stranger may send: any bytes as a frame, and its command as one for the session and for a
// step of each kind. Reading must say what it read or where it went wrong; nothing else may happen.
#include "domain/ensure.hpp"
#include "protocol/frames.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>

namespace {

using namespace viab;

constexpr auto kinds = std::variant_size_v<steps::any_settings>;

// What reading may answer; every other word belongs to the rules.
bool is_known(refusal const& why) {
  return why.code == "malformed" || why.code == "too_long" || why.code == "empty_text" ||
         why.code == "too_many_items";
}

void read_command(protocol::unread_command const& command) {
  VIAB_ENSURE(command.id.value.size() >= 8 && command.id.value.size() <= 64);
  VIAB_ENSURE(!command.body.empty());
  auto const for_session = protocol::read_session_command(command.body);
  VIAB_ENSURE(for_session.ok() || is_known(for_session.why()));
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    auto const for_step = protocol::read_step_command(kind, command.body);
    VIAB_ENSURE(for_step.ok() || is_known(for_step.why()));
    // A command is for its own kind: the variant says so too.
    VIAB_ENSURE(!for_step.ok() || for_step->index() == kind);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size > protocol::most_frame_bytes) return 0;
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  auto const read = protocol::read_client_frame(text);
  if (!read.frame) {
    VIAB_ENSURE(is_known(read.frame.why()));
    return 0;
  }
  if (auto const* command = std::get_if<protocol::unread_command>(&*read.frame)) {
    read_command(*command);
  }
  return 0;
}
