#include "app/people_import.hpp"

#include "imports/refusals.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

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

namespace {

using changes_of_people = std::vector<imports::planned<person>>;
using changes_ptr = std::shared_ptr<changes_of_people>;

// In the order of keys: then a piece touches few pages of the tables, and live sessions wait less
// for the disk. A key is chance, so that it does not tell where in the file somebody stood.
asio::awaitable<changes_ptr> in_order_of_keys(import_tools with, changes_ptr changes) {
  auto const executor = co_await asio::this_coro::executor;
  for (std::size_t i = 0; i < changes->size(); ++i) {
    auto& row = (*changes)[i].row;
    if (row.version == 0) row.key = person_id{"person:" + with.dice.token(key_bytes)};
    if (i % rows_in_read == 0) co_await asio::post(executor, asio::use_awaitable);
  }
  std::function<void()> sort = [changes] {
    std::ranges::sort(*changes, {}, [](auto const& one) -> auto& { return one.row.key; });
  };
  auto sorting = with.aside.run(std::move(sort));
  co_await std::move(sorting);
  co_return changes;
}

}  // namespace

asio::awaitable<void> write_people(import_tools with, imports::people_plan plan, ports::act by,
                                   std::shared_ptr<import_job> job) {
  auto unsorted = std::make_shared<changes_of_people>(std::move(plan.changes));
  job->to_write = static_cast<int>(unsorted->size());
  auto ordering = in_order_of_keys(with, std::move(unsorted));
  auto const changes = co_await std::move(ordering);
  for (std::size_t from = 0; from < changes->size(); from += rows_in_write) {
    auto const end = std::min(changes->size(), from + rows_in_write);
    std::vector<person> rows;
    for (std::size_t i = from; i < end; ++i) rows.push_back(std::move((*changes)[i].row));
    if (from > 0) co_await make_way();
    by.at = with.clock.now();
    auto const became = co_await with.bulk.save_people(std::move(rows), by);
    for (std::size_t i = from; i < end; ++i) {
      if (became[i - from] == ports::change::done) {
        ++job->written;
      } else {
        job->report.problems.add({(*changes)[i].line, 0, imports::refusals::line_overtaken()});
      }
    }
  }
}

}  // namespace viab::app
