// Thousands of client connections on one thread: opens them, cuts what comes into frames, writes
// what gathered in as few system calls as possible.
#pragma once

#include "bench/generator/frames.hpp"
#include "bench/generator/times.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace viab::bench {

struct client {
  enum class stage : std::uint8_t { closed, connecting, shaking, open };
  std::uint32_t index = 0;  // among all
  std::uint32_t room = 0;
  std::uint32_t member = 0;
  int fd = -1;
  stage now = stage::closed;
  bool waits_for_room = false;  // the socket takes no more at the moment
  bool dirty = false;
  std::string path;    // "/live/abc"
  std::string cookie;  // empty for the relay
  std::string hello;   // the first frame
  std::string in;      // the beginning of a frame of which the rest has to come
  std::string out;
};

// What a measurement does with what happens.
class watcher {
public:
  virtual ~watcher() = default;
  virtual void on_text(client&, std::string_view text, nanoseconds now) = 0;
  // Closed by the other side, or never opened.
  virtual void on_lost(client&) = 0;
};

class network {
public:
  network(std::string host, int port, watcher&);
  ~network();
  network(network const&) = delete;
  network& operator=(network const&) = delete;

  client& add(std::string path, std::string cookie, std::uint32_t room, std::uint32_t member);
  client& at(std::size_t index) { return *clients_[index]; }
  std::size_t size() const { return clients_.size(); }
  std::size_t open_count() const { return open_; }
  std::size_t lost_count() const { return lost_; }

  void open(client&);
  void close(client&);
  // Goes out at the end of this turn.
  void send(client&, std::string_view text);
  // Handles what there is, and waits for it until `until` at most.
  void turn(nanoseconds until);
  std::uint64_t bytes_in() const { return bytes_in_; }

private:
  void on_events(client&, std::uint32_t events);
  void read(client&);
  void take(client&, std::string_view bytes);
  std::string_view take_answer(client&, std::string_view bytes);
  void write(client&);
  void wish(client&, bool to_write);
  void flush();
  void lose(client&);
  void mark(client&);

  std::string host_;
  int port_;
  watcher& watcher_;
  int epoll_;
  std::vector<std::unique_ptr<client>> clients_;
  std::vector<client*> dirty_;
  std::vector<char> buffer_;
  std::size_t open_ = 0;
  std::size_t lost_ = 0;
  std::uint64_t bytes_in_ = 0;
};

// Lets a process have as many connections as the system allows.
void raise_file_limit();

}  // namespace viab::bench
