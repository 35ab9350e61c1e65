#include "api/report.hpp"
#include "api/report_rows.hpp"

#include <array>
#include <chrono>

namespace viab::api {
namespace {

// Characters that Markdown would take as layout.
std::string plain(std::string const& text) {
  static constexpr std::string_view special = "\\`*_{}[]<>#|!";
  std::string out;
  for (char const c : text) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string cell(std::string text) {
  // A spreadsheet would run what starts like a formula.
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
    text.insert(text.begin(), '\'');
  }
  std::string out = "\"";
  for (char const c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string title_line(report const& from, ports::library const& words) {
  auto const& language = from.session.language;
  auto const when =
      from.session.closed_at ? written_date(*from.session.closed_at, language) : std::string{};
  return words.text("report.held_on", {}, language) + " " + when;
}

std::string people_line(report const& from, ports::library const& words) {
  auto const people = from.left.people;
  return words.text(people == 1 ? "report.one_person" : "report.people", std::to_string(people),
                    from.session.language);
}

}  // namespace

std::string written_date(time_point at, std::string const& language) {
  static constexpr std::array nl = {"januari",   "februari", "maart",    "april",
                                    "mei",       "juni",     "juli",     "augustus",
                                    "september", "oktober",  "november", "december"};
  static constexpr std::array en = {"January",   "February", "March",    "April",
                                    "May",       "June",     "July",     "August",
                                    "September", "October",  "November", "December"};
  std::chrono::year_month_day const day{std::chrono::floor<std::chrono::days>(at)};
  auto const month = static_cast<std::size_t>(static_cast<unsigned>(day.month()) - 1);
  return std::to_string(static_cast<unsigned>(day.day())) + " "
         + (language == "en" ? en.at(month) : nl.at(month)) + " "
         + std::to_string(static_cast<int>(day.year()));
}

std::string report_markdown(report const& from, ports::library const& words) {
  std::string out = "# " + plain(from.session.title) + "\n\n" + plain(from.team) + " · "
                    + title_line(from, words) + " · " + people_line(from, words) + "\n";
  std::string section;
  std::string subject;
  for (auto const& row : rows_of(from, words)) {
    if (row.section != section) {
      section = row.section;
      subject.clear();
      out += "\n## " + plain(section) + "\n\n";
    }
    if (!row.subject.empty() && row.subject != subject) {
      subject = row.subject;
      out += "- **" + plain(subject) + "**\n";
    }
    if (row.text.empty() && !row.number) continue;
    auto line = plain(row.text);
    if (row.number) line += (line.empty() ? "" : ": ") + std::to_string(*row.number);
    out += (row.subject.empty() ? "" : "  - ") + line + "\n";
  }
  out += "\n" + words.text("report.for_whom", {}, from.session.language) + "\n";
  return out;
}

std::string report_csv(report const& from, ports::library const& words) {
  auto const& language = from.session.language;
  std::string out = "\xEF\xBB\xBF";
  for (auto const* key : {"column.section", "column.theme", "column.text", "column.count"}) {
    out +=
        cell(words.text(key, {}, language)) + (std::string_view(key) == "column.count" ? "" : ";");
  }
  out += "\r\n";
  auto const team = words.text("report.team", {}, language);
  out += cell(team) + ";" + cell(from.team) + ";" + cell(title_line(from, words)) + ";"
         + std::to_string(from.left.people) + "\r\n";
  for (auto const& row : rows_of(from, words)) {
    out += cell(row.section) + ";" + cell(row.subject) + ";" + cell(row.text) + ";"
           + (row.number ? std::to_string(*row.number) : std::string{}) + "\r\n";
  }
  return out;
}

}  // namespace viab::api
