#include "net/server.hpp"

#include "net/http_connection.hpp"
#include "net/listener.hpp"
#include "net/live_connection.hpp"
#include "net/log.hpp"
#include "net/static_files.hpp"

#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace viab::net {

namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr auto drain_step = 50ms;
constexpr auto least_retry = 500ms;

// A handler is a coroutine even where nothing is waited for.
asio::awaitable<response> answer_from(static_files const& files, request asked) {
  co_return files.answer(asked);
}

std::string restart_reason(std::chrono::milliseconds retry_after) {
  return R"({"retry_after_ms":)" + std::to_string(retry_after.count()) + '}';
}

}  // namespace

struct server::inside : std::enable_shared_from_this<server::inside> {
  inside(asio::io_context& loop, config chosen, gate& gate, app::live_sessions& sessions,
         sentences say)
      : http(std::make_shared<http_context>()),
        live(std::make_shared<live_context>()),
        files(chosen.web_files),
        doors(loop.get_executor(), live, gate, sessions, std::move(say)),
        door(loop, http),
        timer(loop) {
    live->wheel = http->wheel = std::make_shared<wheel>(loop, chosen.second);
    http->counts = live->counts;
    http->proxies = trusted_proxies(chosen.trusted_proxies);
    live->chosen = chosen;
    http->chosen = std::move(chosen);
    doors.add_to(http->routes);
    http->routes.otherwise([this](request r) { return answer_from(files, std::move(r)); });
  }

  void begin_stop();
  void close_some();
  void wait_for_the_last();
  void shut_door();
  void hurry();
  void finish();

  std::shared_ptr<http_context> http;
  std::shared_ptr<live_context> live;
  static_files files;
  live_doors doors;
  listener door;
  asio::steady_timer timer;
  std::function<void()> done;
  std::vector<std::weak_ptr<live_connection>> to_close;
  std::size_t at_first = 0;
  std::chrono::steady_clock::time_point door_until;
  std::chrono::steady_clock::time_point deadline;
  bool hurrying = false;
};

// The door stays open while people are sent away: whoever asks is told so, which says more to a
// proxy or a probe than a port that is closed.
void server::inside::begin_stop() {
  http->stopping = live->stopping = true;
  door_until = std::chrono::steady_clock::now() + live->chosen.drain_spread;
  end_idle(*http);
  for (auto* const one : live->open) to_close.push_back(one->weak_from_this());
  at_first = to_close.size();
  log_stopping(at_first);
  close_some();
}

// All at once would make all come back at once.
void server::inside::close_some() {
  auto const spread = live->chosen.drain_spread;
  auto const steps = static_cast<std::size_t>(std::max<std::int64_t>(spread / drain_step, 1));
  auto const share = (at_first + steps - 1) / steps;
  for (std::size_t i = 0; i < share && !to_close.empty(); ++i) {
    auto const one = to_close.back().lock();
    auto const place = static_cast<std::int64_t>(to_close.size());
    to_close.pop_back();
    auto const retry = least_retry + spread * place / static_cast<std::int64_t>(at_first);
    if (one) one->close(app::close_code::restart, restart_reason(retry));
  }
  if (to_close.empty()) {
    deadline = std::chrono::steady_clock::now()
               + live->chosen.live.closing.count() * live->chosen.second + 2 * live->chosen.second;
    wait_for_the_last();
    return;
  }
  timer.expires_after(drain_step);
  timer.async_wait([self = shared_from_this()](boost::system::error_code ec) {
    if (!ec) self->close_some();
  });
}

void server::inside::shut_door() {
  door.close();
  end_waiting(*http);
}

void server::inside::wait_for_the_last() {
  auto const now = std::chrono::steady_clock::now();
  if (live->open.empty() || now >= door_until) shut_door();
  if (live->counts->connections_open == 0 || now >= deadline) {
    finish();
    return;
  }
  timer.expires_after(drain_step);
  timer.async_wait([self = shared_from_this()](boost::system::error_code ec) {
    if (!ec) self->wait_for_the_last();
  });
}

void server::inside::hurry() {
  if (hurrying || !done) return;
  hurrying = true;
  timer.cancel();
  to_close.clear();
  door_until = {};
  for (auto* const one : live->open) {
    one->close(app::close_code::restart, restart_reason(least_retry));
  }
  deadline = std::chrono::steady_clock::now() + 4 * drain_step;
  wait_for_the_last();
}

void server::inside::finish() {
  shut_door();
  for (auto* const one : live->open) one->drop();
  live->wheel->stop();
  auto const call = std::exchange(done, nullptr);
  if (call) call();
}

server::server(asio::io_context& loop, config chosen, gate& gate, app::live_sessions& sessions,
               sentences say)
    : inside_(std::make_shared<inside>(loop, std::move(chosen), gate, sessions, std::move(say))) {}

server::~server() {
  inside_->door.close();
  inside_->live->wheel->stop();
  inside_->timer.cancel();
}

router& server::routes() { return inside_->http->routes; }

void server::start() {
  auto& in = *inside_;
  in.door.open(in.http->chosen);
  in.http->routes.allow(allowed_origins(in.http->chosen.public_url, in.door.loopback_ports()));
  in.live->wheel->start();
}

std::vector<std::uint16_t> server::ports() const { return inside_->door.ports(); }

void server::stop(std::function<void()> done) {
  if (inside_->live->stopping) {
    inside_->hurry();
    return;
  }
  inside_->done = std::move(done);
  inside_->begin_stop();
}

bool server::stopping() const { return inside_->live->stopping; }

counters const& server::counts() const { return *inside_->live->counts; }

}  // namespace viab::net
