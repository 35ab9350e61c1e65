// The way to the organisation's identity provider and back.
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/failure_count.hpp"
#include "api/reply.hpp"
#include "api/sign_in_cookies.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace viab::api {
namespace {

namespace asio = boost::asio;

struct door {
  services& with;
  failure_count failures;        // ways back that were not asked for
  failure_count begun{60, 600};  // each is kept for ten minutes
};
using shared_door = std::shared_ptr<door>;

asio::awaitable<net::response> begin(shared_door at, net::request asked) {
  auto& with = at->with;
  if (!with.by_provider.available()) co_return not_found(with, asked);
  body from(asked);
  auto const to = from.text_or_empty<text<200>>("return_to");
  if (!from.fine()) co_return from.problem(with, asked);
  if (!at->begun.may_try(asked.remote, with.clock.now())) {
    co_return refused(with, asked, {"too_many_tries", {}});
  }
  at->begun.failed(asked.remote, with.clock.now());
  auto const begun = co_await with.by_provider.begin(to.value());
  if (!begun) {
    ports::act const by{"unknown", asked.remote, with.clock.now()};
    std::string const why(openid::word(begun.why()));
    co_await with.audit.note("sign_in_with_provider", "person:unknown", why, by);
    co_return refused(with, asked, {"provider_away", {}});
  }
  auto answer = reply({{"url", begun->url}});
  set_login_cookie(answer, with, begun->browser_secret);
  co_return answer;
}

// The fields were taken apart on their way here; the rules want to see them as they came.
std::string query_of(net::request const& asked) {
  std::string query;
  for (auto const& [name, value] : asked.query_fields) {
    if (!query.empty()) query += '&';
    query += openid::form_escaped(name) + '=' + openid::form_escaped(value);
  }
  return query;
}

// A browser comes here by itself, so that the answer is a page: the own one, or where it says what
// is wrong. Why exactly is for the audit log: whoever tries something learns nothing.
asio::awaitable<net::response> back(shared_door at, net::request asked) {
  auto& with = at->with;
  if (!with.by_provider.available()) co_return not_found(with, asked);
  if (!at->failures.may_try(asked.remote, with.clock.now())) {
    co_return net::redirect("/sign-in#failed");  // no more rows in the log either
  }
  auto const here = co_await asker_of(with, cookie_of(asked, with), asked.remote);
  std::optional<person_id> person;
  if (here.identity && !here.identity->guest) person = person_id{here.identity->key};
  auto const ended =
      co_await with.by_provider.end(query_of(asked), login_cookie(asked, with), std::move(person),
                                    language_of(asked), asked.remote);
  if (!ended || !ended->person) {
    bool const denied = !ended && ended.why() == openid::problem::denied_by_provider;
    at->failures.failed(asked.remote, with.clock.now());
    std::string const why(ended ? "has_left" : openid::word(ended.why()));
    co_await with.audit.note("sign_in_with_provider", "person:unknown", why, here.act);
    auto answer = net::redirect(ended    ? "/sign-in#left"
                                : denied ? "/sign-in#denied"
                                         : "/sign-in#failed");
    forget_login_cookie(answer, with);
    co_return answer;
  }
  auto const cookie =
      co_await with.sign_in.new_cookie_for(ended->person->value, cookie_of(asked, with));
  auto const who = co_await asker_of(with, cookie, asked.remote);
  co_await with.audit.note("sign_in_with_provider", "person:self", "done", who.act);
  auto answer = net::redirect(ended->return_to);
  set_cookie(answer, with, cookie);
  forget_login_cookie(answer, with);
  co_return answer;
}

}  // namespace

void add_provider_logins(net::router& router, services& with) {
  auto const at = std::make_shared<door>(door{with, failure_count()});
  router.route("POST", "/api/v1/sign-in/provider",
               [at](net::request asked) { return begin(at, std::move(asked)); });
  router.route("GET", "/sign-in/back",
               [at](net::request asked) { return back(at, std::move(asked)); });
}

}  // namespace viab::api
