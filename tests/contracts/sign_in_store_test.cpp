// The contract of what signing in keeps.
#include "adapters/sqlite/sqlite_sign_in_store.hpp"
#include "stores.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

namespace {

struct sign_ins_under_test {
  stores_in_sqlite stores;
  event_loop& loop = stores.loop;
  adapters::sqlite_sign_in_store store{stores.database()};
  person_id ada{"person:ada"};

  sign_ins_under_test() {
    loop.await(stores.teams().save_identity({"person:ada", "Ada", false}));
    loop.await(stores.teams().save_identity({"person:bo", "Bo", false}));
  }
  template <class T>
  T get(boost::asio::awaitable<T> work) {
    return loop.await(std::move(work));
  }
  void request(std::string browser, std::int64_t until = 10'000, std::int64_t now = 1'000) {
    ports::sign_in_request one;
    one.browser_hash = std::move(browser);
    one.person = ada;
    one.token_hash = "token";
    one.code_hash = "code";
    one.until = at(until);
    one.tries_left = 2;
    loop.await(store.save_request(one, at(now)));
  }
  std::optional<ports::sign_in_request> find(std::string browser, std::int64_t now = 2'000) {
    return get(store.find_request(std::move(browser), at(now)));
  }
};

}  // namespace

TEST_CASE("a request is found by its browser until its time is over") {
  sign_ins_under_test with;
  with.request("b1");
  auto const found = with.find("b1");
  REQUIRE(found);
  CHECK(found->person == with.ada);
  CHECK(found->token_hash == "token");
  CHECK(found->code_hash == "code");
  CHECK(found->tries_left == 2);
  CHECK_FALSE(found->proved);
  CHECK(found->new_secret.empty());
  CHECK_FALSE(with.find("b2"));
  CHECK(with.find("b1", 9'999));
  CHECK_FALSE(with.find("b1", 10'000));
  CHECK(with.get(with.store.requests_of(with.ada, at(2'000))) == 1);
  CHECK(with.get(with.store.requests_of(with.ada, at(10'000))) == 0);
}

TEST_CASE("tries run out") {
  sign_ins_under_test with;
  with.request("b1");
  CHECK(with.get(with.store.take_try("b1")));
  CHECK(with.get(with.store.take_try("b1")));
  CHECK_FALSE(with.get(with.store.take_try("b1")));
  CHECK_FALSE(with.get(with.store.take_try("b2")));
}

TEST_CASE("a request is proved once, and ended once") {
  sign_ins_under_test with;
  with.request("b1");
  with.loop.await(with.store.keep_new_secret("b1", "too early"));
  CHECK(with.find("b1")->new_secret.empty());
  CHECK(with.get(with.store.prove_request("b1", 5)));
  CHECK_FALSE(with.get(with.store.prove_request("b1", 5)));
  CHECK(with.find("b1")->proved);
  CHECK(with.find("b1")->tries_left == 5);
  std::string const secret("a\0b\xff", 4);
  with.loop.await(with.store.keep_new_secret("b1", secret));
  CHECK(with.find("b1")->new_secret == secret);
  CHECK(with.get(with.store.end_request("b1")));
  CHECK_FALSE(with.get(with.store.end_request("b1")));
  CHECK_FALSE(with.find("b1"));
}

TEST_CASE("asking anew in the same browser takes the place of the earlier request") {
  sign_ins_under_test with;
  with.request("b1");
  with.get(with.store.prove_request("b1", 5));
  with.request("b1");
  CHECK_FALSE(with.find("b1")->proved);
  CHECK(with.get(with.store.requests_of(with.ada, at(2'000))) == 1);
}

TEST_CASE("a step of a code is used once, and never an earlier one") {
  sign_ins_under_test with;
  std::string const secret("\0secret\x80", 8);
  CHECK_FALSE(with.get(with.store.find_second_step(with.ada)));
  with.loop.await(
      with.store.save_second_step(with.ada, {secret, std::nullopt, {"h1", "h2"}}, at(1)));
  auto const kept = with.get(with.store.find_second_step(with.ada));
  REQUIRE(kept);
  CHECK(kept->secret == secret);
  CHECK_FALSE(kept->last_step);
  CHECK(kept->recovery_hashes == std::vector<std::string>{"h1", "h2"});
  CHECK(with.get(with.store.use_step(with.ada, 100)));
  CHECK_FALSE(with.get(with.store.use_step(with.ada, 100)));
  CHECK_FALSE(with.get(with.store.use_step(with.ada, 99)));
  CHECK(with.get(with.store.use_step(with.ada, 101)));
  CHECK_FALSE(with.get(with.store.use_step({"person:bo"}, 101)));
  with.loop.await(with.store.remove_second_step(with.ada));
  CHECK_FALSE(with.get(with.store.find_second_step(with.ada)));
}

TEST_CASE("a recovery code is struck out by one of two who use it at once") {
  sign_ins_under_test with;
  with.loop.await(with.store.save_second_step(with.ada, {"s", 5, {"h1", "h2"}}, at(1)));
  CHECK(with.get(with.store.replace_recovery_hashes(with.ada, {"h1", "h2"}, {"h2"})));
  CHECK_FALSE(with.get(with.store.replace_recovery_hashes(with.ada, {"h1", "h2"}, {"h1"})));
  auto const kept = with.get(with.store.find_second_step(with.ada));
  CHECK(kept->recovery_hashes == std::vector<std::string>{"h2"});
  CHECK(kept->last_step == 5);
}

TEST_CASE("an account has one owner, whatever another issuer calls its subjects") {
  sign_ins_under_test with;
  CHECK_FALSE(with.get(with.store.find_account("https://a", "1")));
  CHECK(with.get(with.store.save_account("https://a", "1", with.ada, at(1))));
  CHECK_FALSE(with.get(with.store.save_account("https://a", "1", {"person:bo"}, at(1))));
  CHECK(with.get(with.store.find_account("https://a", "1")) == with.ada);
  CHECK_FALSE(with.get(with.store.find_account("https://b", "1")));
}

TEST_CASE("a login under way is taken once") {
  sign_ins_under_test with;
  ports::pending_login const one{"state",   "https://a", "nonce",   "verifier",
                                 "browser", "/team/t1",  at(1'000), at(5'000)};
  with.loop.await(with.store.save_login(one, at(1'000)));
  auto const taken = with.get(with.store.take_login("state"));
  REQUIRE(taken);
  CHECK(taken->nonce == "nonce");
  CHECK(taken->verifier == "verifier");
  CHECK(taken->browser_hash == "browser");
  CHECK(taken->return_to == "/team/t1");
  CHECK(taken->until == at(5'000));
  CHECK_FALSE(with.get(with.store.take_login("state")));
}
