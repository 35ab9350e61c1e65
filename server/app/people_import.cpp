#include "app/people_import.hpp"

#include "imports/refusals.hpp"

namespace viab::app {

namespace asio = boost::asio;
using directory::person;

constexpr std::size_t key_bytes = 16;

asio::awaitable<imports::people_plan> plan_people_import(
    import_tools with, std::shared_ptr<imports::table const> table,
    std::optional<directory::organisation_id> only) {
  auto const known = std::make_shared<imports::known_people>();
  known->only = std::move(only);
  known->organisations = co_await organisations_by_name(with);
  std::vector<imports::column> columns;
  columns.push_back(imports::column::email);
  known->people = co_await people_named_in(with, table, std::move(columns));
  std::function<imports::people_plan()> plan = [table, known] {
    return imports::plan_people(*table, *known);
  };
  auto planning = done_aside(with.aside, std::move(plan));
  co_return co_await std::move(planning);
}

asio::awaitable<void> write_people(import_tools with, imports::people_plan plan, ports::act by,
                                   std::shared_ptr<import_job> job) {
  auto& changes = plan.changes;
  job->to_write = static_cast<int>(changes.size());
  for (std::size_t from = 0; from < changes.size(); from += rows_in_write) {
    auto const end = std::min(changes.size(), from + rows_in_write);
    std::vector<person> rows;
    for (std::size_t i = from; i < end; ++i) {
      auto& row = changes[i].row;
      if (row.version == 0) row.key = person_id{"person:" + with.dice.token(key_bytes)};
      rows.push_back(std::move(row));
    }
    by.at = with.clock.now();
    auto const became = co_await with.bulk.save_people(std::move(rows), by);
    for (std::size_t i = from; i < end; ++i) {
      if (became[i - from] == ports::change::done) {
        ++job->written;
      } else {
        job->report.problems.add({changes[i].line, 0, imports::refusals::line_overtaken()});
      }
    }
  }
}

}  // namespace viab::app
