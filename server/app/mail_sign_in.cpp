#include "app/mail_sign_in.hpp"

#include "app/letters.hpp"
#include "domain/encoding.hpp"
#include "totp/recovery_codes.hpp"
#include "totp/totp.hpp"

#include <algorithm>

namespace viab::app {
namespace {

namespace asio = boost::asio;

constexpr std::size_t secret_bytes = 32;
constexpr int tries = 5;
// Of one person at a time: enough for who lost a letter, few for who wants to fill a mailbox.
constexpr int most_requests = 5;
constexpr char const* issuer = "Via B";

refusal no_such_link() { return {"unknown_sign_in_link", {}}; }
refusal wrong_code() { return {"wrong_code", {}}; }

// Eight digits out of 64 random bits: which ones are likelier is past the eleventh decimal.
std::string eight_digits(ports::dice& dice) {
  auto const bytes = from_base64url(dice.token(8)).value_or(std::string(8, '\0'));
  std::uint64_t number = 0;
  for (char const c : bytes) number = number * 256 + static_cast<unsigned char>(c);
  auto digits = std::to_string(number % 100'000'000);
  return std::string(8 - digits.size(), '0') + digits;
}

std::string digits_of(std::string_view typed) {
  std::string digits;
  std::copy_if(typed.begin(), typed.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

}  // namespace

std::string mail_sign_in::new_browser() { return with_.dice.token(secret_bytes); }

asio::awaitable<std::optional<ports::sign_in_request>> mail_sign_in::request_of(
    std::string browser) {
  if (browser.empty() || browser.size() > 100) co_return std::nullopt;
  auto print = with_.prints.of(browser);
  auto found = co_await with_.store.find_request(std::move(print), with_.clock.now());
  co_return found;
}

asio::awaitable<void> mail_sign_in::ask(std::string browser, email_address address) {
  auto const person = co_await with_.directory.find_person_by_email(address);
  auto const now = with_.clock.now();
  auto const token = with_.dice.token(secret_bytes);
  auto const code = eight_digits(with_.dice);
  ports::sign_in_request one;
  one.browser_hash = with_.prints.of(browser);
  one.token_hash = with_.prints.of(token);
  one.code_hash = with_.prints.of(browser + ":" + code);
  one.until = now + sign_in_link_lives;
  one.tries_left = tries;
  bool writes = person && !person->left_at;
  if (writes) {
    auto const before = co_await with_.store.requests_of(person->key, now);
    writes = before < most_requests;
    if (writes) one.person = person->key;
  }
  auto const key = "sign_in:" + one.token_hash;
  co_await with_.store.save_request(std::move(one), now);
  if (!writes) co_return;
  reader const to{address, person->name.value(), person->language};
  // The page knows by the first characters which kind of link it is.
  auto const link = with_.public_url + "/in#s-" + token;
  ports::letter letter{key, sign_in_letter(with_.library, to, link, code),
                       now + sign_in_link_lives};
  co_await with_.letters.post(std::move(letter));
}

asio::awaitable<result<sign_in_progress>> mail_sign_in::use_link(std::string browser,
                                                                 std::string token) {
  auto const request = co_await request_of(std::move(browser));
  auto const print = with_.prints.of(token);
  if (!request || !request->person || request->proved
      || !equal_in_constant_time(request->token_hash, print)) {
    co_return no_such_link();
  }
  auto proved = co_await prove(*request);
  co_return proved;
}

asio::awaitable<result<sign_in_progress>> mail_sign_in::use_code(std::string browser,
                                                                 std::string typed) {
  auto const request = co_await request_of(browser);
  if (!request || request->proved) co_return no_such_link();
  bool const may = co_await with_.store.take_try(request->browser_hash);
  if (!may) co_return no_such_link();
  auto const print = with_.prints.of(browser + ":" + digits_of(typed));
  if (!equal_in_constant_time(request->code_hash, print) || !request->person) {
    co_return wrong_code();
  }
  auto proved = co_await prove(*request);
  co_return proved;
}

asio::awaitable<bool> mail_sign_in::needs_second_step(person_id person) {
  auto const known = co_await with_.directory.find_person(person);
  if (known && (known->as != directory::level::none || known->trainer)) co_return true;
  auto const memberships = co_await with_.directory.memberships_of_person(person);
  auto const now = with_.clock.now();
  co_return std::any_of(memberships.begin(), memberships.end(), [&](auto const& one) {
    return one.membership.as == role::facilitator && one.membership.holds_at(now);
  });
}

asio::awaitable<result<sign_in_progress>> mail_sign_in::prove(ports::sign_in_request request) {
  bool const first = co_await with_.store.prove_request(request.browser_hash, tries);
  if (!first) co_return no_such_link();
  auto const person = *request.person;
  auto const kept = co_await with_.store.find_second_step(person);
  bool const needed = co_await needs_second_step(person);
  if (kept) co_return sign_in_progress{sign_in_step::second_step, person};
  if (needed) co_return sign_in_progress{sign_in_step::set_up_second_step, person};
  auto done = co_await finish(std::move(request));
  co_return done;
}

asio::awaitable<result<sign_in_progress>> mail_sign_in::finish(ports::sign_in_request request) {
  bool const first = co_await with_.store.end_request(request.browser_hash);
  if (!first) co_return no_such_link();
  co_return sign_in_progress{sign_in_step::done, *request.person};
}

asio::awaitable<result<ports::sign_in_request>> mail_sign_in::proved_request(std::string browser) {
  auto request = co_await request_of(std::move(browser));
  if (!request || !request->proved || !request->person) co_return no_such_link();
  bool const may = co_await with_.store.take_try(request->browser_hash);
  if (!may) co_return no_such_link();
  co_return std::move(*request);
}

asio::awaitable<bool> mail_sign_in::second_step_fits(person_id person, ports::second_step kept,
                                                     std::string typed) {
  auto const step =
      totp::accepted_step(with_.hashes, kept.secret, typed, with_.clock.now(), kept.last_step);
  if (step) {
    bool const first = co_await with_.store.use_step(person, *step);
    co_return first;
  }
  auto const left = totp::after_using(kept.recovery_hashes, typed, with_.prints);
  if (!left) co_return false;
  bool const first =
      co_await with_.store.replace_recovery_hashes(person, kept.recovery_hashes, *left);
  co_return first;
}

asio::awaitable<result<sign_in_progress>> mail_sign_in::use_second_step(std::string browser,
                                                                        std::string typed) {
  auto const request = co_await proved_request(std::move(browser));
  if (!request) co_return request.why();
  auto const person = *request->person;
  auto const kept = co_await with_.store.find_second_step(person);
  if (!kept) co_return no_such_link();
  bool const fits = co_await second_step_fits(person, *kept, std::move(typed));
  if (!fits) co_return wrong_code();
  auto done = co_await finish(*request);
  co_return done;
}

asio::awaitable<result<new_authenticator>> mail_sign_in::begin_set_up(std::string browser) {
  auto const request = co_await request_of(std::move(browser));
  if (!request || !request->proved || !request->person) co_return no_such_link();
  auto const person = *request->person;
  // Who has one proves it instead: the mailbox alone must not be enough to replace it.
  auto const kept = co_await with_.store.find_second_step(person);
  if (kept) co_return no_such_link();
  auto const known = co_await with_.directory.find_person(person);
  if (!known) co_return no_such_link();
  auto const secret =
      request->new_secret.empty() ? totp::make_secret(with_.dice) : request->new_secret;
  co_await with_.store.keep_new_secret(request->browser_hash, secret);
  auto const account = known->email ? known->email->value() : known->name.value();
  co_return new_authenticator{totp::shown_secret(secret), totp::app_uri(issuer, account, secret)};
}

asio::awaitable<result<finished_set_up>> mail_sign_in::finish_set_up(std::string browser,
                                                                     std::string typed) {
  auto const request = co_await proved_request(std::move(browser));
  if (!request) co_return request.why();
  auto const person = *request->person;
  auto const kept = co_await with_.store.find_second_step(person);
  if (request->new_secret.empty() || kept) co_return no_such_link();
  auto const step = totp::accepted_step(with_.hashes, request->new_secret, typed, with_.clock.now(),
                                        std::nullopt);
  if (!step) co_return wrong_code();
  bool const first = co_await with_.store.end_request(request->browser_hash);
  if (!first) co_return no_such_link();
  auto codes = totp::make_recovery_codes(with_.dice, with_.prints);
  ports::second_step now_kept{request->new_secret, *step, codes.hashes};
  co_await with_.store.save_second_step(person, std::move(now_kept), with_.clock.now());
  co_return finished_set_up{person, std::move(codes.shown)};
}

}  // namespace viab::app
