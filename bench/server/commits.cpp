#include "bench/server/commits.hpp"

#include "adapters/sqlite/event_rows.hpp"
#include "adapters/sqlite/opening.hpp"
#include "bench/generator/report.hpp"

#include <map>

namespace viab::bench {
namespace {

constexpr int rooms = 25;

class writing {
public:
  explicit writing(std::filesystem::path const& folder) {
    adapters::sqlite::prepare_folder(folder);
    db_ = adapters::sqlite::open_for_writing(folder / adapters::sqlite::database_name);
  }

  void one(int rows, samples& commits, samples& whole) {
    auto const began = now_ns();
    db_->run("begin immediate");
    std::map<std::string, ports::append_batch> batches;
    for (int i = 0; i < rows; ++i) add_to(batches);
    for (auto const& [name, batch] : batches) {
      adapters::sqlite::write_log(*db_, batch);
    }
    auto const written = now_ns();
    db_->run("commit");
    auto const done = now_ns();
    commits.add(done - written);
    whole.add(done - began);
  }

private:
  void add_to(std::map<std::string, ports::append_batch>& batches) {
    auto const name = "commit-" + std::to_string(++count_ % rooms);
    auto& batch = batches[name];
    batch.session = {name};
    ports::stored_event row;
    row.seq = ++seq_[name];
    row.kind = "group.card_renamed";
    row.actor = participant_id{1};
    row.payload = std::string(200, 'x');
    batch.events.push_back(std::move(row));
    auto id = "0198c000-0000-7000-8000-" + std::to_string(100000000000 + count_);
    batch.handled.push_back({"p1", std::move(id), 1, std::nullopt});
  }

  std::unique_ptr<adapters::sqlite::connection> db_;
  std::map<std::string, std::uint64_t> seq_;
  long count_ = 0;
};

}  // namespace

int measure_commits(arguments const& asked) {
  writing to(asked.text("data"));
  samples commits;
  samples whole;
  auto const rows = asked.whole("rows", 1);
  auto const until = now_ns() + seconds_ns(asked.number("seconds", 3));
  while (now_ns() < until) to.one(rows, commits, whole);
  report out;
  out.put("rows", rows).put("commit_ms", commits).put("transaction_ms", whole);
  out.put("commits", static_cast<double>(commits.count())).print();
  return 0;
}

}  // namespace viab::bench
