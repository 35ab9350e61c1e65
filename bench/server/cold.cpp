#include "bench/server/cold.hpp"

#include "adapters/sodium/sha256_fingerprint.hpp"
#include "adapters/sqlite/database.hpp"
#include "adapters/sqlite/sqlite_event_store.hpp"
#include "adapters/sqlite/sqlite_team_store.hpp"
#include "adapters/system/system_clock.hpp"
#include "bench/server/rooms.hpp"
#include "protocol/stored_events.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <fstream>

namespace viab::bench {
namespace {

namespace asio = boost::asio;

constexpr int at_once = 50;  // sessions per transaction
constexpr int looked_at = 20;

// The same life under another name: only the first event says the name.
ports::append_batch renamed(session_script const& script, session_id name) {
  auto copy = script.batch();
  auto first = protocol::read_event(copy.events.front().kind, copy.events.front().version,
                                    copy.events.front().payload);
  std::get<session::created>(first).id = name;
  copy.events.front().payload = protocol::write_event(first).payload;
  copy.session = name;
  copy.summary->id = name;
  if (copy.outcome) copy.outcome->session = name;
  return copy;
}

class filler {
public:
  explicit filler(arguments const& asked)
      : asked_(asked), folder_(asked.text("data")), database_({folder_}) {}

  void fill() {
    auto const events = static_cast<std::size_t>(asked_.whole("events", 400));
    auto closed = long_session({"cold"}, clock_.now(), events - 1);
    closed.session_command(participant_id{1}, session::close{});
    auto const live = long_session({"live"}, clock_.now(), events);
    write_all(closed, "cold-", asked_.whole("closed", 10'000));
    write_all(live, "live-", asked_.whole("live", 20));
    asio::co_spawn(loop_, let_in(), rethrow);
    run();
  }

private:
  static void rethrow(std::exception_ptr why) {
    if (why) std::rethrow_exception(why);
  }
  void run() {
    loop_.run();
    loop_.restart();
  }

  void write_all(session_script const& script, std::string const& name, int count) {
    for (int i = 0; i < count; ++i) {
      auto batch = renamed(script, {name + std::to_string(i)});
      asio::co_spawn(loop_, events_.append(std::move(batch)), rethrow);
      if (i % at_once == at_once - 1) run();
    }
    run();
  }

  asio::awaitable<void> let_in() {
    std::ofstream out(asked_.text("rooms-file"));
    auto const count = std::min(looked_at, asked_.whole("closed", 10'000));
    auto const apart = asked_.whole("closed", 10'000) / count;
    ports::identity_row const who{"person:cold-0", "Deelnemer", false};
    co_await teams_.save_identity(who);
    std::string const cookie(43, 'c');
    auto print = prints_.of(cookie);
    co_await teams_.save_browser(std::move(print), who.key, clock_.now() + std::chrono::hours(24));
    for (int i = 0; i < count; ++i) {
      session_id const name{"cold-" + std::to_string(i * apart)};
      ports::access_row const access{};
      co_await teams_.grant_session(who.key, name, access);
      out << "room " << name.value << " group\nperson " << cookie << '\n';
    }
  }

  arguments const& asked_;
  std::filesystem::path folder_;
  asio::io_context loop_{1};
  adapters::system_clock clock_;
  adapters::sha256_fingerprint prints_;
  adapters::sqlite::database database_;
  adapters::sqlite_event_store events_{database_};
  adapters::sqlite_team_store teams_{database_};
};

}  // namespace

int prepare_cold(arguments const& asked) {
  filler(asked).fill();
  return 0;
}

}  // namespace viab::bench
