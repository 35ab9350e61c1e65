// Links that make somebody a member of a team: made, listed while nobody used them, taken back.
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using directory::deed;

constexpr std::size_t id_bytes = 12;
constexpr auto links_live = std::chrono::hours(24 * 7);
constexpr std::size_t most_open = 200;  // of one team

nlohmann::json as_json(ports::invitation_row const& row) {
  return {{"id", row.id},
          {"label", row.label},
          {"role", word_of(row.as)},
          {"made_at", time_or_null(row.made_at)},
          {"until", time_or_null(row.until)}};
}

// Whether the asker may invite; `no` is the answer to who may not.
struct permission {
  asker who;
  std::optional<net::response> no;
};
asio::awaitable<permission> may_invite(services& with, net::request const asked) {
  permission found;
  found.who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  team_id const id{std::string(asked.param("id"))};
  auto key = found.who.identity ? std::optional(found.who.identity->key) : std::nullopt;
  auto const where = co_await place_of(with, std::move(key), id);
  if (!found.who.may(deed::list_members, where)) {
    found.no = not_found(with, asked);
  } else if (!found.who.may(deed::invite_to_team, where)) {
    found.no = not_allowed(with, asked, found.who);
  }
  co_return found;
}

asio::awaitable<net::response> list(services& with, net::request asked) {
  auto allowed = co_await may_invite(with, asked);
  if (allowed.no) co_return std::move(*allowed.no);
  team_id const id{std::string(asked.param("id"))};
  auto const open = co_await with.teams.invitations_of(id, with.clock.now());
  nlohmann::json answer = {{"invitations", nlohmann::json::array()}};
  for (auto const& row : open) answer["invitations"].push_back(as_json(row));
  co_return reply(answer);
}

asio::awaitable<net::response> make(services& with, net::request asked) {
  auto allowed = co_await may_invite(with, asked);
  if (allowed.no) co_return std::move(*allowed.no);
  body from(asked);
  auto const now = with.clock.now();
  ports::invitation_row row;
  row.team = team_id{std::string(asked.param("id"))};
  row.as = from.word("role", {"participant", "facilitator"}) == "facilitator" ? role::facilitator
                                                                              : role::participant;
  row.label = from.text_or_empty<name_text>("label").value();
  row.until = now + links_live;
  row.made_at = now;
  row.once = true;
  row.id = with.dice.token(id_bytes);
  if (!from.fine()) co_return from.problem(with, asked);
  auto const open = co_await with.teams.invitations_of(*row.team, now);
  if (open.size() >= most_open) {
    co_return refused(with, asked, {"too_many_items", std::to_string(most_open)});
  }
  auto answer = as_json(row);
  auto const object = "team:" + row.team->value;
  auto const token = co_await with.sign_in.invite(std::move(row));
  co_await with.audit.note("invite", object, "done", allowed.who.act);
  // The only time that the link is shown: what is kept is a hash of it.
  answer["link"] = with.config.public_url + "/in#" + token;
  co_return reply(answer, 201);
}

asio::awaitable<net::response> revoke(services& with, net::request asked) {
  auto allowed = co_await may_invite(with, asked);
  if (allowed.no) co_return std::move(*allowed.no);
  team_id const id{std::string(asked.param("id"))};
  bool const gone =
      co_await with.teams.revoke_invitation(id, std::string(asked.param("invitation")));
  if (!gone) co_return not_found(with, asked);
  co_await with.audit.note("revoke_invitation", "team:" + id.value, "done", allowed.who.act);
  co_return net::empty_response(204);
}

}  // namespace

void add_team_invitations(net::router& router, services& with) {
  router.route("GET", "/api/v1/teams/{id}/invitations",
               [&with](net::request asked) { return list(with, std::move(asked)); });
  router.route("POST", "/api/v1/teams/{id}/invitations",
               [&with](net::request asked) { return make(with, std::move(asked)); });
  router.route("DELETE", "/api/v1/teams/{id}/invitations/{invitation}",
               [&with](net::request asked) { return revoke(with, std::move(asked)); });
}

}  // namespace viab::api
