#include "app/teams_import.hpp"

#include "imports/refusals.hpp"

namespace viab::app {
namespace {

namespace asio = boost::asio;
using directory::membership;
using directory::team;
using known_ptr = std::shared_ptr<imports::known_teams>;

constexpr std::size_t id_bytes = 12;

asio::awaitable<void> read_teams(import_tools with, known_ptr known) {
  ports::list_query query;
  query.most = static_cast<int>(rows_in_read);
  ports::team_filter filter;
  filter.home = known->only;
  for (bool more = true; more;) {
    auto const part = co_await with.directory.teams(query, filter, known->now);
    for (auto const& one : part.rows) {
      known->teams[imports::folded(one.team.name.value())].push_back(one.team);
    }
    more = part.next.has_value();
    if (more) query.after = *part.next;
  }
}

asio::awaitable<void> read_challenges(import_tools with, known_ptr known) {
  ports::list_query query;
  query.most = static_cast<int>(rows_in_read);
  for (bool more = true; more;) {
    auto const part = co_await with.directory.challenges(query);
    for (auto const& one : part.rows) {
      known->challenges[imports::folded(one.name.value())] = one.id;
    }
    more = part.next.has_value();
    if (more) query.after = *part.next;
  }
}

std::vector<team_id> teams_named_in(imports::table const& table,
                                    imports::known_teams const& known) {
  std::vector<team_id> ids;
  for (auto const& one : table.lines) {
    auto const name = table.cell(one, imports::column::name);
    auto const found = known.teams.find(imports::folded(name.value_or("")));
    if (found == known.teams.end()) continue;
    for (auto const& there : found->second) ids.push_back(there.id);
  }
  std::ranges::sort(ids);
  auto const again = std::ranges::unique(ids);
  ids.erase(again.begin(), again.end());
  return ids;
}

asio::awaitable<void> read_memberships(import_tools with, known_ptr known,
                                       std::shared_ptr<imports::table const> table) {
  std::function<std::vector<team_id>()> collect = [table, known] {
    return teams_named_in(*table, *known);
  };
  auto collecting = done_aside(with.aside, std::move(collect));
  auto const ids = co_await std::move(collecting);
  // Of a team there may be many.
  for (std::size_t from = 0; from < ids.size(); from += rows_in_write) {
    auto wanted = slice_of(ids, from, rows_in_write);
    auto found = co_await with.bulk.memberships_of(std::move(wanted));
    for (auto& one : found) known->memberships[one.team].push_back(std::move(one));
  }
}

// Rows that wait to be written, each with its line.
template <class Row>
struct waiting {
  std::vector<Row> rows;
  std::vector<int> lines;

  void add(int line, Row row) {
    rows.push_back(std::move(row));
    lines.push_back(line);
  }
};

void count(import_job& job, ports::change became, int line) {
  if (became == ports::change::done) {
    ++job.written;
  } else {
    job.report.problems.add({line, 0, imports::refusals::line_overtaken()});
  }
}

// The ids of new ones, and what there is to write.
void make_ready(import_tools& with, imports::teams_plan& plan, waiting<team>& teams) {
  for (auto& one : plan.changes) {
    if (one.row.version == 0) one.row.id = team_id{with.dice.token(id_bytes)};
    if (one.write) teams.add(one.line, one.row);
    for (auto& row : one.memberships) {
      row.team = one.row.id;
      if (row.version == 0) row.id = directory::membership_id{with.dice.token(id_bytes)};
    }
  }
}

// Those of a new team that was not made have nowhere to go.
waiting<membership> memberships_in(imports::teams_plan& plan, std::vector<team_id> const& missing) {
  waiting<membership> out;
  for (auto& one : plan.changes) {
    if (std::ranges::binary_search(missing, one.row.id)) continue;
    for (auto& row : one.memberships) out.add(one.line, std::move(row));
  }
  return out;
}

}  // namespace

asio::awaitable<imports::teams_plan> plan_teams_import(
    import_tools with, std::shared_ptr<imports::table const> table,
    std::optional<directory::organisation_id> only) {
  auto const known = std::make_shared<imports::known_teams>();
  known->only = std::move(only);
  known->now = with.clock.now();
  known->organisations = co_await organisations_by_name(with);
  co_await read_challenges(with, known);
  co_await read_teams(with, known);
  co_await read_memberships(with, known, table);
  std::vector<imports::column> columns;
  columns.push_back(imports::column::facilitators);
  columns.push_back(imports::column::members);
  known->people = co_await people_named_in(with, table, std::move(columns));
  std::function<imports::teams_plan()> plan = [table, known] {
    return imports::plan_teams(*table, *known);
  };
  auto planning = done_aside(with.aside, std::move(plan));
  co_return co_await std::move(planning);
}

asio::awaitable<void> write_teams(import_tools with, imports::teams_plan plan, ports::act by,
                                  std::shared_ptr<import_job> job) {
  waiting<team> teams;
  make_ready(with, plan, teams);
  job->to_write = static_cast<int>(teams.rows.size());
  for (auto const& one : plan.changes) {
    job->to_write += static_cast<int>(one.memberships.size());
  }
  std::vector<team_id> missing;
  for (std::size_t from = 0; from < teams.rows.size(); from += rows_in_write) {
    auto rows = slice_of(teams.rows, from, rows_in_write);
    if (from > 0) co_await make_way();
    by.at = with.clock.now();
    auto const became = co_await with.bulk.save_teams(std::move(rows), by);
    for (std::size_t i = 0; i < became.size(); ++i) {
      count(*job, became[i], teams.lines[from + i]);
      bool const made = teams.rows[from + i].version > 0 || became[i] == ports::change::done;
      if (!made) missing.push_back(teams.rows[from + i].id);
    }
  }
  std::ranges::sort(missing);
  auto const members = memberships_in(plan, missing);
  for (std::size_t from = 0; from < members.rows.size(); from += rows_in_write) {
    auto rows = slice_of(members.rows, from, rows_in_write);
    if (from > 0) co_await make_way();
    by.at = with.clock.now();
    auto const became = co_await with.bulk.save_memberships(std::move(rows), by);
    for (std::size_t i = 0; i < became.size(); ++i) {
      count(*job, became[i], members.lines[from + i]);
    }
  }
}

}  // namespace viab::app
