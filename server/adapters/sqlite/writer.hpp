// The one connection that writes, on a thread of its own, and the joining of what waits for it.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/failures.hpp"
#include "adapters/worker_thread.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace viab::adapters::sqlite {

// What a piece of work gets: the connection, inside its own savepoint.
struct write_scope {
  connection& db;
  // Set when the work removed what must not survive in the log: that is then truncated soon.
  bool forget = false;
};

struct writing_health {
  bool writes = true;
  bool may_recover = true;  // false after a failed disk: only opening the database anew helps
  std::string reason;
};

struct writing_counts {
  std::uint64_t commits = 0;
  std::uint64_t pieces = 0;       // pieces of work that were committed
  std::uint64_t truncations = 0;  // of the write-ahead log, because something had to be forgotten
};

class writer {
public:
  using work = std::function<void(write_scope&)>;

  explicit writer(std::unique_ptr<connection>);
  // Commits what waits, empties the log into the file and closes.
  ~writer();
  writer(writer const&) = delete;
  writer& operator=(writer const&) = delete;

  // Returns after the commit. All that waits when the thread is free goes into one transaction, and
  // what one turn of the event loop asks for is not parted; what one throws undoes that one alone.
  // Throws store_failure when the commit failed. For callers on one thread.
  boost::asio::awaitable<void> write(work);

  // From any thread.
  writing_health health() const;
  writing_counts counts() const;

private:
  using done = std::function<void(std::exception_ptr)>;
  struct piece {
    work what;
    done resume;  // on `home`
    boost::asio::any_io_executor home;
    std::exception_ptr failure;  // of this piece alone
  };
  // What the present turn of the callers' event loop asked for; outlives the writer where it must.
  struct gathering {
    writer* to;
    std::vector<piece> pieces;
  };
  struct submission;

  // On the callers' thread.
  void gather(piece);
  static void hand_over(gathering&);

  // On the writer's thread.
  void take(std::vector<piece>);
  void commit_waiting();
  static void tell(std::vector<piece>, std::exception_ptr of_all);
  std::exception_ptr commit_all(std::vector<piece>&);
  void do_one(piece&);
  std::exception_ptr give_up(SQLite::Exception const&);
  void roll_back();
  void look_after_log();
  bool checkpoint(bool truncate);
  void try_again_later();
  void close();

  std::shared_ptr<gathering> gathered_;
  std::unique_ptr<connection> db_;
  std::vector<piece> waiting_;
  bool commit_is_due_ = false;
  bool must_forget_ = false;
  bool retry_is_due_ = false;
  bool closing_ = false;
  int log_pages_ = 0;        // in the write-ahead log after the last commit
  int checkpoint_at_ = 0;    // pages
  std::string stopped_why_;  // written once, before `state_` says stopped

  enum class state : int { writing, full, stopped };
  std::atomic<state> state_ = state::writing;
  std::atomic<std::uint64_t> commits_ = 0;
  std::atomic<std::uint64_t> pieces_ = 0;
  std::atomic<std::uint64_t> truncations_ = 0;
  worker_thread thread_;  // ends before what it works on
  boost::asio::steady_timer retry_;
};

}  // namespace viab::adapters::sqlite
