// The demonstration's earlier sessions and walls, read from their short form.
#pragma once

#include "cli/demo_script.hpp"

#include <nlohmann/json_fwd.hpp>

namespace viab::cli {

// `earlier_sessions`, oldest first, each as a session that can be held.
std::vector<demo_session> read_earlier_sessions(nlohmann::json const& whole);
// `course_sessions`, oldest first.
std::vector<demo_course> read_course_sessions(nlohmann::json const& whole);
std::vector<demo_other_team> read_other_teams(nlohmann::json const& whole);
std::vector<demo_wall> read_walls(nlohmann::json const& whole);

}  // namespace viab::cli
