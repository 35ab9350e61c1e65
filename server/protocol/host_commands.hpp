// The commands that only the host gives: a frame that holds one is refused.
#pragma once

#include <string_view>

namespace viab::protocol {

constexpr bool is_host_command(std::string_view name) {
  return name == "create" || name == "enter" || name == "set_code" || name == "plan_for" ||
         name == "give_back_downtime" || name == "report_lost_ballots" || name == "time_passed";
}

}  // namespace viab::protocol
