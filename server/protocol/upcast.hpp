// Brings the payload of an older version of an event to the newest one, a version at a time.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace viab::protocol {

// The version under which events of this kind are written now, from 1.
int newest_version(std::string_view kind);
// `version` is 1 to the newest.
void upcast(std::string_view kind, int version, nlohmann::json& payload);

}  // namespace viab::protocol
