#include "net/remote_address.hpp"

#include "net/http.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace viab::net {

namespace {

using boost::asio::ip::address;

// An IPv4 address that came in over an IPv6 socket is an IPv4 address.
address plain(address const& one) {
  if (one.is_v6() && one.to_v6().is_v4_mapped()) {
    return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, one.to_v6());
  }
  return one;
}

std::vector<unsigned char> bytes_of(address const& one) {
  if (one.is_v4()) {
    auto const bytes = one.to_v4().to_bytes();
    return {bytes.begin(), bytes.end()};
  }
  auto const bytes = one.to_v6().to_bytes();
  return {bytes.begin(), bytes.end()};
}

bool within(std::vector<unsigned char> const& one, std::vector<unsigned char> const& network,
            int bits) {
  if (one.size() != network.size()) return false;
  for (std::size_t i = 0; bits > 0; ++i, bits -= 8) {
    auto const mask = bits >= 8 ? 0xff : 0xff << (8 - bits);
    if ((one[i] & mask) != (network[i] & mask)) return false;
  }
  return true;
}

}  // namespace

trusted_proxies::trusted_proxies(std::vector<std::string> const& list) {
  for (auto const& one : list) {
    auto const slash = std::min(one.find('/'), one.size());
    boost::system::error_code ec;
    auto const base = boost::asio::ip::make_address(one.substr(0, slash), ec);
    if (ec) throw std::invalid_argument("trusted_proxies: not an address or network: " + one);
    network net{bytes_of(base), static_cast<int>(bytes_of(base).size()) * 8};
    if (slash < one.size()) {
      auto const most = net.bits;
      auto const* end = one.data() + one.size();
      auto const read = std::from_chars(one.data() + slash + 1, end, net.bits);
      if (read.ec != std::errc() || read.ptr != end || net.bits < 0 || net.bits > most) {
        throw std::invalid_argument("trusted_proxies: not an address or network: " + one);
      }
    }
    networks_.push_back(std::move(net));
  }
}

bool trusted_proxies::trusts(address const& one) const {
  auto const bytes = bytes_of(plain(one));
  return std::ranges::any_of(
      networks_, [&](network const& net) { return within(bytes, net.bytes, net.bits); });
}

std::string trusted_proxies::remote(address const& peer, std::string_view forwarded_for) const {
  auto found = plain(peer);
  if (networks_.empty() || forwarded_for.empty()) return found.to_string();
  std::vector<std::string> hops;
  for_each_element(forwarded_for, [&](std::string_view hop) { hops.emplace_back(hop); });
  for (auto hop = hops.rbegin(); hop != hops.rend() && trusts(found); ++hop) {
    boost::system::error_code ec;
    auto const next = boost::asio::ip::make_address(*hop, ec);
    if (ec) break;
    found = plain(next);
  }
  return found.to_string();
}

}  // namespace viab::net
