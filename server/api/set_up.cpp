// The link of the first start: makes the first administrator.
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/failure_count.hpp"
#include "api/reply.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace viab::api {
namespace {

struct door {
  services& with;
  failure_count failures;
};

boost::asio::awaitable<net::response> use(std::shared_ptr<door> at, net::request asked) {
  auto& with = at->with;
  if (!at->failures.may_try(asked.remote, with.clock.now())) {
    co_return refused(with, asked, {"too_many_tries", {}});
  }
  body from(asked);
  auto const token = from.text<text<100>>("token");
  auto const name = from.text<name_text>("name");
  auto const email = from.address("email");
  if (!from.fine()) co_return from.problem(with, asked);
  auto const first =
      co_await with.set_up.use(token.value(), name, email, language_of(asked), asked.remote);
  if (!first) {
    at->failures.failed(asked.remote, with.clock.now());
    co_return refused(with, asked, {"unknown_set_up_link", {}});
  }
  auto const cookie =
      co_await with.sign_in.new_cookie_for(first->key.value, cookie_of(asked, with));
  auto answer = reply({{"name", first->name.value()}});
  set_cookie(answer, with, cookie);
  co_return answer;
}

}  // namespace

void add_set_up(net::router& router, services& with) {
  auto const at = std::make_shared<door>(door{with, failure_count()});
  router.route("POST", "/api/v1/set-up",
               [at](net::request asked) { return use(at, std::move(asked)); });
}

}  // namespace viab::api
