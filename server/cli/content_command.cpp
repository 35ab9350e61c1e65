#include "cli/content_command.hpp"

#include "adapters/files/content_folder.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
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
          {"unsure", piece.unsure},     {"level", piece.level}, {"strategy", piece.strategy},
          {"file", piece.file}};
}

void print_row(std::ostream& out, adapters::content_piece const& piece) {
  out << std::left << std::setw(9) << piece.kind << std::setw(26) << piece.id << std::setw(4)
      << piece.language;
  if (piece.kind == "format") {
    out << "version " << piece.version << ", "
        << counted(static_cast<std::size_t>(piece.steps), "step") << ", " << piece.minutes
        << " minutes: " << piece.title;
  } else if (!piece.level.empty()) {
    out << "version " << piece.version << ", " << piece.level << ", " << piece.strategy << ": "
        << piece.title;
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

// How many cards each cell of the grid has, so that a gap is seen.
void print_grid(std::ostream& out, std::string const& language,
                std::vector<course_card> const& cards) {
  out << "course cards, " << language << ":\n" << std::left << std::setw(24) << "";
  for (auto const strategy : strategy_words) out << std::setw(9) << strategy;
  out << "\n";
  for (std::size_t i = 0; i < level_words.size(); ++i) {
    out << "  " << std::setw(22) << level_words[i];
    for (std::size_t j = 0; j < strategy_words.size(); ++j) {
      out << std::setw(9)
          << std::count_if(cards.begin(), cards.end(), [&](course_card const& one) {
               return one.level == static_cast<course_level>(i)
                      && one.strategy == static_cast<strategy>(j);
             });
    }
    out << "\n";
  }
}

// What a check cannot decide, but a writer wants to see.
void print_figures(std::ostream& out, std::string const& language,
                   adapters::plain_figures const& of) {
  if (of.sentences == 0) return;
  out << "language, " << language << ": " << of.sentences << " sentences of "
      << (of.words + of.sentences / 2) / of.sentences << " words on average, the longest "
      << of.longest << "; " << (100 * of.long_words + of.words / 2) / of.words
      << "% words of twelve letters or more\n";
}

}  // namespace

int content_check(std::filesystem::path const& folder, std::ostream& out) {
  auto const found = adapters::check_content(folder);
  for (auto const& problem : found.problems) {
    out << problem.file << ":" << problem.line << ": "
        << (problem.pointer.empty() ? "/" : problem.pointer) << ": " << problem.reason << "\n";
  }
  for (auto const& [language, cards] : found.cards) print_grid(out, language, cards);
  for (auto const& [language, stories] : found.stories) {
    out << "stories, " << language << ": " << stories.size() << "\n";
  }
  for (auto const& [language, figures] : found.figures) print_figures(out, language, figures);
  out << counted(static_cast<std::size_t>(found.files), "file") << " checked, "
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
