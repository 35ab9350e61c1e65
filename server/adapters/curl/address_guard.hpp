// Tells addresses of the public internet from those of this machine and of networks behind it.
#pragma once

#include <string>

struct sockaddr;

namespace viab::adapters {

// False for private, loopback, link-local, shared, documentation, multicast and reserved ranges
// (the special-purpose registries of IANA), for IPv4 addresses wrapped in IPv6 ones that are so,
// and for what is not IP.
bool is_public_address(sockaddr const& address);
bool is_loopback_address(sockaddr const& address);

// For hosts as they stand in a URL: "127.0.0.1", "[::1]", "localhost". Names are looked up nowhere.
bool is_loopback_host(std::string const& host);
// An address in so many words that is not public, or a name that means this machine.
bool is_plainly_private_host(std::string const& host);

}  // namespace viab::adapters
