// One connection of requests and answers, until it ends or becomes a live one.
#pragma once

#include "net/live_connection.hpp"
#include "net/remote_address.hpp"
#include "net/router.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <list>
#include <memory>

namespace viab::net {

class http_connection;

// What all of them share.
struct http_context {
  config chosen;
  router routes;
  trusted_proxies proxies;
  std::shared_ptr<net::wheel> wheel;
  std::shared_ptr<counters> counts;
  // Those that wait for a request, the one that waits longest in front.
  std::list<http_connection*> waiting;
  std::size_t admitted_bodies = 0;  // that are being read at this moment
  std::size_t most_open = 0;  // connections: the configured limit, or what the system allows
  bool stopping = false;
};

// Lives on by itself. Closes the socket at once when there are too many connections.
void serve_http(std::shared_ptr<http_context>, boost::asio::ip::tcp::socket);
// For a stop; `stopping` is set before: from then on each connection has one answer, and what would
// change something is told to come back. The first ends those between two requests, the second all
// that wait for one, so that only those are left that have one to answer.
void end_idle(http_context&);
void end_waiting(http_context&);

}  // namespace viab::net
