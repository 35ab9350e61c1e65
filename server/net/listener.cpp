#include "net/listener.hpp"

#include "net/log.hpp"

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/steady_timer.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace viab::net {

namespace {

namespace asio = boost::asio;

constexpr std::size_t kept_for_others = 128;  // open files: the database, logs, key files

using asio::ip::tcp;
using boost::system::error_code;

tcp::endpoint endpoint_of(listen_address const& wanted) {
  error_code ec;
  auto const address = asio::ip::make_address(wanted.host, ec);
  if (ec) throw std::runtime_error("cannot listen on " + wanted.host + ": not an IP address");
  return {address, wanted.port};
}

// "::" alone takes IPv4 as well; beside an IPv4 address with the same port it must not.
bool stands_beside_v4(listen_address const& wanted, config const& chosen) {
  return std::ranges::any_of(chosen.addresses, [&](listen_address const& other) {
    return other.port == wanted.port && other.host.find(':') == std::string::npos;
  });
}

// A connection is an open file. Takes as many of those as the system allows, and says how many.
std::size_t allow_many_files() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return kept_for_others;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  ::getrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur;
}

}  // namespace

struct listener::door : std::enable_shared_from_this<listener::door> {
  door(asio::io_context& loop, std::shared_ptr<http_context> shared)
      : acceptor(loop), pause(loop), context(std::move(shared)) {}

  void open(listen_address const& wanted, config const& chosen) {
    auto const endpoint = endpoint_of(wanted);
    try {
      acceptor.open(endpoint.protocol());
      acceptor.set_option(tcp::acceptor::reuse_address(true));
      if (endpoint.address().is_v6()) {
        acceptor.set_option(asio::ip::v6_only(stands_beside_v4(wanted, chosen)));
      }
      acceptor.bind(endpoint);
      acceptor.listen(chosen.backlog);
    } catch (boost::system::system_error const& error) {
      throw std::runtime_error("cannot listen on " + wanted.host + " port "
                               + std::to_string(wanted.port) + ": " + error.code().message());
    }
    log_listening(wanted.host, acceptor.local_endpoint().port());
  }

  void accept() {
    acceptor.async_accept([self = shared_from_this()](error_code ec, tcp::socket socket) {
      if (!self->acceptor.is_open()) return;
      if (!ec) serve_http(self->context, std::move(socket));
      if (ec && ec != asio::error::connection_aborted) {
        self->accept_later();
      } else {
        self->accept();
      }
    });
  }

  // Out of file handles or memory: trying again at once would only take the processor as well.
  void accept_later() {
    pause.expires_after(std::chrono::milliseconds(100));
    pause.async_wait([self = shared_from_this()](error_code) {
      if (self->acceptor.is_open()) self->accept();
    });
  }

  tcp::acceptor acceptor;
  asio::steady_timer pause;
  std::shared_ptr<http_context> context;
};

listener::listener(asio::io_context& loop, std::shared_ptr<http_context> context)
    : loop_(loop), context_(std::move(context)) {}

listener::~listener() { close(); }

void listener::open(config const& chosen) {
  auto const files = std::max(allow_many_files(), 2 * kept_for_others);
  context_->most_open = std::min(chosen.http.connections, files - kept_for_others);
  for (auto const& address : chosen.addresses) {
    auto const one = std::make_shared<door>(loop_, context_);
    one->open(address, chosen);
    doors_.push_back(one);
  }
  for (auto const& one : doors_) one->accept();
}

void listener::close() {
  for (auto const& one : doors_) {
    error_code ignored;
    one->acceptor.close(ignored);
    one->pause.cancel();
  }
}

std::vector<std::uint16_t> listener::ports() const {
  std::vector<std::uint16_t> out;
  for (auto const& one : doors_) {
    error_code ec;
    out.push_back(one->acceptor.local_endpoint(ec).port());
  }
  return out;
}

std::vector<std::uint16_t> listener::loopback_ports() const {
  std::vector<std::uint16_t> out;
  for (auto const& one : doors_) {
    error_code ec;
    auto const endpoint = one->acceptor.local_endpoint(ec);
    if (!ec && endpoint.address().is_loopback()) out.push_back(endpoint.port());
  }
  return out;
}

}  // namespace viab::net
