#include "app/importer.hpp"

#include "app/people_import.hpp"
#include "app/teams_import.hpp"
#include "domain/ensure.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>

namespace viab::app {
namespace {

namespace asio = boost::asio;
using table_ptr = std::shared_ptr<imports::table const>;

constexpr std::size_t jobs_remembered = 20;
constexpr std::size_t id_bytes = 16;

asio::awaitable<table_ptr> read_aside(import_tools with, import_request const& asked) {
  std::function<table_ptr()> read = [file = asked.file, of = asked.of] {
    return std::make_shared<imports::table const>(imports::read_table(*file, of));
  };
  return done_aside(with.aside, std::move(read));
}

asio::awaitable<std::string> fingerprint_aside(import_tools with, import_request const& asked) {
  std::function<std::string()> look = [file = asked.file, &prints = with.prints] {
    return prints.of(*file);
  };
  return done_aside(with.aside, std::move(look));
}

template <class Plan>
void report_of(Plan const& plan, import_report& into) {
  into.made = plan.made;
  into.changed = plan.changed;
  into.same = plan.same;
  into.problems = plan.problems;
}

// One row before those of what it changes, so that it is there however this ends, and one behind
// them: an import without the second did not come to its end.
asio::awaitable<void> note(import_tools with, import_request const& asked, std::string const& id,
                           std::string const how) {
  std::string const action = asked.of == imports::kind::people ? "import_people" : "import_teams";
  auto const object = "import:" + id;
  co_await with.audit.note(action, object, how, asked.by);
}

asio::awaitable<void> import_people(import_tools with, import_request const& asked,
                                    std::shared_ptr<import_job> job, table_ptr table) {
  auto plan = co_await plan_people_import(with, std::move(table), asked.only);
  report_of(plan, job->report);
  if (!plan.problems.empty()) co_return;
  co_await note(with, asked, job->id, "begun");
  co_await write_people(with, std::move(plan), asked.by, job);
  co_await note(with, asked, job->id, "done");
  job->state = import_state::done;
}

asio::awaitable<void> import_teams(import_tools with, import_request const& asked,
                                   std::shared_ptr<import_job> job, table_ptr table) {
  auto plan = co_await plan_teams_import(with, std::move(table), asked.only);
  report_of(plan, job->report);
  if (!plan.problems.empty()) co_return;
  co_await note(with, asked, job->id, "begun");
  co_await write_teams(with, std::move(plan), asked.by, job);
  co_await note(with, asked, job->id, "done");
  job->state = import_state::done;
}

asio::awaitable<import_report> checked(import_tools with, import_request const& asked) {
  import_report report;
  report.fingerprint = co_await fingerprint_aside(with, asked);
  auto table = co_await read_aside(with, asked);
  report.headers = table->headers;
  if (asked.of == imports::kind::people) {
    auto const plan = co_await plan_people_import(with, std::move(table), asked.only);
    report_of(plan, report);
  } else {
    auto const plan = co_await plan_teams_import(with, std::move(table), asked.only);
    report_of(plan, report);
  }
  co_return report;
}

}  // namespace

asio::awaitable<result<import_report>> importer::check(import_request asked) {
  if (busy()) co_return refusal{"import_running", {}};
  auto const mine = std::make_shared<turn>(inside_);
  co_return co_await checked(tools_, asked);
}

asio::awaitable<result<std::string>> importer::start(import_request asked,
                                                     std::string fingerprint) {
  if (busy()) co_return refusal{"import_running", {}};
  auto mine = std::make_shared<turn>(inside_);
  auto const print = co_await fingerprint_aside(tools_, asked);
  if (print != fingerprint) co_return refusal{"file_changed", {}};
  auto const job = remember(asked);
  job->report.fingerprint = print;
  auto running = run(tools_, std::move(asked), job, std::move(mine));
  asio::co_spawn(executor_, std::move(running), [](std::exception_ptr why) {
    if (why) std::rethrow_exception(why);
  });
  co_return job->id;
}

asio::awaitable<void> importer::run(import_tools with, import_request asked,
                                    std::shared_ptr<import_job> job, turn_ptr mine) {
  try {
    auto table = co_await read_aside(with, asked);
    job->report.headers = table->headers;
    if (asked.of == imports::kind::people) {
      co_await import_people(with, asked, job, std::move(table));
    } else {
      co_await import_teams(with, asked, job, std::move(table));
    }
    if (job->state == import_state::running) job->state = import_state::refused;
  } catch (bug const&) {
    throw;
  } catch (std::exception const& why) {
    spdlog::error("an import stopped after {} of {} rows: {}", job->written, job->to_write,
                  why.what());
    job->state = import_state::stopped;
  }
  mine.reset();
}

std::shared_ptr<import_job> importer::remember(import_request const& asked) {
  auto job = std::make_shared<import_job>();
  job->id = tools_.dice.token(id_bytes);
  job->owner = asked.owner;
  job->of = asked.of;
  inside_->jobs.push_front(job);
  if (inside_->jobs.size() > jobs_remembered) inside_->jobs.pop_back();
  return job;
}

std::shared_ptr<import_job const> importer::find(std::string const& id) const {
  auto const found =
      std::ranges::find_if(inside_->jobs, [&](auto const& one) { return one->id == id; });
  return found == inside_->jobs.end() ? nullptr : *found;
}

}  // namespace viab::app
