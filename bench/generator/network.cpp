#include "bench/generator/network.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace viab::bench {
namespace {

constexpr std::size_t read_size = 512 * 1024;

sockaddr_in address(std::string const& host, int port) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(port));
  if (inet_pton(AF_INET, host.c_str(), &to.sin_addr) != 1) {
    throw std::runtime_error("not an address: " + host);
  }
  return to;
}

std::string upgrade_of(client const& one, std::string const& host, int port) {
  auto const server = host + ":" + std::to_string(port);
  std::string request = "GET " + one.path + " HTTP/1.1\r\nHost: " + server +
                        "\r\nOrigin: http://" + server +
                        "\r\nConnection: Upgrade\r\nUpgrade: websocket"
                        "\r\nSec-WebSocket-Version: 13"
                        "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
                        "\r\nSec-WebSocket-Protocol: viab.v1\r\n";
  if (!one.cookie.empty()) request += "Cookie: viab=" + one.cookie + "\r\n";
  return request + "\r\n";
}

}  // namespace

void raise_file_limit() {
  rlimit now{};
  getrlimit(RLIMIT_NOFILE, &now);
  now.rlim_cur = now.rlim_max;
  setrlimit(RLIMIT_NOFILE, &now);
}

network::network(std::string host, int port, watcher& watches)
    : host_(std::move(host)),
      port_(port),
      watcher_(watches),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      buffer_(read_size) {
  raise_file_limit();
}

network::~network() {
  for (auto const& one : clients_) close(*one);
  ::close(epoll_);
}

client& network::add(std::string path, std::string cookie, std::uint32_t room,
                     std::uint32_t member) {
  auto& one = *clients_.emplace_back(std::make_unique<client>());
  one.index = static_cast<std::uint32_t>(clients_.size() - 1);
  one.room = room;
  one.member = member;
  one.path = std::move(path);
  one.cookie = std::move(cookie);
  one.hello = R"({"hello":{}})";
  return one;
}

void network::open(client& one) {
  one.fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (one.fd < 0) throw std::runtime_error(std::string("socket: ") + std::strerror(errno));
  int const yes = 1;
  setsockopt(one.fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  setsockopt(one.fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
  // Several addresses of our own, so that there are enough port numbers.
  auto const from = address("127.0.1." + std::to_string(one.index % 8 + 1), 0);
  bind(one.fd, reinterpret_cast<sockaddr const*>(&from), sizeof from);
  auto const to = address(host_, port_);
  one.now = client::stage::connecting;
  one.in.clear();
  one.out = upgrade_of(one, host_, port_);
  one.waits_for_room = true;
  epoll_event wanted{EPOLLIN | EPOLLOUT, {.ptr = &one}};
  epoll_ctl(epoll_, EPOLL_CTL_ADD, one.fd, &wanted);
  if (connect(one.fd, reinterpret_cast<sockaddr const*>(&to), sizeof to) < 0 &&
      errno != EINPROGRESS) {
    lose(one);
  }
}

void network::close(client& one) {
  if (one.fd < 0) return;
  if (one.now == client::stage::open) --open_;
  ::close(one.fd);
  one.fd = -1;
  one.now = client::stage::closed;
  one.in.clear();
  one.out.clear();
}

void network::lose(client& one) {
  close(one);
  ++lost_;
  watcher_.on_lost(one);
}

void network::mark(client& one) {
  if (one.dirty) return;
  one.dirty = true;
  dirty_.push_back(&one);
}

void network::send(client& one, std::string_view text) {
  if (one.fd < 0) return;
  append_text_frame(one.out, text);
  mark(one);
}

void network::wish(client& one, bool to_write) {
  if (one.waits_for_room == to_write) return;
  one.waits_for_room = to_write;
  epoll_event wanted{to_write ? EPOLLIN | EPOLLOUT : EPOLLIN, {.ptr = &one}};
  epoll_ctl(epoll_, EPOLL_CTL_MOD, one.fd, &wanted);
}

void network::write(client& one) {
  if (one.fd < 0 || one.out.empty()) return;
  auto const sent = ::send(one.fd, one.out.data(), one.out.size(), MSG_NOSIGNAL);
  if (sent < 0 && errno != EAGAIN && errno != EINTR) return lose(one);
  if (sent > 0) one.out.erase(0, static_cast<std::size_t>(sent));
  wish(one, !one.out.empty());
}

void network::flush() {
  // Who is lost on the way may bring new work for others.
  for (std::size_t i = 0; i < dirty_.size(); ++i) {
    dirty_[i]->dirty = false;
    if (!dirty_[i]->waits_for_room) write(*dirty_[i]);
  }
  dirty_.clear();
}

// The rest after the head of the answer to the upgrade; nothing taken when it is not whole.
std::string_view network::take_answer(client& one, std::string_view bytes) {
  auto const end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return bytes;
  if (!bytes.starts_with("HTTP/1.1 101")) {
    lose(one);
    return {};
  }
  one.now = client::stage::open;
  ++open_;
  append_text_frame(one.out, one.hello);
  mark(one);
  return bytes.substr(end + 4);
}

void network::take(client& one, std::string_view bytes) {
  auto const now = now_ns();
  if (one.now == client::stage::shaking || one.now == client::stage::connecting) {
    bytes = take_answer(one, bytes);
  }
  while (one.now == client::stage::open) {
    auto const frame = next_frame(bytes);
    if (frame.whole == 0) break;
    bytes.remove_prefix(frame.whole);
    if (frame.opcode == 1) {
      watcher_.on_text(one, frame.body, now);
    } else if (frame.opcode == 9) {
      append_pong(one.out, frame.body);
      mark(one);
    } else if (frame.opcode == 8) {
      return lose(one);
    }
  }
  if (one.fd >= 0) one.in.assign(bytes);
}

void network::read(client& one) {
  auto const got = recv(one.fd, buffer_.data(), buffer_.size(), 0);
  if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) return lose(one);
  if (got < 0) return;
  bytes_in_ += static_cast<std::uint64_t>(got);
  std::string_view const fresh(buffer_.data(), static_cast<std::size_t>(got));
  if (one.in.empty()) return take(one, fresh);
  auto whole = std::move(one.in);
  one.in.clear();
  whole += fresh;
  take(one, whole);
}

void network::on_events(client& one, std::uint32_t events) {
  if (one.fd < 0) return;
  if (one.now == client::stage::connecting && (events & (EPOLLOUT | EPOLLERR)) != 0) {
    int failed = 0;
    socklen_t size = sizeof failed;
    getsockopt(one.fd, SOL_SOCKET, SO_ERROR, &failed, &size);
    if (failed != 0) return lose(one);
    one.now = client::stage::shaking;
  }
  if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) read(one);
  if (one.fd >= 0 && (events & EPOLLOUT) != 0) write(one);
}

void network::turn(nanoseconds until) {
  flush();
  std::array<epoll_event, 512> events;
  auto const left = until - now_ns();
  timespec wait{};
  if (left > 0) {
    wait.tv_sec = left / 1'000'000'000;
    wait.tv_nsec = left % 1'000'000'000;
  }
  int const count =
      epoll_pwait2(epoll_, events.data(), static_cast<int>(events.size()), &wait, nullptr);
  for (int i = 0; i < count; ++i) {
    auto const& event = events[static_cast<std::size_t>(i)];
    on_events(*static_cast<client*>(event.data.ptr), event.events);
  }
  flush();
}

}  // namespace viab::bench
