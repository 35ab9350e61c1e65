// Joining by a code: what it leads to, using it, and its QR picture.
#include "api/qr_code.hpp"
#include "api/reply.hpp"

#include "api/failure_count.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace viab::api {
namespace {

namespace asio = boost::asio;

nlohmann::json as_json(app::invitation_preview const& preview) {
  return {{"team_name", preview.team_name},
          {"title", preview.title},
          {"language", preview.language},
          {"role", word_of(preview.as)},
          {"asks_name", preview.asks_name}};
}

// Failures are counted, not joins: a whole office may come from one address.
struct desk {
  services& with;
  failure_count failures;

  std::optional<net::response> closed(net::request const& asked) {
    if (failures.may_try(asked.remote, with.clock.now())) return std::nullopt;
    return refused(with, asked, {"too_many_tries", {}});
  }
  net::response unknown(net::request const& asked, refusal const& why) {
    if (why.code == "unknown_code") failures.failed(asked.remote, with.clock.now());
    return refused(with, asked, why);
  }
};

asio::awaitable<net::response> preview(std::shared_ptr<desk> at, net::request asked) {
  if (auto full = at->closed(asked)) co_return std::move(*full);
  auto const body = read_texts(asked, {"code"});
  if (!body || !body->contains("code")) co_return refused(at->with, asked, {"malformed", "/code"});
  auto const found = co_await at->with.sign_in.preview_code(body->at("code"));
  if (!found) co_return at->unknown(asked, {"unknown_code", {}});
  co_return reply(as_json(*found));
}

asio::awaitable<net::response> use(std::shared_ptr<desk> at, net::request asked) {
  if (auto full = at->closed(asked)) co_return std::move(*full);
  auto const body = read_texts(asked, {"code", "name"});
  if (!body || !body->contains("code")) co_return refused(at->with, asked, {"malformed", "/code"});
  auto name = body->contains("name") ? body->at("name") : std::string{};
  auto const used = co_await at->with.sign_in.use_code(body->at("code"), std::move(name),
                                                       cookie_of(asked, at->with));
  if (!used) co_return at->unknown(asked, used.why());
  auto answer = reply({{"session", used->session->value}});
  if (used->new_cookie) set_cookie(answer, at->with, *used->new_cookie);
  co_return answer;
}

// Of any text that looks like a code, whether it works or not: the picture tells nothing.
asio::awaitable<net::response> picture(services& with, net::request asked) {
  auto const code = app::normalised_code(std::string(asked.param("code")));
  if (code.size() != 8) co_return not_found(with, asked);
  auto const address = with.config.public_url + "/j/" + app::shown_code(code);
  net::response answer;
  answer.content_type = "image/svg+xml";
  answer.body = qr_code_of(address);
  co_return answer;
}

}  // namespace

void add_codes(net::router& router, services& with) {
  auto const at = std::make_shared<desk>(desk{with, failure_count()});
  router.route("POST", "/api/v1/codes/preview",
               [at](net::request asked) { return preview(at, std::move(asked)); });
  router.route("POST", "/api/v1/codes/use",
               [at](net::request asked) { return use(at, std::move(asked)); });
  router.route("GET", "/j/{code}/qr.svg",
               [&with](net::request asked) { return picture(with, std::move(asked)); });
}

}  // namespace viab::api
