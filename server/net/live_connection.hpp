// One browser in a live session: what waits for it, writing that in as few system calls as
// possible, and its time limits. WebSockets and event streams are made of this.
#pragma once

#include "app/live_session.hpp"
#include "net/config.hpp"
#include "net/counters.hpp"
#include "net/open_socket.hpp"
#include "net/outbox.hpp"
#include "net/wheel.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace viab::net {

class live_connection;

// What all live connections share.
struct live_context {
  config chosen;
  std::shared_ptr<net::wheel> wheel;
  std::shared_ptr<counters> counts = std::make_shared<counters>();
  std::vector<live_connection*> open;  // in no order
  bool stopping = false;
};

class live_connection : public app::link,
                        public wheel::entry,
                        public std::enable_shared_from_this<live_connection> {
public:
  live_connection(std::shared_ptr<live_context>, open_socket,
                  std::shared_ptr<app::live_session>);
  ~live_connection() override;

  void send(protocol::frame) override;
  void send_patch(protocol::frame) override;
  void send_view(protocol::frame) override;
  bool fell_behind() const override { return outbox_.fell_behind(); }
  // What waits is still sent (not to a reader that is too slow), then the close.
  void close(int code, std::string_view reason) override;
  // Without a word: the other side is gone or does not listen.
  void drop();

protected:
  // How one entry goes over the wire: `head`, its bytes, `tail`. Must give the same when asked
  // again.
  struct wrapping {
    std::array<char, 128> head;
    std::size_t head_size = 0;
    std::string_view tail;
  };
  virtual void wrap(outbox::entry const&, wrapping&) const = 0;
  virtual std::string heartbeat() const = 0;
  virtual void queue_close(int code, std::string_view reason) = 0;
  // Whether the other side is expected to answer heartbeats.
  virtual bool expects_signs_of_life() const = 0;
  // Everything is written, the close too.
  virtual void on_closed() = 0;

  void on_time() override;
  void heard() { heard_at_ = context_->wheel->now(); }
  void join(app::visitor, protocol::hello);
  bool joined() const { return joined_; }
  // Bytes of the transport itself, ahead of the frames that wait.
  void put_control(std::string bytes);
  // The transport closes by itself: no more frames, and an end to it within the limit.
  void begin_closing();
  bool closing() const { return closing_; }
  void leave();
  void flush_soon();

  std::shared_ptr<live_context> context_;
  boost::asio::ip::tcp::socket socket_;
  std::shared_ptr<app::live_session> session_;
  outbox outbox_;

private:
  struct batch;
  bool write_some();
  void wait_until_writable();
  void flush();
  void advance(std::size_t bytes);
  std::chrono::seconds check_times();
  void begin_waiting();
  bool admits() const { return !closing_ && socket_.is_open(); }

  counted place_;
  std::size_t offset_ = 0;  // how much of the first entry, its wrapping included, is written
  std::size_t place_in_list_ = 0;
  std::uint32_t opened_at_ = 0;
  std::uint32_t heard_at_ = 0;
  std::uint32_t beat_at_ = 0;
  std::uint32_t progress_at_ = 0;
  bool joined_ = false;
  bool left_ = false;
  bool closing_ = false;
  bool flush_posted_ = false;
  bool full_ = false;  // the socket takes no more at the moment
};

}  // namespace viab::net
