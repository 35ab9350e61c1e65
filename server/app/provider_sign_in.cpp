#include "app/provider_sign_in.hpp"

#include <algorithm>

namespace viab::app {
namespace {

namespace asio = boost::asio;

constexpr std::size_t id_bytes = 16;
constexpr std::size_t longest_path = 200;
constexpr std::size_t longest_name = 40;

// What a provider calls somebody, as far as a name here may be: its first characters.
name_text name_from(openid::signed_in_person const& who) {
  auto const told = who.name.empty() ? who.email.substr(0, who.email.find('@')) : who.name;
  for (auto size = std::min(told.size(), 4 * longest_name); size > 0; --size) {
    auto made = name_text::make(told.substr(0, size));
    if (made) return *made;
  }
  return name_text::of("?");
}

}  // namespace

bool is_own_path(std::string_view path) {
  if (path.empty() || path.size() > longest_path || path.front() != '/') return false;
  if (path.size() > 1 && (path[1] == '/' || path[1] == '\\')) return false;
  return std::all_of(path.begin(), path.end(),
                     [](char c) { return c > ' ' && c < 127 && c != '\\'; });
}

asio::awaitable<openid::checked<login_begun>> provider_sign_in::begin(std::string return_to) {
  if (!is_own_path(return_to)) return_to = "/";
  auto started = co_await party_->start(std::move(return_to));
  if (!started) co_return started.why();
  login_begun back{started->url, started->browser_secret};
  co_await with_.store.save_login(std::move(started->keep), with_.clock.now());
  co_return back;
}

asio::awaitable<openid::checked<login_ended>> provider_sign_in::end(
    std::string query, std::string browser_secret, std::optional<person_id> signed_in,
    std::string language, std::string origin) {
  auto const back = openid::read_callback(query);
  if (!back) co_return back.why();
  auto kept = co_await with_.store.take_login(party_->state_hash(*back));
  auto const return_to = kept ? kept->return_to : std::string("/");
  auto callback = *back;
  auto who =
      co_await party_->finish(std::move(callback), std::move(kept), std::move(browser_secret));
  if (!who) co_return who.why();
  auto person = co_await owner_of(std::move(*who), std::move(signed_in), std::move(language),
                                  std::move(origin));
  auto const owner = co_await with_.directory.find_person(person);
  login_ended ended{std::nullopt, return_to};
  if (!owner || !owner->left_at) ended.person = std::move(person);
  co_return ended;
}

asio::awaitable<person_id> provider_sign_in::owner_of(openid::signed_in_person who,
                                                      std::optional<person_id> signed_in,
                                                      std::string language, std::string origin) {
  auto const account = who.account;
  auto const known = co_await with_.store.find_account(account.issuer, account.subject);
  if (known) co_return *known;
  person_id person;
  if (signed_in) {
    person = *signed_in;
  } else {
    auto made = co_await new_person(std::move(who), std::move(language), std::move(origin));
    person = std::move(made);
  }
  bool const first =
      co_await with_.store.save_account(account.issuer, account.subject, person, with_.clock.now());
  if (first) co_return person;
  // Two windows at once: the other one's person it is.
  auto const other = co_await with_.store.find_account(account.issuer, account.subject);
  co_return other.value_or(person);
}

asio::awaitable<person_id> provider_sign_in::new_person(openid::signed_in_person who,
                                                        std::string language, std::string origin) {
  directory::person fresh;
  fresh.key = person_id{"person:" + with_.dice.token(id_bytes)};
  fresh.name = name_from(who);
  fresh.language = std::move(language);
  auto const address = email_address::make(who.email);
  if (address) fresh.email = *address;
  ports::act const by{"provider", origin, with_.clock.now()};
  auto became = co_await with_.directory.save_person(fresh, by);
  if (became == ports::change::taken) {
    // The address is another person's here, who may well be another human being.
    fresh.email = std::nullopt;
    became = co_await with_.directory.save_person(fresh, by);
  }
  co_return fresh.key;
}

}  // namespace viab::app
