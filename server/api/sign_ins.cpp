// Signing in: by e-mail with a second step, or with the organisation's identity provider.
#include "api/asker.hpp"
#include "api/body.hpp"
#include "api/failure_count.hpp"
#include "api/qr_code.hpp"
#include "api/reply.hpp"
#include "api/sign_in_cookies.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace viab::api {
namespace {

namespace asio = boost::asio;
using app::sign_in_step;

struct desk {
  services& with;
  failure_count failures;  // wrong links and codes
  // A whole office may come through one address at nine o'clock.
  failure_count asked{60, 600};

  bool may_try(net::request const& asking) {
    return failures.may_try(asking.remote, with.clock.now());
  }
  net::response wrong(net::request const& asking, refusal const& why) {
    failures.failed(asking.remote, with.clock.now());
    return refused(with, asking, why);
  }
};
using shared_desk = std::shared_ptr<desk>;

std::string_view word_of(sign_in_step step) {
  switch (step) {
    case sign_in_step::done:
      return "done";
    case sign_in_step::second_step:
      return "second_step";
    case sign_in_step::set_up_second_step:
      return "set_up_second_step";
  }
  return "";
}

asio::awaitable<net::response> ways(services& with, net::request) {
  nlohmann::json answer = {{"by_mail", with.by_mail.available() && !with.by_provider.available()},
                           {"provider", nullptr}};
  if (with.by_provider.available()) answer["provider"] = with.by_provider.name();
  co_return reply(answer);
}

// Whoever asks gets the same answer at once, whether somebody has that address or not.
asio::awaitable<net::response> ask(shared_desk at, net::request asked) {
  auto& with = at->with;
  if (!with.by_mail.available() || with.by_provider.available()) co_return not_found(with, asked);
  body from(asked);
  auto const address = from.address("email");
  if (from.fine() && !address) from.wrong("email", {"not_an_address", {}});
  if (!from.fine()) co_return from.problem(with, asked);
  if (!at->asked.may_try(asked.remote, with.clock.now())) {
    co_return refused(with, asked, {"too_many_tries", {}});
  }
  at->asked.failed(asked.remote, with.clock.now());
  auto const browser = with.by_mail.new_browser();
  auto executor = co_await asio::this_coro::executor;
  asio::co_spawn(executor, with.by_mail.ask(browser, *address), [](std::exception_ptr failure) {
    if (failure) spdlog::warn("a request for a sign-in link could not be kept");
  });
  auto answer = reply({{"minutes", app::sign_in_link_lives.count()}}, 202);
  set_asking_cookie(answer, with, browser);
  co_return answer;
}

// The browser has its person now; what it was asking with is over.
asio::awaitable<net::response> arrived(services& with, net::request const asked, person_id person,
                                       char const* how, nlohmann::json told) {
  auto const cookie = co_await with.sign_in.new_cookie_for(person.value, cookie_of(asked, with));
  auto const who = co_await asker_of(with, cookie, asked.remote);
  co_await with.audit.note(how, "person:self", "done", who.act);
  auto answer = reply(told);
  set_cookie(answer, with, cookie);
  forget_asking_cookie(answer, with);
  co_return answer;
}

using proof = asio::awaitable<result<app::sign_in_progress>> (app::mail_sign_in::*)(std::string,
                                                                                    std::string);

// A link, a code or a second step: what comes next, or why it is not believed.
template <std::size_t most>
asio::awaitable<net::response> prove(shared_desk at, net::request asked, char const* member,
                                     proof how) {
  auto& with = at->with;
  if (!at->may_try(asked)) co_return refused(with, asked, {"too_many_tries", {}});
  body from(asked);
  auto const typed = from.text<text<most>>(member);
  if (!from.fine()) co_return from.problem(with, asked);
  auto const became = co_await (with.by_mail.*how)(asking_cookie(asked, with), typed.value());
  if (!became) {
    ports::act const by{"unknown", asked.remote, with.clock.now()};
    co_await with.audit.note("sign_in_by_mail", "person:unknown", became.why().code, by);
    co_return at->wrong(asked, became.why());
  }
  nlohmann::json told = {{"next", word_of(became->next)}};
  if (became->next != sign_in_step::done) co_return reply(told);
  auto answer = co_await arrived(with, asked, became->person, "sign_in_by_mail", std::move(told));
  co_return answer;
}

asio::awaitable<net::response> begin_set_up(services& with, net::request asked) {
  auto const begun = co_await with.by_mail.begin_set_up(asking_cookie(asked, with));
  if (!begun) co_return refused(with, asked, begun.why());
  co_return reply({{"secret", begun->secret}, {"address", begun->address}});
}

// The picture beside it: for the same browser only, as the secret itself.
asio::awaitable<net::response> picture(services& with, net::request asked) {
  auto const begun = co_await with.by_mail.begin_set_up(asking_cookie(asked, with));
  if (!begun) co_return not_found(with, asked);
  net::response answer;
  answer.content_type = "image/svg+xml";
  answer.body = qr_code_of(begun->address);
  co_return answer;
}

asio::awaitable<net::response> finish_set_up(shared_desk at, net::request asked) {
  auto& with = at->with;
  if (!at->may_try(asked)) co_return refused(with, asked, {"too_many_tries", {}});
  body from(asked);
  auto const code = from.text<text<20>>("code");
  if (!from.fine()) co_return from.problem(with, asked);
  auto const done = co_await with.by_mail.finish_set_up(asking_cookie(asked, with), code.value());
  if (!done) co_return at->wrong(asked, done.why());
  nlohmann::json told = {{"recovery_codes", done->recovery_codes}};
  auto answer = co_await arrived(with, asked, done->person, "set_up_second_step", std::move(told));
  co_return answer;
}

}  // namespace

void add_sign_ins(net::router& router, services& with) {
  auto const at = std::make_shared<desk>(desk{with, failure_count()});
  router.route("GET", "/api/v1/sign-in",
               [&with](net::request asked) { return ways(with, std::move(asked)); });
  router.route("POST", "/api/v1/sign-in/requests",
               [at](net::request asked) { return ask(at, std::move(asked)); });
  router.route("POST", "/api/v1/sign-in/link", [at](net::request asked) {
    return prove<100>(at, std::move(asked), "token", &app::mail_sign_in::use_link);
  });
  router.route("POST", "/api/v1/sign-in/code", [at](net::request asked) {
    return prove<20>(at, std::move(asked), "code", &app::mail_sign_in::use_code);
  });
  router.route("POST", "/api/v1/sign-in/second-step", [at](net::request asked) {
    return prove<40>(at, std::move(asked), "code", &app::mail_sign_in::use_second_step);
  });
  router.route("POST", "/api/v1/sign-in/authenticator",
               [&with](net::request asked) { return begin_set_up(with, std::move(asked)); });
  router.route("GET", "/api/v1/sign-in/authenticator/qr.svg",
               [&with](net::request asked) { return picture(with, std::move(asked)); });
  router.route("POST", "/api/v1/sign-in/authenticator/confirm",
               [at](net::request asked) { return finish_set_up(at, std::move(asked)); });
}

}  // namespace viab::api
