#include "adapters/memory/memory_team_store.hpp"

#include "adapters/memory/later.hpp"

#include <algorithm>
#include <stdexcept>

namespace viab::adapters {
namespace {

template <class Map, class Key>
auto find_in(Map const& map, Key const& key) -> std::optional<typename Map::mapped_type> {
  auto const found = map.find(key);
  if (found == map.end()) return std::nullopt;
  return found->second;
}

}  // namespace

void memory_team_store::must_know(std::string const& identity_key) const {
  if (!identities_.contains(identity_key)) {
    throw std::logic_error("no identity " + identity_key + ": save it first");
  }
}

boost::asio::awaitable<void> memory_team_store::save_team(ports::team_row team) {
  teams_[team.id] = std::move(team);
  co_await later();
}

boost::asio::awaitable<std::optional<ports::team_row>> memory_team_store::find_team(team_id id) {
  co_await later();
  co_return find_in(teams_, id);
}

boost::asio::awaitable<std::vector<ports::team_row>> memory_team_store::teams_of(
    std::string identity_key, time_point now) {
  co_await later();
  std::vector<ports::team_row> mine;
  for (auto const& [id, team] : teams_) {
    auto const held = memberships_.find({identity_key, id});
    if (held != memberships_.end() && held->second.second <= now) mine.push_back(team);
  }
  std::stable_sort(mine.begin(), mine.end(),
                   [](auto const& a, auto const& b) { return a.name < b.name; });
  co_return mine;
}

boost::asio::awaitable<std::vector<ports::session_summary>> memory_team_store::sessions_of(
    team_id team) {
  co_await later();
  std::vector<ports::session_summary> of_team;
  for (auto it = sessions_.rbegin(); it != sessions_.rend(); ++it) {
    if (it->team == team) of_team.push_back(*it);
  }
  co_return of_team;
}

boost::asio::awaitable<std::optional<ports::session_summary>> memory_team_store::find_session(
    session_id id) {
  co_await later();
  for (auto const& row : sessions_) {
    if (row.id == id) co_return row;
  }
  co_return std::nullopt;
}

boost::asio::awaitable<std::optional<ports::session_summary>>
memory_team_store::find_session_by_code(std::string code) {
  co_await later();
  if (code.empty()) co_return std::nullopt;
  for (auto it = sessions_.rbegin(); it != sessions_.rend(); ++it) {
    if (it->join_code == code && it->state != "closed") co_return *it;
  }
  co_return std::nullopt;
}

boost::asio::awaitable<void> memory_team_store::save_identity(ports::identity_row identity) {
  identities_[identity.key] = std::move(identity);
  co_await later();
}

boost::asio::awaitable<std::optional<ports::identity_row>> memory_team_store::find_identity(
    std::string key) {
  co_await later();
  co_return find_in(identities_, key);
}

boost::asio::awaitable<void> memory_team_store::save_browser(std::string cookie_hash,
                                                             std::string identity_key,
                                                             time_point until) {
  co_await later();
  must_know(identity_key);
  browsers_[cookie_hash] = {identity_key, until};
}

boost::asio::awaitable<std::optional<ports::identity_row>> memory_team_store::find_browser(
    std::string cookie_hash, time_point now) {
  co_await later();
  auto const browser = find_in(browsers_, cookie_hash);
  if (!browser || browser->second <= now) co_return std::nullopt;
  co_return find_in(identities_, browser->first);
}

boost::asio::awaitable<void> memory_team_store::remove_browser(std::string cookie_hash) {
  co_await later();
  browsers_.erase(cookie_hash);
}

boost::asio::awaitable<void> memory_team_store::remove_browsers_of(std::string identity_key) {
  co_await later();
  std::erase_if(browsers_, [&](auto const& entry) { return entry.second.first == identity_key; });
}

boost::asio::awaitable<void> memory_team_store::save_invitation(ports::invitation_row row) {
  invitations_[row.token_hash] = std::move(row);
  co_await later();
}

boost::asio::awaitable<std::optional<ports::invitation_row>> memory_team_store::find_invitation(
    std::string token_hash) {
  co_await later();
  co_return find_in(invitations_, token_hash);
}

boost::asio::awaitable<bool> memory_team_store::take_invitation(std::string token_hash,
                                                                time_point now) {
  co_await later();
  auto const found = invitations_.find(token_hash);
  if (found == invitations_.end() || found->second.used_at || found->second.until <= now) {
    co_return false;
  }
  found->second.used_at = now;
  co_return true;
}

boost::asio::awaitable<std::vector<ports::invitation_row>> memory_team_store::invitations_of(
    team_id team, time_point now) {
  co_await later();
  std::vector<ports::invitation_row> open;
  for (auto const& [hash, row] : invitations_) {
    if (row.team == team && !row.id.empty() && !row.used_at && row.until > now) {
      open.push_back(row);
    }
  }
  std::stable_sort(open.begin(), open.end(),
                   [](auto const& a, auto const& b) { return a.made_at > b.made_at; });
  co_return open;
}

boost::asio::awaitable<bool> memory_team_store::revoke_invitation(team_id team, std::string id) {
  co_await later();
  auto const gone = std::erase_if(invitations_, [&](auto const& entry) {
    return entry.second.team == team && !id.empty() && entry.second.id == id;
  });
  co_return gone > 0;
}

boost::asio::awaitable<void> memory_team_store::grant_session(std::string identity_key,
                                                              session_id session,
                                                              ports::access_row access) {
  co_await later();
  must_know(identity_key);
  auto const [row, is_new] = session_access_.try_emplace({identity_key, session}, access);
  if (!is_new && ports::rank(access.as) >= ports::rank(row->second.as)) row->second = access;
}

boost::asio::awaitable<void> memory_team_store::grant_team(std::string identity_key, team_id team,
                                                           role as, time_point now) {
  co_await later();
  must_know(identity_key);
  auto const [row, is_new] = memberships_.try_emplace({identity_key, team}, as, now);
  if (!is_new && ports::rank(as) > ports::rank(row->second.first)) row->second.first = as;
}

boost::asio::awaitable<std::optional<ports::access_row>> memory_team_store::access_to_session(
    std::string identity_key, session_id session) {
  co_await later();
  co_return find_in(session_access_, std::pair{identity_key, session});
}

boost::asio::awaitable<std::optional<role>> memory_team_store::access_to_team(
    std::string identity_key, team_id team, time_point now) {
  co_await later();
  auto const held = find_in(memberships_, std::pair{identity_key, team});
  if (!held || held->second > now) co_return std::nullopt;
  co_return held->first;
}

}  // namespace viab::adapters
