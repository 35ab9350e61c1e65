// Accepts connections on every address and hands them on.
#pragma once

#include "net/http_connection.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <memory>
#include <vector>

namespace viab::net {

class listener {
public:
  listener(boost::asio::io_context&, std::shared_ptr<http_context>);
  ~listener();
  // Throws std::runtime_error naming the address.
  void open(config const&);
  void close();
  std::vector<std::uint16_t> ports() const;
  // Ports that pages on this machine itself may come from.
  std::vector<std::uint16_t> loopback_ports() const;

private:
  struct door;
  boost::asio::io_context& loop_;
  std::shared_ptr<http_context> context_;
  std::vector<std::shared_ptr<door>> doors_;
};

}  // namespace viab::net
