#include "cli/program.hpp"

#include "adapters/date_tz/date_tz_time_zones.hpp"
#include "adapters/files/file_vault.hpp"
#include "adapters/files/files_library.hpp"
#include "adapters/files/heartbeat.hpp"
#include "adapters/ical/ical_calendar_writer.hpp"
#include "adapters/ical/ical_recurrences.hpp"
#include "adapters/openssl/openssl_keyed_hash.hpp"
#include "adapters/sodium/round_seal.hpp"
#include "adapters/sodium/sha256_fingerprint.hpp"
#include "adapters/sqlite/database.hpp"
#include "adapters/sqlite/sqlite_bulk_store.hpp"
#include "adapters/sqlite/sqlite_directory_store.hpp"
#include "adapters/sqlite/sqlite_event_store.hpp"
#include "adapters/sqlite/sqlite_mail_outbox.hpp"
#include "adapters/sqlite/sqlite_meeting_letter_store.hpp"
#include "adapters/sqlite/sqlite_memory_store.hpp"
#include "adapters/sqlite/sqlite_overview_store.hpp"
#include "adapters/sqlite/sqlite_own_data_store.hpp"
#include "adapters/sqlite/sqlite_retention_store.hpp"
#include "adapters/sqlite/sqlite_rhythm_store.hpp"
#include "adapters/sqlite/sqlite_sign_in_store.hpp"
#include "adapters/sqlite/sqlite_team_store.hpp"
#include "adapters/sqlite/sqlite_wall_store.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_dice.hpp"
#include "adapters/system/worker_background.hpp"
#include "api/services.hpp"
#include "app/meeting_letters.hpp"
#include "cli/demo.hpp"
#include "cli/metrics_text.hpp"
#include "cli/network.hpp"
#include "cli/outward.hpp"
#include "cli/version.hpp"
#include "net/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <spdlog/spdlog.h>

#include <ostream>

namespace viab::cli {
namespace {

namespace asio = boost::asio;

constexpr auto look_every = std::chrono::minutes(1);
constexpr auto heartbeat_every = std::chrono::seconds(5);

class sign_in_gate final : public net::gate {
public:
  explicit sign_in_gate(app::sign_in& desk) : desk_(desk) {}
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

app::live_limits limits_of(settings const& with) {
  app::live_limits limits;
  limits.commands_per_second = static_cast<int>(with.number("commands_per_second", 1, 1'000'000));
  limits.burst = static_cast<int>(with.number("command_burst", 1, 1'000'000));
  return limits;
}

ports::keeping keeping_of(settings const& with) {
  ports::keeping as;
  as.texts_months = static_cast<int>(with.number("keep_texts_months", 1, 120));
  as.sessions_months = static_cast<int>(with.number("keep_sessions_months", 1, 600));
  as.audit_months = static_cast<int>(with.number("keep_audit_months", 1, 600));
  return as;
}

class program {
public:
  program(settings const& with, start_as what, std::ostream& out, around_ports const&);
  int run();

private:
  asio::awaitable<void> start();
  asio::awaitable<void> start_demonstration();
  asio::awaitable<void> offer_set_up();
  asio::awaitable<void> look_ahead();
  void beat();
  void stop();
  void stop_at_once();
  asio::awaitable<void> finish_commits();
  void end();
  std::map<std::string, std::string> not_ready() const;
  void say_addresses() const;
  void log_content_problems() const;

  settings const& with_;
  start_as what_;
  std::ostream& out_;
  net::config network_;
  asio::io_context loop_{1};
  adapters::system_clock real_clock_;
  shifting_clock clock_{real_clock_};
  adapters::system_dice dice_;
  adapters::sha256_fingerprint prints_;
  adapters::files_library library_;
  adapters::sqlite::database database_;
  adapters::sqlite_event_store events_{database_};
  std::unique_ptr<ports::event_store> wrapped_events_;
  adapters::sqlite_team_store teams_{database_};
  adapters::sqlite_directory_store directory_{database_};
  adapters::sqlite_bulk_store bulk_{database_};
  adapters::sqlite_rhythm_store rhythms_{database_};
  adapters::sqlite_wall_store walls_{database_};
  adapters::sqlite_memory_store memories_{database_};
  adapters::sqlite_overview_store overviews_{database_};
  adapters::sqlite_own_data_store own_data_{database_};
  adapters::sqlite_retention_store past_{database_};
  adapters::sqlite_sign_in_store sign_ins_{database_};
  adapters::sqlite_mail_outbox letters_{database_};
  adapters::sqlite_meeting_letter_store told_{database_};
  adapters::date_tz_time_zones zones_;
  adapters::ical_recurrences rules_{zones_};
  adapters::ical_calendar_writer calendar_writer_;
  adapters::file_vault vault_;
  std::unique_ptr<ports::vault> wrapped_keys_;
  adapters::heartbeat heartbeat_;
  app::world outside_;
  app::session_registry sessions_{outside_};
  app::rhythm_tools rhythm_tools_{rules_, zones_, library_};
  app::rhythm_keeper rhythm_keeper_{outside_, sessions_, teams_, rhythms_, rhythm_tools_, prints_};
  adapters::worker_background aside_;
  app::importer importer_{loop_.get_executor(),
                          {directory_, bulk_, directory_, aside_, clock_, dice_, prints_}};
  app::data_rights data_rights_{outside_, sessions_, teams_, own_data_, prints_};
  app::retention retention_{outside_,   sessions_,         data_rights_, past_,
                            directory_, keeping_of(with_)};
  app::sign_in sign_in_{teams_, clock_, dice_, prints_};
  app::set_up set_up_{directory_, clock_, dice_, prints_};
  adapters::openssl_keyed_hash keyed_;
  outward outward_{with_, network_.public_url, clock_, dice_, prints_};
  app::mail_sender mail_sender_{loop_.get_executor(), letters_, outward_.mailer(), clock_};
  app::meeting_letters meeting_letters_{{told_, teams_, mail_sender_, calendar_writer_, library_,
                                         zones_, clock_, network_.public_url,
                                         with_.text("mail_from")}};
  app::mail_sign_in by_mail_{{directory_, sign_ins_, mail_sender_, library_, clock_, dice_, prints_,
                              keyed_, network_.public_url}};
  app::provider_sign_in by_provider_{
      outward_.take_party(), with_.text("openid_name"), {directory_, sign_ins_, clock_, dice_}};
  sign_in_gate gate_{sign_in_};
  net::server network_side_;
  api::services services_;
  asio::signal_set signals_{loop_, SIGTERM, SIGINT};
  asio::steady_timer beat_{loop_};
  time_point looked_at_{};
  bool started_ = false;
  bool hurried_ = false;    // stopped a second time
  bool finishing_ = false;  // nobody is connected any more
  int failed_ = 0;
};

program::program(settings const& with, start_as what, std::ostream& out, around_ports const& around)
    : with_(with),
      what_(what),
      out_(out),
      network_(network_of(with)),
      library_(with.path("content_dir")),
      database_({with.path("data_dir")}),
      wrapped_events_(around.events ? around.events(events_) : nullptr),
      vault_(with.path("data_dir") / "round-keys", adapters::make_round_seal),
      wrapped_keys_(around.keys ? around.keys(vault_) : nullptr),
      heartbeat_(with.path("data_dir") / "alive"),
      outside_{loop_.get_executor(),
               wrapped_events_ ? *wrapped_events_ : events_,
               wrapped_keys_ ? *wrapped_keys_ : vault_,
               clock_,
               dice_,
               library_,
               limits_of(with),
               version()},
      network_side_(loop_, network_, gate_, sessions_,
                    [this](refusal const& why, std::string_view language) {
                      return library_.sentence(why.code, why.detail, std::string(language));
                    }),
      services_{
          sign_in_,
          set_up_,
          by_mail_,
          by_provider_,
          mail_sender_,
          sign_ins_,
          sessions_,
          teams_,
          directory_,
          directory_,
          rhythms_,
          walls_,
          memories_,
          overviews_,
          rhythm_keeper_,
          rhythm_tools_,
          importer_,
          data_rights_,
          retention_,
          calendar_writer_,
          library_,
          library_,
          clock_,
          dice_,
          prints_,
          network_,
          [this] { return not_ready(); },
          [this] { return metrics_text(network_side_.counts(), database_.counts(), sessions_); }} {}

std::map<std::string, std::string> program::not_ready() const {
  std::map<std::string, std::string> reasons;
  if (!started_) reasons["start"] = "the server is starting";
  if (network_side_.stopping()) reasons["stop"] = "the server is stopping";
  auto const health = database_.health();
  if (!health.writes) reasons["database"] = health.reason;
  return reasons;
}

void program::beat() {
  heartbeat_.beat();
  sessions_.sweep();
  if (!database_.health().writes) {
    asio::co_spawn(loop_, database_.try_writing(), [](std::exception_ptr) {});
  }
  if (clock_.now() - looked_at_ >= look_every) {
    looked_at_ = clock_.now();
    asio::co_spawn(loop_, look_ahead(), [](std::exception_ptr failure) {
      // Whatever it was, the next minute tries again.
      if (failure) spdlog::warn("the sessions ahead could not be looked after");
    });
  }
  asio::co_spawn(loop_, data_rights_.look(), [](std::exception_ptr failure) {
    if (failure) spdlog::warn("who wants to be forgotten could not be looked after");
  });
  asio::co_spawn(loop_, retention_.look(), [](std::exception_ptr failure) {
    if (failure) spdlog::warn("what is past its time could not be looked after");
  });
  asio::co_spawn(loop_, mail_sender_.look(), [](std::exception_ptr failure) {
    if (failure) spdlog::warn("the outbox could not be looked after");
  });
  beat_.expires_after(heartbeat_every);
  beat_.async_wait([this](boost::system::error_code ec) {
    if (!ec) beat();
  });
}

asio::awaitable<void> program::look_ahead() {
  co_await rhythm_keeper_.look();
  co_await meeting_letters_.look();
}

void program::say_addresses() const {
  out_ << "Via B " << version() << " is ready at " << network_.public_url << std::endl;
}

asio::awaitable<void> program::start_demonstration() {
  demo_world const in{outside_, sessions_, sign_in_,       teams_, directory_,
                      walls_,   rhythms_,  rhythm_keeper_, clock_};
  auto const links = co_await prepare_demo(in, with_.path("content_dir"), with_.text("language"));
  co_await retention_.let_go_of_all();  // its year is over before this server began to look
  auto const link = [&](std::string const& token) { return network_.public_url + "/in#" + token; };
  out_ << "\nThe demonstration. Open each link in a browser window of its own (a private one, "
          "say):\n"
       << "  facilitator    " << link(links.facilitator) << "\n"
       << "  participant    " << link(links.participant) << "\n"
       << "  big screen     " << link(links.screen) << "\n"
       << "  administrator  " << link(links.administrator) << "\n"
       << std::endl;
}

// Only here, and to who sees this console: a link in a log would be a key in a log.
asio::awaitable<void> program::offer_set_up() {
  auto const token = co_await set_up_.new_link();
  if (!token) co_return;
  out_ << "\nNobody administers this server yet. This link makes you its administrator; it works "
          "once, for 24 hours:\n  "
       << network_.public_url << "/set-up#" << *token << "\n"
       << std::endl;
}

asio::awaitable<void> program::start() {
  auto const down_since = heartbeat_.last();
  co_await sessions_.start(down_since);
  co_await mail_sender_.start();
  beat();
  if (what_ == start_as::demonstration) {
    co_await start_demonstration();
  } else {
    co_await offer_set_up();
  }
  started_ = true;
  say_addresses();
}

void program::stop() {
  spdlog::info("stopping");
  network_side_.stop([this] {
    finishing_ = true;
    if (hurried_) return end();
    asio::co_spawn(loop_, finish_commits(), [this](std::exception_ptr) { end(); });
  });
}

void program::stop_at_once() {
  hurried_ = true;
  network_side_.stop({});
  if (finishing_) end();
}

// Nobody is told any more, but whoever sends it again after the restart must find it done.
asio::awaitable<void> program::finish_commits() {
  auto settling = sessions_.settled();
  co_await std::move(settling);
}

void program::end() {
  beat_.cancel();
  signals_.cancel();
  loop_.stop();
}

void program::log_content_problems() const {
  for (auto const& problem : library_.problems()) {
    spdlog::warn("content left out: {}:{}: {}: {}", problem.file, problem.line, problem.pointer,
                 problem.reason);
  }
}

int program::run() {
  log_content_problems();
  api::add_routes(network_side_.routes(), services_);
  network_side_.start();
  signals_.async_wait([this](boost::system::error_code ec, int) {
    if (ec) return;
    stop();
    signals_.async_wait([this](boost::system::error_code again, int) {
      if (!again) stop_at_once();
    });
  });
  asio::co_spawn(loop_, start(), [this](std::exception_ptr failure) {
    if (!failure) return;
    try {
      std::rethrow_exception(failure);
    } catch (std::exception const& why) {
      spdlog::error("the server could not start: {}", why.what());
    }
    failed_ = 1;
    loop_.stop();
  });
  loop_.run();
  return failed_;
}

}  // namespace

int run_program(settings const& with, start_as what, std::ostream& out,
                around_ports const& around) {
  program one(with, what, out, around);
  return one.run();
}

}  // namespace viab::cli
