#include "cli/rebuild_command.hpp"

#include "adapters/files/file_vault.hpp"
#include "adapters/files/files_library.hpp"
#include "adapters/sodium/round_seal.hpp"
#include "adapters/sqlite/database.hpp"
#include "adapters/sqlite/opening.hpp"
#include "adapters/sqlite/sqlite_event_store.hpp"
#include "adapters/sqlite/sqlite_outcome_repair.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_dice.hpp"
#include "app/rebuild.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <ostream>

namespace viab::cli {

int rebuild_tables(settings const& with, std::ostream& out) {
  auto const folder = with.path("data_dir");
  if (!std::filesystem::exists(folder / adapters::sqlite::database_name)) {
    throw settings_error("there is no database in " + folder.string()
                         + "; name its folder: --data-dir");
  }
  boost::asio::io_context loop;
  adapters::system_clock clock;
  adapters::system_dice dice;
  adapters::files_library library(with.path("content_dir"));
  adapters::sqlite::database database({folder, 1});
  adapters::sqlite_event_store events(database);
  adapters::sqlite_outcome_repair rows(database);
  adapters::file_vault keys(folder / "round-keys", adapters::make_round_seal);
  app::world outside{loop.get_executor(), events, keys, clock, dice, library, {}, "rebuild"};
  auto done = boost::asio::co_spawn(loop, app::rebuild(outside, rows), boost::asio::use_future);
  loop.run();
  auto const made = done.get();
  out << made.sessions << " sessions replayed; ";
  if (made.rows == 0) {
    out << "nothing was missing.\n";
  } else {
    out << made.rows << " missing rows put back.\n";
  }
  return 0;
}

}  // namespace viab::cli
