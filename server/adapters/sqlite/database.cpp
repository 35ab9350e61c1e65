#include "adapters/sqlite/database.hpp"

#include "adapters/sqlite/disk.hpp"
#include "adapters/sqlite/opening.hpp"

namespace viab::adapters::sqlite {

database::checked::checked(std::filesystem::path const& folder) { prepare_folder(folder); }

database::database(database_settings settings)
    : settings_(std::move(settings)),
      folder_(settings_.folder),
      lock_(settings_.folder),
      writer_(open(settings_, epoch_)),
      readers_(settings_.folder / database_name, settings_.readers, settings_.longest_read) {}

std::unique_ptr<connection> database::open(database_settings const& settings, std::string& epoch) {
  auto const file = settings.folder / database_name;
  check_file(file);
  auto db = open_for_writing(file);
  db->run("insert or ignore into meta (name, value) values ('epoch', ?)", random_hex(8));
  auto answer = db->query("select value from meta where name = 'epoch'");
  answer.next();
  epoch = answer.text(0);
  return db;
}

boost::asio::awaitable<void> database::try_writing() {
  writer::work work = [](write_scope& scope) {
    scope.db.run(
        "insert into meta (name, value) values ('tried_writing', '1') on conflict (name) do update "
        "set value = cast(value + 1 as text)");
  };
  auto pending = writer_.write(std::move(work));
  co_await std::move(pending);
}

}  // namespace viab::adapters::sqlite
