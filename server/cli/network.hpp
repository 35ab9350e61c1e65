// What the settings say about the network: where to listen, under which name, behind what.
#pragma once

#include "cli/settings.hpp"
#include "net/config.hpp"

#include <string>

namespace viab::cli {

std::string public_url_of(settings const&);
// Throws settings_error, also when the server would be reached from elsewhere in the open: beyond
// loopback there is a proxy in front that does the TLS, and it is named.
net::config network_of(settings const&);

}  // namespace viab::cli
