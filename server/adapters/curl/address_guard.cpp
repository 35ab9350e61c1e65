#include "adapters/curl/address_guard.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace viab::adapters {
namespace {

using v6_bytes = std::array<std::uint8_t, 16>;

struct v4_range {
  std::uint32_t first;
  int bits;
};
// The IPv4 special-purpose address registry, and multicast and what was never given out (from 224).
constexpr v4_range closed_v4[] = {
    {0x00000000, 8},  {0x0a000000, 8},  {0x64400000, 10}, {0x7f000000, 8},  {0xa9fe0000, 16},
    {0xac100000, 12}, {0xc0000000, 24}, {0xc0000200, 24}, {0xc0586300, 24}, {0xc0a80000, 16},
    {0xc6120000, 15}, {0xc6336400, 24}, {0xcb007100, 24}, {0xe0000000, 3},
};

struct v6_range {
  v6_bytes first;
  int bits;
};
// Outside 2000::/3 nothing is public; these are the exceptions inside it.
constexpr v6_range closed_v6[] = {
    {{0x20, 0x01, 0x00}, 23},        // protocol assignments, Teredo among them
    {{0x20, 0x01, 0x0d, 0xb8}, 32},  // documentation
    {{0x3f, 0xff}, 20},              // documentation
};
constexpr v6_range global_v6{{0x20}, 3};
constexpr v6_range mapped_v4{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96};
constexpr v6_range translated_v4{{0x00, 0x64, 0xff, 0x9b}, 96};
constexpr v6_range six_to_four{{0x20, 0x02}, 16};

bool within(v6_bytes const& address, v6_range const& range) {
  for (int bit = 0; bit < range.bits; bit += 8) {
    auto const at = static_cast<std::size_t>(bit / 8);
    auto const mask = static_cast<std::uint8_t>(0xff << std::max(0, 8 - (range.bits - bit)));
    if ((address[at] & mask) != (range.first[at] & mask)) return false;
  }
  return true;
}

bool is_public_v4(std::uint32_t address) {
  return std::none_of(std::begin(closed_v4), std::end(closed_v4), [&](v4_range const& range) {
    return ((address ^ range.first) >> (32 - range.bits)) == 0;
  });
}

std::uint32_t v4_at(v6_bytes const& address, std::size_t from) {
  std::uint32_t v4 = 0;
  for (std::size_t i = from; i < from + 4; ++i) v4 = (v4 << 8) | address[i];
  return v4;
}

bool is_public_v6(v6_bytes const& address) {
  if (within(address, mapped_v4) || within(address, translated_v4)) {
    return is_public_v4(v4_at(address, 12));
  }
  if (within(address, six_to_four)) return is_public_v4(v4_at(address, 2));
  return within(address, global_v6)
         && std::none_of(std::begin(closed_v6), std::end(closed_v6),
                         [&](v6_range const& range) { return within(address, range); });
}

std::uint32_t v4_of(sockaddr const& address) {
  sockaddr_in in{};
  std::memcpy(&in, &address, sizeof in);
  return ntohl(in.sin_addr.s_addr);
}

v6_bytes v6_of(sockaddr const& address) {
  sockaddr_in6 in{};
  std::memcpy(&in, &address, sizeof in);
  v6_bytes bytes;
  std::memcpy(bytes.data(), in.sin6_addr.s6_addr, bytes.size());
  return bytes;
}

// What a host in a URL is when it is an address and no name.
std::optional<sockaddr_storage> read_address(std::string_view host) {
  sockaddr_storage address{};
  if (host.starts_with('[') && host.ends_with(']')) {
    std::string text(host.substr(1, host.size() - 2));
    text = text.substr(0, text.find('%'));  // the zone
    sockaddr_in6 in{};
    in.sin6_family = AF_INET6;
    if (inet_pton(AF_INET6, text.c_str(), &in.sin6_addr) != 1) return std::nullopt;
    std::memcpy(&address, &in, sizeof in);
    return address;
  }
  sockaddr_in in{};
  in.sin_family = AF_INET;
  if (inet_pton(AF_INET, std::string(host).c_str(), &in.sin_addr) != 1) return std::nullopt;
  std::memcpy(&address, &in, sizeof in);
  return address;
}

bool is_localhost(std::string_view host) {
  while (host.ends_with('.')) host.remove_suffix(1);
  return host == "localhost" || host.ends_with(".localhost");
}

}  // namespace

bool is_public_address(sockaddr const& address) {
  if (address.sa_family == AF_INET) return is_public_v4(v4_of(address));
  if (address.sa_family == AF_INET6) return is_public_v6(v6_of(address));
  return false;
}

bool is_loopback_address(sockaddr const& address) {
  if (address.sa_family == AF_INET) return v4_of(address) >> 24 == 127;
  if (address.sa_family != AF_INET6) return false;
  auto const v6 = v6_of(address);
  if (within(v6, mapped_v4)) return v4_at(v6, 12) >> 24 == 127;
  v6_bytes one{};
  one[15] = 1;
  return v6 == one;
}

bool is_loopback_host(std::string const& host) {
  if (is_localhost(host)) return true;
  auto const address = read_address(host);
  return address && is_loopback_address(reinterpret_cast<sockaddr const&>(*address));
}

bool is_plainly_private_host(std::string const& host) {
  if (is_localhost(host)) return true;
  auto const address = read_address(host);
  return address && !is_public_address(reinterpret_cast<sockaddr const&>(*address));
}

}  // namespace viab::adapters
