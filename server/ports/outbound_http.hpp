// Asks another server something over HTTP: one request, one answer, within limits.
#pragma once

#include "domain/actor.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace viab::ports {

struct http_header {
  std::string name;  // of an answer: lower case
  std::string value;
};

struct http_request {
  std::string method = "GET";
  std::string url;  // absolute; https, or http to this machine where the adapter was told so
  std::vector<http_header> headers;
  std::string body;
  std::size_t largest_body = 256 * 1024;  // bytes of the answer's body
  milliseconds timeout{10'000};           // for everything together, redirects too
  // How many redirects are followed, and of GET only. None: a redirect is the answer. Headers do
  // not travel to another scheme, host or port.
  int redirects = 0;
};

struct http_answer {
  int status = 0;
  std::vector<http_header> headers;
  std::string body;

  // The first of that name (lower case).
  std::optional<std::string> find_header(std::string_view name) const {
    for (auto const& header : headers) {
      if (header.name == name) return header.value;
    }
    return std::nullopt;
  }
};

// There was no answer. What it says names a host at most: never a path, a header or a body.
struct http_failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};
// Nothing was sent: not a URL, another scheme than https, a name or password in it, a bad header.
struct http_request_refused : http_failure {
  using http_failure::http_failure;
};
// Nothing was sent: the host is at a private, loopback or link-local address and is on no list.
struct http_address_refused : http_failure {
  using http_failure::http_failure;
};
struct http_unreachable : http_failure {  // no such host, connection refused or broken
  using http_failure::http_failure;
};
struct http_not_trusted : http_failure {  // the certificate is not good for this host
  using http_failure::http_failure;
};
struct http_too_slow : http_failure {
  using http_failure::http_failure;
};
struct http_too_large : http_failure {  // body or headers
  using http_failure::http_failure;
};
struct http_too_many_redirects : http_failure {
  using http_failure::http_failure;
};

class outbound_http {
public:
  virtual ~outbound_http() = default;
  // Every status is an answer, 500 too. Throws http_failure.
  virtual boost::asio::awaitable<http_answer> send(http_request) = 0;
};

}  // namespace viab::ports
