// A connection that leaves the world of requests and answers, with its place in the count.
#pragma once

#include "net/counters.hpp"

#include <boost/asio/ip/tcp.hpp>

namespace viab::net {

struct open_socket {
  boost::asio::ip::tcp::socket socket;
  counted place;
};

}  // namespace viab::net
