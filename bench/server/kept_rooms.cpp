#include "bench/server/kept_rooms.hpp"

#include "adapters/sodium/sha256_fingerprint.hpp"
#include "adapters/sqlite/database.hpp"
#include "adapters/sqlite/sqlite_directory_store.hpp"
#include "adapters/sqlite/sqlite_event_store.hpp"
#include "adapters/sqlite/sqlite_team_store.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_dice.hpp"
#include "bench/server/rooms.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <fstream>

namespace viab::bench {
namespace {

namespace asio = boost::asio;

class preparation {
public:
  explicit preparation(arguments const& asked)
      : asked_(asked), database_({std::filesystem::path(asked.text("data"))}) {}

  void run() {
    asio::co_spawn(loop_, fill(), [](std::exception_ptr why) {
      if (why) std::rethrow_exception(why);
    });
    loop_.run();
  }

private:
  asio::awaitable<void> fill() {
    auto const wishes = read_wishes(asked_.text("rooms"));
    stores const all{events_, teams_, clock_, dice_, prints_};
    // The generator knows rooms as they were made: each measurement has its own.
    auto const sets = asked_.whole("sets", 1);
    for (int i = 0; i < sets; ++i) {
      auto const file = asked_.text("rooms-file") + '.' + std::to_string(i);
      co_await make_rooms(all, wishes, file);
    }
    directory::person chief;
    chief.key = person_id{"person:bench"};
    chief.name = name_text::of("Beheerder");
    chief.as = directory::level::administrator;
    ports::act const by{"bench", "bench", clock_.now()};
    co_await directory_.save_person(chief, by);
    auto const cookie = dice_.token(32);
    auto const print = prints_.of(cookie);
    co_await teams_.save_browser(print, chief.key.value, clock_.now() + std::chrono::hours(24));
    std::ofstream(asked_.text("cookie-file")) << cookie;
  }

  arguments const& asked_;
  asio::io_context loop_{1};
  adapters::system_clock clock_;
  adapters::system_dice dice_;
  adapters::sha256_fingerprint prints_;
  adapters::sqlite::database database_;
  adapters::sqlite_event_store events_{database_};
  adapters::sqlite_team_store teams_{database_};
  adapters::sqlite_directory_store directory_{database_};
};

}  // namespace

int prepare_rooms(arguments const& asked) {
  preparation(asked).run();
  return 0;
}

}  // namespace viab::bench
