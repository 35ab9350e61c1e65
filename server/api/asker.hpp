// Who sends a request, what that person may do, and the words with which a handler says no.
#pragma once

#include "api/services.hpp"
#include "directory/permission.hpp"

#include <optional>
#include <string>

namespace viab::api {

struct asker {
  std::optional<ports::identity_row> identity;
  directory::standing standing;
  ports::act act;  // for the audit log

  bool may(directory::deed what, directory::place const& where = {}) const {
    return directory::may(standing, what, where);
  }
};

boost::asio::awaitable<asker> asker_of(services&, std::string cookie, std::string origin);

// What the person is in the team, and whose team it is.
boost::asio::awaitable<directory::place> place_of(services&, std::optional<std::string> identity,
                                                  team_id);

// 401 to who is not signed in, 403 to anybody else.
net::response not_allowed(services const&, net::request const&, asker const&);

// The version in If-Match ("3"); none when there is none, or it is no number.
std::optional<int> version_in(net::request const&);
// 428: without a version two people could overwrite each other.
net::response version_missing(services const&, net::request const&);
void set_version(net::response&, int version);

// The answer to a change that was not done: 404, 409 or 412 with its sentence. `taken` says which
// member another one has; `in_use` why it cannot go.
net::response not_changed(services const&, net::request const&, ports::change,
                          std::string_view taken_or_in_use = {});

ports::list_query list_query_of(net::request const&);

}  // namespace viab::api
