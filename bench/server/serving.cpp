#include "bench/server/serving.hpp"

#include "adapters/files/file_vault.hpp"
#include "adapters/files/files_library.hpp"
#include "adapters/memory/memory_event_store.hpp"
#include "adapters/sodium/round_seal.hpp"
#include "adapters/sodium/sha256_fingerprint.hpp"
#include "adapters/sqlite/database.hpp"
#include "adapters/sqlite/sqlite_event_store.hpp"
#include "adapters/sqlite/sqlite_team_store.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_dice.hpp"
#include "app/sign_in.hpp"
#include "bench/server/rooms.hpp"
#include "cli/metrics_text.hpp"
#include "net/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <spdlog/spdlog.h>

#include <memory>

namespace viab::bench {
namespace {

namespace asio = boost::asio;

class gate final : public net::gate {
public:
  explicit gate(app::sign_in& desk) : desk_(desk) {}
  asio::awaitable<bool> knows(std::string cookie) override {
    auto const who = co_await desk_.who(std::move(cookie));
    co_return who.has_value();
  }
  asio::awaitable<std::optional<app::visitor>> visitor_for(std::string cookie, session_id session,
                                                           bool as_screen) override {
    return desk_.visitor_for(std::move(cookie), std::move(session), as_screen);
  }

private:
  app::sign_in& desk_;
};

struct sqlite_stores {
  explicit sqlite_stores(std::filesystem::path const& folder) : database({folder}) {}
  adapters::sqlite::database database;
  adapters::sqlite_event_store events{database};
  adapters::sqlite_team_store teams{database};
  adapters::sqlite::writing_counts counts() const { return database.counts(); }
};

struct memory_stores : adapters::memory_stores {
  explicit memory_stores(std::filesystem::path const&) {}
  adapters::sqlite::writing_counts counts() const { return {}; }
};

// Raised, so that the load is the server's to bear; every command still passes the check.
app::live_limits raised_limits() {
  app::live_limits limits;
  limits.commands_per_second = 1'000'000;
  limits.burst = 1'000'000;
  return limits;
}

net::config network_of(arguments const& asked) {
  net::config network;
  auto const port = static_cast<std::uint16_t>(asked.whole("port"));
  network.addresses = {{"127.0.0.1", port}};
  network.public_url = "http://127.0.0.1:" + std::to_string(port);
  network.drain_spread = std::chrono::milliseconds(0);
  return network;
}

asio::awaitable<net::response> ready() { co_return net::json(200, R"({"ready":true})"); }

asio::awaitable<net::response> text(std::string said) {
  net::response answer;
  answer.content_type = "text/plain; version=0.0.4; charset=utf-8";
  answer.body = std::move(said);
  co_return answer;
}

template <class Stores>
class served {
public:
  explicit served(arguments const& asked)
      : asked_(asked),
        network_(network_of(asked)),
        library_(asked.text("content", "content")),
        stores_(std::filesystem::path(asked.text("data"))),
        vault_(std::filesystem::path(asked.text("data")) / "round-keys",
               adapters::make_round_seal) {}

  int run() {
    // Rooms are all that is measured here; of the other routes only those that are asked.
    server_.routes().route("GET", "/readyz", [](net::request) { return ready(); });
    server_.routes().route("GET", "/metrics", [this](net::request) {
      return text(cli::metrics_text(server_.counts(), stores_.counts(), sessions_));
    });
    signals_.async_wait([this](boost::system::error_code ec, int) {
      if (!ec) loop_.stop();
    });
    asio::co_spawn(loop_, start(), [this](std::exception_ptr why) { failed(why); });
    loop_.run();
    return failed_;
  }

private:
  asio::awaitable<void> start() {
    auto const wishes = read_wishes(asked_.text("rooms"));
    stores const all{stores_.events, stores_.teams, clock_, dice_, prints_};
    co_await make_rooms(all, wishes, asked_.text("rooms-file"));
    co_await sessions_.start(std::nullopt);
    server_.start();
    spdlog::info("ready");
  }

  void failed(std::exception_ptr why) {
    if (!why) return;
    try {
      std::rethrow_exception(why);
    } catch (std::exception const& failure) {
      spdlog::error("the bench server could not start: {}", failure.what());
    }
    failed_ = 1;
    loop_.stop();
  }

  arguments const& asked_;
  net::config network_;
  asio::io_context loop_{1};
  adapters::system_clock clock_;
  adapters::system_dice dice_;
  adapters::sha256_fingerprint prints_;
  adapters::files_library library_;
  Stores stores_;
  adapters::file_vault vault_;
  app::world outside_{loop_.get_executor(), stores_.events, vault_, clock_, dice_, library_,
                      raised_limits(), "bench"};
  app::session_registry sessions_{outside_};
  app::sign_in sign_in_{stores_.teams, clock_, dice_, prints_};
  gate gate_{sign_in_};
  net::server server_{loop_, network_, gate_, sessions_,
                      [this](refusal const& why, std::string_view language) {
                        return library_.sentence(why.code, why.detail, std::string(language));
                      }};
  asio::signal_set signals_{loop_, SIGTERM, SIGINT};
  int failed_ = 0;
};

}  // namespace

int serve(arguments const& asked) {
  if (asked.text("store") == "memory") return served<memory_stores>(asked).run();
  return served<sqlite_stores>(asked).run();
}

}  // namespace viab::bench
