// A client of plain sockets that can also say what no decent client says.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace viab::tests {

using namespace std::chrono_literals;

struct answer {
  int status = 0;  // 0: the connection ended before an answer
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::string header(std::string_view name) const;
  int count(std::string_view name) const;
};

struct ws_frame {
  int opcode = -1;  // -1: the connection ended
  bool compressed = false;
  std::string payload;
  // Of a close frame.
  int code() const;
  std::string reason() const { return payload.size() > 2 ? payload.substr(2) : std::string(); }
};

inline constexpr int op_text = 1;
inline constexpr int op_binary = 2;
inline constexpr int op_close = 8;
inline constexpr int op_ping = 9;
inline constexpr int op_pong = 10;

class raw_client {
public:
  explicit raw_client(std::uint16_t port, int receive_buffer = 0);
  raw_client(raw_client&& other) noexcept;
  raw_client& operator=(raw_client&&) = delete;
  ~raw_client();

  void send(std::string_view bytes);
  // What comes until `end` or the end of the connection, `end` included.
  std::string read_until(std::string_view end, std::chrono::milliseconds limit = 5s);
  std::string read_bytes(std::size_t count, std::chrono::milliseconds limit = 5s);
  answer read_answer(bool head_only = false);
  // GET with these further header lines ("Name: value\r\n…").
  answer get(std::string const& path, std::string const& lines = {});
  answer post(std::string const& path, std::string const& body, std::string const& lines);
  // True when the other side ended the connection within the limit; drops what comes before.
  bool ended(std::chrono::milliseconds limit = 5s);
  bool quiet(std::chrono::milliseconds span);  // nothing comes for so long

  // One piece of a chunked body, without its size; empty at the end.
  std::string read_chunk();

  answer upgrade(std::string const& path, std::string const& lines);
  void send_frame(int opcode, std::string_view payload, bool final = true);
  void send_text(std::string_view text) { send_frame(op_text, text); }
  ws_frame read_frame(std::chrono::milliseconds limit = 5s);
  // The next text frame; pings in between are answered.
  std::string read_text(std::chrono::milliseconds limit = 5s);
  // The close frame, whatever comes before it.
  ws_frame read_close(std::chrono::milliseconds limit = 5s);

  int handle() const { return fd_; }
  std::uint16_t port() const { return port_; }

private:
  bool more(std::chrono::milliseconds limit);

  int fd_ = -1;
  std::uint16_t port_;
  std::string got_;
};

}  // namespace viab::tests
