#include "raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <stdexcept>

namespace viab::tests {

namespace {

using std::chrono::steady_clock;

bool same_name(std::string const& a, std::string_view b) {
  return a.size() == b.size() && ::strncasecmp(a.data(), b.data(), a.size()) == 0;
}

std::chrono::milliseconds left_until(steady_clock::time_point end) {
  auto const left = std::chrono::ceil<std::chrono::milliseconds>(end - steady_clock::now());
  return std::max(left, std::chrono::milliseconds(0));
}

}  // namespace

std::string answer::header(std::string_view name) const {
  for (auto const& [known, value] : headers) {
    if (same_name(known, name)) return value;
  }
  return {};
}

int answer::count(std::string_view name) const {
  return static_cast<int>(std::ranges::count_if(
      headers, [&](auto const& one) { return same_name(one.first, name); }));
}

int ws_frame::code() const {
  if (opcode != op_close || payload.size() < 2) return 0;
  return static_cast<unsigned char>(payload[0]) * 256 + static_cast<unsigned char>(payload[1]);
}

raw_client::raw_client(std::uint16_t port, int receive_buffer) : port_(port) {
  fd_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (receive_buffer > 0) {
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  }
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (fd_ < 0 || ::connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect");
  }
}

raw_client::raw_client(raw_client&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), port_(other.port_), got_(std::move(other.got_)) {}

raw_client::~raw_client() {
  if (fd_ >= 0) ::close(fd_);
}

void raw_client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;  // the other side ended; reading will show
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool raw_client::more(std::chrono::milliseconds limit) {
  pollfd wanted{fd_, POLLIN, 0};
  if (::poll(&wanted, 1, static_cast<int>(limit.count())) <= 0) return false;
  std::array<char, 65536> buffer;
  auto const size = ::recv(fd_, buffer.data(), buffer.size(), 0);
  if (size <= 0) return false;
  got_.append(buffer.data(), static_cast<std::size_t>(size));
  return true;
}

std::string raw_client::read_until(std::string_view end, std::chrono::milliseconds limit) {
  auto const until = steady_clock::now() + limit;
  std::size_t found = 0;
  while ((found = got_.find(end)) == std::string::npos) {
    if (!more(left_until(until))) return std::exchange(got_, {});
  }
  auto out = got_.substr(0, found + end.size());
  got_.erase(0, found + end.size());
  return out;
}

std::string raw_client::read_bytes(std::size_t count, std::chrono::milliseconds limit) {
  auto const until = steady_clock::now() + limit;
  while (got_.size() < count) {
    if (!more(left_until(until))) break;
  }
  auto out = got_.substr(0, count);
  got_.erase(0, count);
  return out;
}

answer raw_client::read_answer(bool head_only) {
  answer out;
  auto head = read_until("\r\n\r\n");
  if (!head.starts_with("HTTP/1.1 ")) return out;
  out.status = std::atoi(head.c_str() + 9);
  for (auto at = head.find("\r\n") + 2; at < head.size();) {
    auto const end = head.find("\r\n", at);
    auto const colon = head.find(": ", at);
    if (end == at || colon == std::string::npos || colon > end) break;
    out.headers.emplace_back(head.substr(at, colon - at), head.substr(colon + 2, end - colon - 2));
    at = end + 2;
  }
  auto const length = out.header("Content-Length");
  if (!head_only && !length.empty()) out.body = read_bytes(std::stoul(length));
  return out;
}

answer raw_client::get(std::string const& path, std::string const& lines) {
  send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n");
  return read_answer();
}

answer raw_client::post(std::string const& path, std::string const& body,
                        std::string const& lines) {
  send("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size())
       + "\r\n" + lines + "\r\n" + body);
  return read_answer();
}

bool raw_client::ended(std::chrono::milliseconds limit) {
  auto const until = steady_clock::now() + limit;
  while (more(left_until(until))) got_.clear();
  std::array<char, 1> one;
  auto const size = ::recv(fd_, one.data(), one.size(), MSG_DONTWAIT);
  return size == 0 || (size < 0 && errno != EAGAIN);
}

bool raw_client::quiet(std::chrono::milliseconds span) {
  if (!got_.empty()) return false;
  pollfd wanted{fd_, POLLIN, 0};
  return ::poll(&wanted, 1, static_cast<int>(span.count())) == 0;
}

std::string raw_client::read_chunk() {
  auto const line = read_until("\r\n");
  auto const size = std::strtoul(line.c_str(), nullptr, 16);
  auto out = read_bytes(size + 2);
  return out.size() < 2 ? std::string() : out.substr(0, size);
}

answer raw_client::upgrade(std::string const& path, std::string const& lines) {
  return get(path, "Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n"
                   "Sec-WebSocket-Version: 13\r\n"
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + lines);
}

void raw_client::send_frame(int opcode, std::string_view payload, bool final) {
  std::string out(1, static_cast<char>((final ? 0x80 : 0) | opcode));
  auto const size = payload.size();
  int following = size < 126 ? 0 : size < 65536 ? 2 : 8;
  auto const mark = following == 0 ? size : following == 2 ? 126 : 127;
  out += static_cast<char>(0x80 | mark);
  while (following > 0) out += static_cast<char>(size >> (8 * --following));
  std::string_view const mask = "\x12\x34\x56\x78";
  out += mask;
  for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(payload[i] ^ mask[i % 4]);
  send(out);
}

ws_frame raw_client::read_frame(std::chrono::milliseconds limit) {
  ws_frame out;
  auto const head = read_bytes(2, limit);
  if (head.size() < 2) return out;
  std::uint64_t size = static_cast<unsigned char>(head[1]) & 0x7f;
  if (size >= 126) {
    auto const longer = read_bytes(size == 126 ? 2 : 8, limit);
    size = 0;
    for (char const c : longer) size = size << 8 | static_cast<unsigned char>(c);
  }
  out.opcode = head[0] & 0x0f;
  out.compressed = (head[0] & 0x40) != 0;
  out.payload = read_bytes(size, limit);
  return out;
}

std::string raw_client::read_text(std::chrono::milliseconds limit) {
  for (;;) {
    auto const got = read_frame(limit);
    if (got.opcode == op_text) return got.payload;
    if (got.opcode == op_ping) send_frame(op_pong, got.payload);
    if (got.opcode == op_close || got.opcode == -1) return {};
  }
}

ws_frame raw_client::read_close(std::chrono::milliseconds limit) {
  for (;;) {
    auto const got = read_frame(limit);
    if (got.opcode == op_close || got.opcode == -1) return got;
  }
}

}  // namespace viab::tests
