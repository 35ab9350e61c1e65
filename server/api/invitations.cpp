#include "api/reply.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

namespace asio = boost::asio;

asio::awaitable<net::response> preview(services& with, net::request asked) {
  auto const body = read_texts(asked, {"token"});
  if (!body || !body->contains("token")) co_return refused(with, asked, {"malformed", "/token"});
  auto const found = co_await with.sign_in.preview_invitation(body->at("token"));
  if (!found) co_return refused(with, asked, {"unknown_invitation", {}});
  co_return reply({{"team_name", found->team_name},
                   {"title", found->title},
                   {"language", found->language},
                   {"role", word_of(found->as)},
                   {"asks_name", found->asks_name}});
}

asio::awaitable<net::response> use(services& with, net::request asked) {
  auto const body = read_texts(asked, {"token", "name"});
  if (!body || !body->contains("token")) co_return refused(with, asked, {"malformed", "/token"});
  auto name = body->contains("name") ? body->at("name") : std::string{};
  auto const used = co_await with.sign_in.use_invitation(body->at("token"), std::move(name),
                                                         cookie_of(asked, with));
  if (!used) co_return refused(with, asked, used.why());
  nlohmann::json answer = {{"role", word_of(used->as)}, {"session", nullptr}, {"team", nullptr}};
  if (used->session) answer["session"] = used->session->value;
  if (used->team) answer["team"] = used->team->value;
  auto response = reply(answer);
  if (used->new_cookie) set_cookie(response, with, *used->new_cookie);
  co_return response;
}

}  // namespace

void add_invitations(net::router& router, services& with) {
  router.route("POST", "/api/v1/invitations/preview",
               [&with](net::request asked) { return preview(with, std::move(asked)); });
  router.route("POST", "/api/v1/invitations/use",
               [&with](net::request asked) { return use(with, std::move(asked)); });
}

}  // namespace viab::api
