#include "api/asker.hpp"

#include "api/reply.hpp"

#include <charconv>

namespace viab::api {
namespace {

namespace asio = boost::asio;

// Enough to tell people apart, too short to be tried against anything else.
constexpr std::size_t actor_characters = 16;

template <class Number>
std::optional<Number> read_number(std::string_view text) {
  Number read{};
  auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), read);
  if (wrong != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return read;
}

}  // namespace

asio::awaitable<asker> asker_of(services& with, std::string cookie, std::string origin) {
  asker who;
  who.act.origin = std::move(origin);
  who.act.at = with.clock.now();
  who.identity = co_await with.sign_in.who(std::move(cookie));
  if (!who.identity) co_return who;
  who.act.actor = with.prints.of(who.identity->key).substr(0, actor_characters);
  who.standing.guest = who.identity->guest;
  who.standing.known = !who.identity->guest;
  person_id const key{who.identity->key};
  auto const person = co_await with.directory.find_person(key);
  if (person && !person->left_at) {
    who.standing.as = person->as;
    who.standing.trainer = person->trainer;
    who.standing.organisation = person->organisation;
  }
  co_return who;
}

asio::awaitable<directory::place> place_of(services& with, std::optional<std::string> identity,
                                           team_id id) {
  directory::place where;
  auto const team = co_await with.directory.find_directory_team(id);
  if (team) where.organisation = team->home;
  if (identity) {
    where.in_team = co_await with.teams.access_to_team(std::move(*identity), id, with.clock.now());
  }
  co_return where;
}

net::response not_allowed(services const& with, net::request const& asked, asker const& who) {
  if (!who.standing.known) return signed_out(with, asked);
  return refused(with, asked, {"not_allowed", {}});
}

std::optional<int> version_in(net::request const& asked) {
  auto text = asked.header("If-Match");
  if (text.size() > 2 && text.front() == '"' && text.back() == '"') {
    text = text.substr(1, text.size() - 2);
  }
  auto const read = read_number<int>(text);
  return read && *read > 0 ? read : std::nullopt;
}

net::response version_missing(services const& with, net::request const& asked) {
  return refused(with, asked, {"version_missing", {}});
}

void set_version(net::response& answer, int version) {
  answer.headers.push_back({"ETag", '"' + std::to_string(version) + '"'});
}

net::response not_changed(services const& with, net::request const& asked, ports::change became,
                          std::string_view taken_or_in_use) {
  switch (became) {
    case ports::change::not_found:
      return not_found(with, asked);
    case ports::change::changed_meanwhile:
      return refused(with, asked, {"changed_by_another", {}});
    case ports::change::taken:
    case ports::change::in_use:
    case ports::change::done:
      break;
  }
  return refused(with, asked, {std::string(taken_or_in_use), {}});
}

ports::list_query list_query_of(net::request const& asked) {
  ports::list_query query;
  query.search = std::string(asked.query("search").substr(0, 100));
  query.after = std::string(asked.query("after").substr(0, 400));
  if (auto const most = read_number<int>(asked.query("limit"))) query.most = *most;
  return query;
}

}  // namespace viab::api
