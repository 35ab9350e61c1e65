// A team takes one of its sessions away, before its time is over.
#include "api/asker.hpp"
#include "api/reply.hpp"

namespace viab::api {
namespace {

namespace asio = boost::asio;

asio::awaitable<net::response> remove(services& with, net::request asked) {
  auto const who = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  if (!who.standing.known) co_return signed_out(with, asked);
  session_id const id{std::string(asked.param("id"))};
  auto const session = co_await with.teams.find_session(id);
  if (!session) co_return not_found(with, asked);
  auto const as =
      co_await with.teams.access_to_team(who.identity->key, session->team, with.clock.now());
  if (!as) co_return not_found(with, asked);
  if (*as != role::facilitator) co_return refused(with, asked, {"not_facilitator", {}});
  if (session->state != "closed") co_return refused(with, asked, {"session_not_closed", {}});
  co_await with.retention.remove(id);
  co_await with.audit.note("remove_session", "session:" + id.value, "done", who.act);
  co_return net::empty_response(204);
}

}  // namespace

void add_session_removal(net::router& router, services& with) {
  router.route("DELETE", "/api/v1/sessions/{id}",
               [&with](net::request asked) { return remove(with, std::move(asked)); });
}

}  // namespace viab::api
