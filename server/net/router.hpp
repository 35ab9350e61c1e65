// Finds the handler of a request, and lets nothing through that a foreign page may have sent.
#pragma once

#include "net/http.hpp"
#include "net/origins.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::net {

// A lambda here calls a named coroutine and returns what it gets; it is not a coroutine itself.
using handler = std::function<boost::asio::awaitable<response>(request)>;
// Looks at a head whose body has not been read. An answer refuses it, and the body stays unread.
using doorkeeper = std::function<boost::asio::awaitable<std::optional<response>>(request)>;

struct route_options {
  std::size_t body_limit = 64 * 1024;
  // Requests that change something must be this, from one of our own pages. Off for what other
  // servers call, which prove themselves in another way.
  bool from_browsers = true;
  std::string_view content = "application/json";
  // Before a long body: strangers may not make the server hold many of those.
  doorkeeper admit = {};
};

class router {
public:
  // `pattern`: "/api/v1/sessions/{id}"; a name in braces is one segment, found in request::params.
  // GET routes answer HEAD too.
  void route(std::string method, std::string_view pattern, handler, route_options = {});
  // For GET paths that no pattern has.
  void otherwise(handler);
  void allow(allowed_origins origins) { origins_ = std::move(origins); }
  allowed_origins const& origins() const { return origins_; }

  // Every route as "GET /api/v1/sessions/{id}", in the order in which they were added.
  std::vector<std::string> routes() const;

  // Those of the route; the plain ones where there is none.
  route_options const& options_of(std::string_view method, std::string_view path) const;
  boost::asio::awaitable<std::optional<response>> refused_unread(request head) const;
  // Always an answer: 404 and 405 are problem details, as are 403 and 415 of requests that change
  // something, and the 500 of a handler that threw. Our own mistakes (viab::bug) are not caught.
  boost::asio::awaitable<response> answer(request asked) const;

private:
  struct known_route {
    std::string method;
    std::vector<std::string> segments;
    handler handle;
    route_options options;
  };
  struct match {
    known_route const* route = nullptr;
    std::vector<std::string> allowed;  // methods, where only the method did not fit
  };
  static std::string pattern_of(known_route const&);
  std::string pattern_of(std::string_view path) const;
  match find(std::string_view method, std::string_view path, fields* params) const;
  std::optional<response> refused(known_route const&, request const&) const;
  handler const* handler_of(request& asked, response& otherwise) const;

  std::vector<known_route> routes_;
  handler otherwise_;
  allowed_origins origins_;
};

}  // namespace viab::net
