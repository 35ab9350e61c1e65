// What of a wall is told to anybody who may see it at all.
#pragma once

#include "api/body.hpp"
#include "ports/wall_store.hpp"

#include <nlohmann/json_fwd.hpp>

namespace viab::api {

// Text, kind, level, organisation, status, owner, answer, times.
nlohmann::json wall_as_json(walls::wall const&);

std::vector<std::string_view> wall_levels();
std::vector<std::string_view> wall_statuses();
std::vector<std::string_view> wall_kinds();

}  // namespace viab::api
