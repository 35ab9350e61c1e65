// Imports of people and teams: one at a time, first checked, then written in small pieces.
#pragma once

#include "app/import_tools.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <deque>

namespace viab::app {

struct import_request {
  imports::kind of = imports::kind::people;
  std::shared_ptr<std::string const> file;
  // Whose people and teams alone may be touched; none: all of them.
  std::optional<directory::organisation_id> only;
  ports::act by;
  std::string owner;
};

class importer {
public:
  // All that the tools refer to outlives it.
  importer(boost::asio::any_io_executor executor, import_tools tools)
      : executor_(std::move(executor)), tools_(tools) {}

  // Whether a file is being checked or written at this moment.
  bool busy() const { return inside_->busy; }

  // Changes nothing. Refuses with import_running.
  boost::asio::awaitable<result<import_report>> check(import_request);
  // Begins and returns the job's id; `fingerprint` is that of the check. Refuses with
  // import_running, and with file_changed when this is another file.
  boost::asio::awaitable<result<std::string>> start(import_request, std::string fingerprint);
  // One of the last few; nothing for others.
  std::shared_ptr<import_job const> find(std::string const& id) const;

private:
  // What outlives the importer where a coroutine still holds on to it.
  struct inside {
    bool busy = false;
    std::deque<std::shared_ptr<import_job>> jobs;  // the newest in front
  };
  class turn {
  public:
    explicit turn(std::shared_ptr<inside> of) : of_(std::move(of)) { of_->busy = true; }
    ~turn() { of_->busy = false; }
    turn(turn const&) = delete;
    turn& operator=(turn const&) = delete;

  private:
    std::shared_ptr<inside> of_;
  };
  using turn_ptr = std::shared_ptr<turn>;

  std::shared_ptr<import_job> remember(import_request const&);
  static boost::asio::awaitable<void> run(import_tools, import_request, std::shared_ptr<import_job>,
                                          turn_ptr);

  boost::asio::any_io_executor executor_;
  import_tools tools_;
  std::shared_ptr<inside> inside_ = std::make_shared<inside>();
};

}  // namespace viab::app
