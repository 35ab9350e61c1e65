// Lets go of what is past its time.
#pragma once

#include "app/own_data.hpp"
#include "ports/audit_log.hpp"
#include "ports/retention_store.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>

namespace viab::app {

struct let_go {
  int texts = 0;     // sessions out of which people's own words were taken
  int sessions = 0;  // that are gone
  int people = 0;    // who were forgotten
  int rows = 0;      // of other tables
  bool anything() const { return texts + sessions + people + rows > 0; }
};

class retention {
public:
  retention(world& outside, session_registry& sessions, data_rights& rights,
            ports::retention_store& kept, ports::audit_log& audit, ports::keeping as)
      : outside_(outside),
        sessions_(sessions),
        rights_(rights),
        kept_(kept),
        audit_(audit),
        as_(as) {}

  ports::keeping const& keeping() const { return as_; }
  // Does what is due, and says in one line of the log how much that was. At most once an hour, so
  // that it can be called often; one call at a time does something.
  boost::asio::awaitable<void> look();
  boost::asio::awaitable<let_go> let_go_of_all();
  // One session before its time, for a team that wants so; whoever looks at it is sent away.
  boost::asio::awaitable<void> remove(session_id);

private:
  boost::asio::awaitable<int> texts();
  boost::asio::awaitable<int> whole_sessions();
  boost::asio::awaitable<int> people();
  boost::asio::awaitable<void> destroy_keys(session_id);
  boost::asio::awaitable<void> note(char const* action, session_id);

  world& outside_;
  session_registry& sessions_;
  data_rights& rights_;
  ports::retention_store& kept_;
  ports::audit_log& audit_;
  ports::keeping as_;
  std::optional<time_point> looked_at_;
  bool looking_ = false;
};

}  // namespace viab::app
