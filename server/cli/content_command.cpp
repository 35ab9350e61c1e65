#include "cli/content_command.hpp"

#include "adapters/files/content_folder.hpp"

#include <nlohmann/json.hpp>

#include <iomanip>
#include <ostream>

namespace viab::cli {
namespace {

std::string counted(std::size_t count, char const* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

nlohmann::ordered_json described(adapters::content_piece const& piece) {
  return {{"kind", piece.kind},         {"id", piece.id},       {"version", piece.version},
          {"language", piece.language}, {"title", piece.title}, {"minutes", piece.minutes},
          {"steps", piece.steps},       {"texts", piece.texts}, {"days", piece.days},
          {"unsure", piece.unsure},     {"file", piece.file}};
}

void print_row(std::ostream& out, adapters::content_piece const& piece) {
  out << std::left << std::setw(9) << piece.kind << std::setw(26) << piece.id << std::setw(4)
      << piece.language;
  if (piece.kind == "format") {
    out << "version " << piece.version << ", "
        << counted(static_cast<std::size_t>(piece.steps), "step") << ", " << piece.minutes
        << " minutes: " << piece.title;
  } else if (piece.kind == "texts") {
    out << counted(static_cast<std::size_t>(piece.texts), "sentence");
  } else if (piece.kind == "calendar") {
    out << "version " << piece.version << ", "
        << counted(static_cast<std::size_t>(piece.days), "day") << " off: " << piece.title;
    if (piece.unsure > 0) out << " (" << piece.unsure << " to check)";
  } else {
    out << piece.file;
  }
  out << "\n";
}

}  // namespace

int content_check(std::filesystem::path const& folder, std::ostream& out) {
  auto const found = adapters::check_content(folder);
  for (auto const& problem : found.problems) {
    out << problem.file << ":" << problem.line << ": "
        << (problem.pointer.empty() ? "/" : problem.pointer) << ": " << problem.reason << "\n";
  }
  out << counted(static_cast<std::size_t>(found.files), "piece") << " checked, "
      << counted(found.problems.size(), "problem") << "\n";
  return found.problems.empty() ? 0 : 1;
}

int content_list(std::filesystem::path const& folder, bool json, std::ostream& out) {
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed)) {
    out << folder.string() << ": there is no such folder\n";
    return 1;
  }
  auto const found = adapters::read_content(folder);
  if (json) {
    auto list = nlohmann::ordered_json::array();
    for (auto const& piece : found.pieces) list.push_back(described(piece));
    out << list.dump(2) << "\n";
  } else {
    for (auto const& piece : found.pieces) print_row(out, piece);
  }
  return 0;
}

}  // namespace viab::cli
