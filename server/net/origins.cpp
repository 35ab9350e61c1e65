#include "net/origins.hpp"

#include <algorithm>

namespace viab::net {

std::string origin_of(std::string_view url) {
  std::string out(url);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  std::string_view default_port;
  if (out.starts_with("https://")) default_port = ":443";
  if (out.starts_with("http://")) default_port = ":80";
  if (default_port.empty()) return {};
  auto const host = out.find("://") + 3;
  out.erase(std::min(out.find_first_of("/?#", host), out.size()));
  if (out.size() == host || out.find('@') != std::string::npos) return {};
  if (out.ends_with(default_port)) out.erase(out.size() - default_port.size());
  return out;
}

allowed_origins::allowed_origins(std::string_view public_url,
                                 std::vector<std::uint16_t> const& loopback_ports) {
  auto const add = [this](std::string origin) {
    if (!origin.empty() && !allows(origin)) list_.push_back(std::move(origin));
  };
  add(origin_of(public_url));
  for (auto const port : loopback_ports) {
    for (auto const* host : {"127.0.0.1", "localhost", "[::1]"}) {
      add(origin_of("http://" + std::string(host) + ':' + std::to_string(port)));
    }
  }
}

bool allowed_origins::allows(std::string_view origin) const {
  return std::ranges::find(list_, origin) != list_.end();
}

}  // namespace viab::net
