// Whose address a request has, when proxies stand in between: only those that we trust are
// believed.
#pragma once

#include <boost/asio/ip/address.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace viab::net {

class trusted_proxies {
public:
  trusted_proxies() = default;
  // Addresses or networks, "10.0.0.0/8". Throws std::invalid_argument naming what is neither.
  explicit trusted_proxies(std::vector<std::string> const& list);

  // The last address in `forwarded_for` that is none of our proxies; `peer` itself when that is no
  // trusted proxy, or when the header is empty or not in order.
  std::string remote(boost::asio::ip::address const& peer, std::string_view forwarded_for) const;

private:
  bool trusts(boost::asio::ip::address const&) const;
  struct network {
    std::vector<unsigned char> bytes;
    int bits = 0;
  };
  std::vector<network> networks_;
};

}  // namespace viab::net
