#include "adapters/sqlite/backup_files.hpp"

#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/disk.hpp"
#include "adapters/sqlite/migrations.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <ctime>
#include <fstream>

namespace viab::adapters::sqlite {
namespace {

constexpr char manifest_name[] = "manifest.json";

std::string written(time_point at, char const* format) {
  auto const seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
  std::time_t const time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  std::array<char, 32> text;
  std::strftime(text.data(), text.size(), format, &parts);
  return text.data();
}

}  // namespace

std::string compact_time(time_point at) { return written(at, "%Y%m%d-%H%M%S"); }

backup_manifest describe(std::filesystem::path const& database, time_point now) {
  connection db(database, SQLite::OPEN_READONLY);
  backup_manifest manifest;
  manifest.made_at = written(now, "%Y-%m-%dT%H:%M:%SZ");
  manifest.schema = schema_of(db);
  auto epoch = db.query("select value from meta where name = 'epoch'");
  if (epoch.next()) manifest.epoch = epoch.text(0);
  manifest.sha256 = sha256_of(database);
  manifest.bytes = std::filesystem::file_size(database);
  manifest.events = static_cast<std::uint64_t>(db.number("select count(*) from events"));
  manifest.sessions =
      static_cast<std::uint64_t>(db.number("select count(distinct session) from events"));
  return manifest;
}

void write_manifest(std::filesystem::path const& backup, backup_manifest const& manifest) {
  nlohmann::ordered_json const json = {
      {"made_at", manifest.made_at}, {"schema", manifest.schema},
      {"epoch", manifest.epoch},     {"sha256", manifest.sha256},
      {"bytes", manifest.bytes},     {"events", manifest.events},
      {"sessions", manifest.sessions}};
  auto const path = backup / manifest_name;
  std::ofstream file(path, std::ios::trunc);
  file << json.dump(2) << '\n';
  file.close();
  if (!file) throw backup_failure("Cannot write " + path.string() + ".");
  sync_file(path);
}

backup_manifest read_manifest(std::filesystem::path const& backup) {
  auto const path = backup / manifest_name;
  std::ifstream file(path);
  if (!file) {
    throw backup_failure(backup.string() + " is no backup: it has no " + manifest_name + ".");
  }
  try {
    auto const json = nlohmann::json::parse(file);
    backup_manifest manifest;
    json.at("made_at").get_to(manifest.made_at);
    json.at("schema").get_to(manifest.schema);
    json.at("epoch").get_to(manifest.epoch);
    json.at("sha256").get_to(manifest.sha256);
    json.at("bytes").get_to(manifest.bytes);
    json.at("events").get_to(manifest.events);
    json.at("sessions").get_to(manifest.sessions);
    return manifest;
  } catch (nlohmann::json::exception const& wrong) {
    throw backup_failure(path.string() + " cannot be read: " + wrong.what());
  }
}

}  // namespace viab::adapters::sqlite
