// Values that libical writes as they are: without this, a line end in one would begin a new line of
// the calendar file.
#pragma once

#include <string>
#include <string_view>

namespace viab::adapters {

// For URLs and mail addresses: what may not stand in a URI becomes %XX.
std::string plain_uri(std::string_view);

// For the value of a parameter, such as a name: line ends become spaces and double quotes single
// ones, which is all that a quoted value cannot hold.
std::string plain_parameter(std::string_view);

}  // namespace viab::adapters
