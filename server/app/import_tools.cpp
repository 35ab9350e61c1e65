#include "app/import_tools.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace viab::app {

namespace asio = boost::asio;

asio::awaitable<void> make_way() {
  auto const executor = co_await asio::this_coro::executor;
  asio::steady_timer pause(executor, between_writes);
  co_await pause.async_wait(asio::use_awaitable);
}

asio::awaitable<imports::by_name<directory::organisation_id>> organisations_by_name(
    import_tools with) {
  imports::by_name<directory::organisation_id> names;
  ports::list_query query;
  query.most = static_cast<int>(rows_in_read);
  for (bool more = true; more;) {
    auto const part = co_await with.directory.organisations(query);
    for (auto const& one : part.rows) names[imports::folded(one.name.value())] = one.id;
    more = part.next.has_value();
    if (more) query.after = *part.next;
  }
  co_return names;
}

asio::awaitable<people_by_address> people_named_in(import_tools with,
                                                   std::shared_ptr<imports::table const> table,
                                                   std::vector<imports::column> columns) {
  std::function<std::vector<email_address>()> collect = [table, columns] {
    return imports::addresses_in(*table, columns);
  };
  auto collecting = done_aside(with.aside, std::move(collect));
  auto const addresses = co_await std::move(collecting);
  people_by_address people;
  for (std::size_t from = 0; from < addresses.size(); from += rows_in_read) {
    auto wanted = slice_of(addresses, from, rows_in_read);
    auto found = co_await with.bulk.people_with(std::move(wanted));
    for (auto& one : found) people[imports::folded(one.email->value())] = std::move(one);
  }
  co_return people;
}

}  // namespace viab::app
