#include "cli/network.hpp"

#include "net/remote_address.hpp"

#include <algorithm>

namespace viab::cli {
namespace {

void refuse_the_open(address const& at, settings const& with, net::config const& network) {
  if (is_loopback(at)) return;
  if (!network.trusted_proxies.empty() && network.https()) return;
  throw settings_error(
      "'listen' is " + with.text("listen")
      + ", which others can reach, and this server does no TLS: sign-ins would travel in the "
        "open. Listen on 127.0.0.1 behind a proxy on this machine, or name the proxy that does the "
        "TLS and the address that people use: --trusted-proxies 10.0.0.5 --public-url "
        "https://viab.example.nl");
}

}  // namespace

std::string public_url_of(settings const& with) {
  auto given = with.text("public_url");
  while (given.ends_with("/")) given.pop_back();
  return given.empty() ? "http://" + with.text("listen") : given;
}

net::config network_of(settings const& with) {
  auto const at = read_address(with.text("listen"));
  net::config network;
  network.addresses = {{at.host, at.port}};
  network.public_url = public_url_of(with);
  network.web_files = with.path("web_dir");
  network.drain_spread = std::chrono::seconds(with.number("drain_seconds", 0, 25));
  network.trusted_proxies = words_in(with.text("trusted_proxies"));
  try {
    net::trusted_proxies const readable(network.trusted_proxies);
  } catch (std::invalid_argument const& why) {
    throw settings_error(why.what());
  }
  refuse_the_open(at, with, network);
  return network;
}

}  // namespace viab::cli
