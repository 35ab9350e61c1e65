// The HTTP interface over a database of its own: asks as a browser would, keeps its cookie.
#pragma once

#include "adapters/cjose/cjose_token_signatures.hpp"
#include "adapters/date_tz/date_tz_time_zones.hpp"
#include "adapters/files/files_library.hpp"
#include "adapters/ical/ical_calendar_writer.hpp"
#include "adapters/ical/ical_recurrences.hpp"
#include "adapters/memory/fake_clock.hpp"
#include "adapters/memory/memory_mailer.hpp"
#include "adapters/memory/memory_outbound_http.hpp"
#include "adapters/memory/memory_vault.hpp"
#include "adapters/memory/seeded_dice.hpp"
#include "adapters/openssl/openssl_keyed_hash.hpp"
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
#include "adapters/system/worker_background.hpp"
#include "api/services.hpp"
#include "app/meeting_letters.hpp"
#include "support/temporary_folder.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <nlohmann/json.hpp>

#include <string>

namespace viab::tests {

using nlohmann::json;

// Runs a coroutine to its end and hands out what it returned.
template <class T>
T finished(boost::asio::io_context& loop, boost::asio::awaitable<T> work) {
  std::optional<T> result;
  std::exception_ptr failure;
  boost::asio::co_spawn(loop, std::move(work), [&](std::exception_ptr why, T value) {
    failure = why;
    result = std::move(value);
  });
  loop.restart();
  while (!result && !failure && loop.run_one() > 0) {
  }
  if (failure) std::rethrow_exception(failure);
  return std::move(result).value();
}

inline void finished(boost::asio::io_context& loop, boost::asio::awaitable<void> work) {
  bool done = false;
  boost::asio::co_spawn(loop, std::move(work), [&](std::exception_ptr why) {
    done = true;
    if (why) std::rethrow_exception(why);
  });
  loop.restart();
  while (!done && loop.run_one() > 0) {
  }
}

struct kept_in_database {
  explicit kept_in_database(std::filesystem::path const& folder) : database({folder, 1}) {}
  adapters::sqlite::database database;
  adapters::sqlite_event_store events{database};
  adapters::sqlite_team_store teams{database};
  adapters::sqlite_directory_store directory{database};
  adapters::sqlite_bulk_store bulk{database};
  adapters::sqlite_rhythm_store rhythms{database};
  adapters::sqlite_wall_store walls{database};
  adapters::sqlite_memory_store memories{database};
  adapters::sqlite_overview_store overviews{database};
  adapters::sqlite_own_data_store own_data{database};
  adapters::sqlite_retention_store past{database};
  adapters::sqlite_sign_in_store sign_ins{database};
  adapters::sqlite_mail_outbox letters{database};
  adapters::sqlite_meeting_letter_store meeting_letters{database};
};

struct desk {
  boost::asio::io_context loop;
  temporary_folder folder;
  kept_in_database stores{folder.path()};
  adapters::memory_vault keys;
  adapters::fake_clock clock;
  adapters::seeded_dice dice;
  adapters::sha256_fingerprint prints;
  adapters::files_library library{std::filesystem::path(VIAB_SOURCE_DIR) / "content"};
  app::world outside{loop.get_executor(), stores.events, keys, clock, dice, library, {}, "test"};
  app::session_registry sessions{outside};
  app::sign_in sign_in{stores.teams, clock, dice, prints};
  app::set_up set_up{stores.directory, clock, dice, prints};
  adapters::memory_mailer mailbox;
  adapters::openssl_keyed_hash keyed;
  app::mail_sender mail_sender{loop.get_executor(), stores.letters, &mailbox, clock};
  app::mail_sign_in by_mail{{stores.directory, stores.sign_ins, mail_sender, library, clock, dice,
                             prints, keyed, "http://127.0.0.1:8080"}};
  adapters::memory_outbound_http elsewhere;
  adapters::cjose_token_signatures signatures;
  app::provider_sign_in by_provider;
  adapters::date_tz_time_zones zones;
  adapters::ical_recurrences rules{zones};
  adapters::ical_calendar_writer calendar_writer;
  app::rhythm_tools rhythm_tools{rules, zones, library};
  app::rhythm_keeper rhythm_keeper{outside,        sessions,     stores.teams,
                                   stores.rhythms, rhythm_tools, prints};
  app::meeting_letters meeting_letters{{stores.meeting_letters, stores.teams, mail_sender,
                                        calendar_writer, library, zones, clock,
                                        "http://127.0.0.1:8080", "viab@example.org"}};
  adapters::worker_background aside;
  app::importer importer{
      loop.get_executor(),
      {stores.directory, stores.bulk, stores.directory, aside, clock, dice, prints}};
  app::data_rights data_rights{outside, sessions, stores.teams, stores.own_data, prints};
  app::retention retention{outside, sessions, data_rights, stores.past, stores.directory, {}};
  net::config config;
  api::services services{sign_in,
                         set_up,
                         by_mail,
                         by_provider,
                         mail_sender,
                         stores.sign_ins,
                         sessions,
                         stores.teams,
                         stores.directory,
                         stores.directory,
                         stores.rhythms,
                         stores.walls,
                         stores.memories,
                         stores.overviews,
                         rhythm_keeper,
                         rhythm_tools,
                         importer,
                         data_rights,
                         retention,
                         calendar_writer,
                         library,
                         library,
                         clock,
                         dice,
                         prints,
                         config,
                         [this] { return reasons; },
                         [] { return std::string("viab_up 1\n"); }};
  net::router router;
  std::map<std::string, std::string> reasons;

  // Without settings nobody signs in with a provider.
  explicit desk(std::optional<openid::provider_settings> const& provider = std::nullopt)
      : by_provider(party_of(provider), "Rijks-SSO",
                    {stores.directory, stores.sign_ins, clock, dice}) {
    router.allow(net::allowed_origins("http://127.0.0.1:8080", {}));
    api::add_routes(router, services);
    finished(loop, stores.teams.save_team({team_id{"t1"}, "Team Proef", "nl"}));
  }

  net::response ask(std::string method, std::string path, json const& body = nullptr,
                    std::string const& cookie = {}, int version = 0) {
    auto const target = net::read_target(path);
    net::request asked;
    asked.method = std::move(method);
    asked.path = target->path;
    asked.query_fields = target->query;
    asked.headers = {{"Origin", "http://127.0.0.1:8080"}, {"Content-Type", "application/json"}};
    if (!cookie.empty()) asked.headers.push_back({"Cookie", "viab=" + cookie});
    if (version > 0) asked.headers.push_back({"If-Match", '"' + std::to_string(version) + '"'});
    if (!body.is_null()) asked.body = body.dump();
    asked.remote = "203.0.113.7";
    return finished(loop, router.answer(std::move(asked)));
  }

  // A token that gives this role in the team.
  std::string invite(role as, std::optional<session_id> session = {}) {
    ports::invitation_row row;
    row.team = team_id{"t1"};
    row.session = std::move(session);
    row.as = as;
    row.until = clock.now() + std::chrono::hours(1);
    return finished(loop, sign_in.invite(row));
  }

  // The cookie of a person with that level, who belongs to that organisation.
  std::string with_level(directory::level as, std::string const& name,
                         std::optional<directory::organisation_id> of = {}) {
    directory::person one;
    one.key = person_id{"person:" + name};
    one.name = name_text::of(name);
    one.as = as;
    one.organisation = std::move(of);
    finished(loop, stores.directory.save_person(one, by_test()));
    auto cookie = dice.token(32);
    finished(loop, stores.teams.save_browser(prints.of(cookie), one.key.value,
                                             clock.now() + std::chrono::hours(1)));
    return cookie;
  }
  ports::act by_test() const { return {"test", "test", clock.now()}; }

  // The cookie of somebody who used such a link.
  std::string signed_in(role as, std::string const& name) {
    auto const answer =
        ask("POST", "/api/v1/invitations/use", {{"token", invite(as)}, {"name", name}});
    return cookie_in(answer);
  }

  std::unique_ptr<openid::relying_party> party_of(
      std::optional<openid::provider_settings> const& provider) {
    if (!provider) return nullptr;
    openid::surroundings const world{elsewhere, signatures, clock, dice, prints};
    return std::make_unique<openid::relying_party>(*provider, world);
  }

  static std::string cookie_in(net::response const& answer) {
    for (auto const& [name, value] : answer.headers) {
      if (name == "Set-Cookie") return value.substr(5, value.find(';') - 5);
    }
    return {};
  }
  static json body_of(net::response const& answer) { return json::parse(answer.bytes()); }
};

}  // namespace viab::tests
