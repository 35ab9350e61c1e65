// Recognises the commonest frame at a glance: a command whose members are plain and not nested.
#pragma once

#include "protocol/frames.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string_view>

namespace viab::protocol {

// What the strict reader makes of such a frame, without building a document of it. Nothing for all
// other frames, also for those that are wrong: only the strict reader says what is wrong.
std::optional<unread_command> read_plain_command(std::string_view frame);
// The same for a command's body: what parse_untrusted makes of it, or nothing.
std::optional<nlohmann::json> read_plain_object(std::string_view body);

}  // namespace viab::protocol
