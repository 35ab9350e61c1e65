// Which way out to a host: through the proxy, or straight. Said here and not left to libcurl,
// because the guard on addresses must know it before a connection is made.
#pragma once

#include <string>

namespace viab::adapters {

// `list` as in NO_PROXY: commas or spaces between names, "*" for everything. A name stands for
// itself and what is below it, with or without a dot in front; addresses are alike or in a range
// ("10.0.0.0/8", IPv4). `host` as in a URL, lower case, "[::1]" in brackets.
bool goes_straight(std::string const& host, std::string const& list);

}  // namespace viab::adapters
