// What is kept of one person, to show it to them, and taking that person out of it.
#pragma once

#include "ports/directory_store.hpp"
#include "ports/event_store.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace viab::ports {

// What a log and its outcome say after words were taken out. Events keep place, kind and time.
struct rewritten_session {
  std::vector<stored_event> events;        // those that changed
  std::optional<session_outcome> outcome;  // of a closed session: its texts, no counts
};
// Pure: it runs where the database is written, on the log as it is at that moment.
using rewriter = std::function<rewritten_session(std::vector<stored_event> const&)>;

// The rows of one table that are about a person, as a JSON array of objects. No secrets.
struct data_part {
  std::string table;
  std::string rows;
};

// A table as it is in the database, and what it is for: a word of the catalogue, empty when that
// knows it, or one of its columns, not.
struct kept_table {
  std::string name;
  std::string topic;
  std::vector<std::string> columns;
};

// Kept until it is done, so that nobody is half forgotten after a crash.
struct forget_request {
  std::string key;      // whose
  std::string becomes;  // what stands in its place where a place must remain
  std::string name;
};

class own_data_store {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  virtual ~own_data_store() = default;

  // `actor` is how the audit log knows this person.
  virtual awaitable<std::vector<data_part>> data_of(std::string key, std::string actor) = 0;
  virtual awaitable<std::vector<kept_table>> tables() = 0;
  // Those that the person may enter, and all of the teams that the person was ever in.
  virtual awaitable<std::vector<session_id>> sessions_of(std::string key) = 0;

  // From then on nobody is signed in as this person. Asked again it is still the first request.
  // in_use: the last administrator.
  virtual awaitable<change> ask_to_forget(std::string key, std::string becomes, act) = 0;
  virtual awaitable<std::vector<forget_request>> forget_requests() = 0;
  // Whether anything changed. What was there before is overwritten, in the file and in its log.
  virtual awaitable<bool> rewrite(session_id, rewriter) = 0;
  // Everything outside the sessions. Memberships remain as those of nobody, for the counts.
  virtual awaitable<void> finish_forgetting(forget_request, act) = 0;
};

}  // namespace viab::ports
