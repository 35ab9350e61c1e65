// People and teams from a CSV file: first what it comes to, then the import itself, then how far.
#include "api/asker.hpp"
#include "api/reply.hpp"
#include "imports/table.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using directory::deed;
using directory::organisation_id;
using imports::kind;

constexpr std::size_t most_file_bytes = 16 * 1024 * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// As for one person and one team, changed by hand.
deed deed_of(kind of) { return of == kind::people ? deed::change_person : deed::change_team; }

bool may_everywhere(asker const& who, kind of) { return who.may(deed_of(of)); }

bool may_at_home(asker const& who, kind of) {
  directory::place own;
  own.organisation = who.standing.organisation;
  return who.may(deed_of(of), own);
}

asio::awaitable<std::optional<net::response>> admit(services& with, kind of, net::request head) {
  auto const who = co_await asker_of(with, cookie_of(head, with), head.remote);
  if (may_at_home(who, of)) co_return std::nullopt;
  co_return not_allowed(with, head, who);
}

app::import_request request_of(asker const& who, kind of, std::string file) {
  app::import_request asked;
  asked.of = of;
  asked.file = std::make_shared<std::string const>(std::move(file));
  if (!may_everywhere(who, of)) asked.only = who.standing.organisation;
  asked.by = who.act;
  asked.owner = who.identity->key;
  return asked;
}

nlohmann::json problems_of(services const& with, app::import_report const& report,
                           std::string const& language) {
  auto all = nlohmann::json::array();
  for (auto const& one : report.problems.in_order()) {
    auto const column = static_cast<std::size_t>(one.column);
    bool const named = column > 0 && column <= report.headers.size();
    all.push_back({{"line", one.line},
                   {"column", one.column},
                   {"header", named ? report.headers[column - 1] : std::string()},
                   {"code", one.why.code},
                   {"reason", with.library.sentence(one.why.code, one.why.detail, language)}});
  }
  return all;
}

nlohmann::json as_json(services const& with, app::import_report const& report,
                       std::string const& language) {
  return {{"new", report.made},
          {"changed", report.changed},
          {"same", report.same},
          {"problems", problems_of(with, report, language)},
          {"problems_total", report.problems.total()}};
}

asio::awaitable<net::response> check(services& with, kind of, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!may_at_home(who, of)) co_return not_allowed(with, asked, who);
  auto wanted = request_of(who, of, std::move(asked.body));
  auto const found = co_await with.importer.check(std::move(wanted));
  if (!found) co_return refused(with, asked, found.why());
  auto answer = as_json(with, *found, language_of(asked));
  answer["fingerprint"] = found->fingerprint;
  co_return reply(answer);
}

asio::awaitable<net::response> start(services& with, kind of, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!may_at_home(who, of)) co_return not_allowed(with, asked, who);
  std::string fingerprint(asked.query("fingerprint"));
  auto wanted = request_of(who, of, std::move(asked.body));
  auto const begun = co_await with.importer.start(std::move(wanted), std::move(fingerprint));
  if (!begun) co_return refused(with, asked, begun.why());
  co_return reply({{"id", *begun}}, 202);
}

std::string_view word_of(app::import_state state) {
  switch (state) {
    case app::import_state::done:
      return "done";
    case app::import_state::refused:
      return "refused";
    case app::import_state::stopped:
      return "stopped";
    case app::import_state::running:
      break;
  }
  return "running";
}

// To others than who began it, and administrators, there is none.
asio::awaitable<net::response> progress(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.standing.known) co_return not_allowed(with, asked, who);
  std::string const id(asked.param("id"));
  auto const job = with.importer.find(id);
  bool const seen = job && (job->owner == who.identity->key || may_everywhere(who, job->of));
  if (!seen) co_return not_found(with, asked);
  auto answer = as_json(with, job->report, language_of(asked));
  answer["id"] = job->id;
  answer["kind"] = job->of == kind::people ? "people" : "teams";
  answer["state"] = word_of(job->state);
  answer["written"] = job->written;
  answer["to_write"] = job->to_write;
  co_return reply(answer);
}

asio::awaitable<net::response> example(services& with, kind of, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!may_at_home(who, of)) co_return not_allowed(with, asked, who);
  auto const wished = asked.query("language");
  auto const language = wished == "nl" || wished == "en" ? std::string(wished) : language_of(asked);
  bool const dutch = language == "nl";
  std::string const name = of == kind::people ? (dutch ? "mensen.csv" : "people.csv") : "teams.csv";
  net::response answer;
  answer.content_type = "text/csv; charset=utf-8";
  answer.headers.push_back({"Content-Disposition", "attachment; filename=\"" + name + '"'});
  // Spreadsheets read UTF-8 when this stands before it.
  answer.body = std::string(byte_order_mark) + imports::example_of(of, language);
  co_return answer;
}

void add_kind(net::router& router, services& with, std::string const& path, kind of) {
  net::route_options of_a_file;
  of_a_file.body_limit = most_file_bytes;
  of_a_file.content = "text/csv";
  of_a_file.admit = [&with, of](net::request head) { return admit(with, of, std::move(head)); };
  router.route("GET", path + "/example",
               [&with, of](net::request asked) { return example(with, of, std::move(asked)); });
  router.route(
      "POST", path + "/check",
      [&with, of](net::request asked) { return check(with, of, std::move(asked)); }, of_a_file);
  router.route(
      "POST", path, [&with, of](net::request asked) { return start(with, of, std::move(asked)); },
      of_a_file);
}

}  // namespace

void add_imports(net::router& router, services& with) {
  add_kind(router, with, "/api/v1/imports/people", kind::people);
  add_kind(router, with, "/api/v1/imports/teams", kind::teams);
  router.route("GET", "/api/v1/imports/{id}",
               [&with](net::request asked) { return progress(with, std::move(asked)); });
}

}  // namespace viab::api
