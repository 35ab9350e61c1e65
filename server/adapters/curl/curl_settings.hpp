// What an organisation tells about its way to other servers.
#pragma once

#include <string>
#include <vector>

namespace viab::adapters {

struct curl_settings {
  // "http://proxy.example:3128"; empty: none. A proxy is the organisation's own, so it may be at a
  // private address; it looks up names itself, and is then the one that keeps private ones closed.
  std::string proxy;
  std::string no_proxy;  // as in NO_PROXY
  // Hosts as in a URL, lower case, that may be at a private, loopback or link-local address.
  std::vector<std::string> private_hosts;
  // http (without TLS) to this machine, for a test or a side-car. Its host stands in private_hosts
  // too.
  bool plain_loopback = false;
  std::string ca_file;  // PEM; empty: what the system trusts
};

// With proxy and no_proxy from HTTPS_PROXY, ALL_PROXY and NO_PROXY (or lower case, which goes
// first), where the settings leave them empty.
curl_settings with_environment(curl_settings settings);

}  // namespace viab::adapters
