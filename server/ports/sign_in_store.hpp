// What signing in keeps beside the browsers: requests by e-mail, second steps, accounts.
#pragma once

#include "domain/ids.hpp"
#include "ports/pending_login.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace viab::ports {

// A request for a link by e-mail. Hashes are SHA-256, hex; what they are of is kept nowhere.
struct sign_in_request {
  std::string browser_hash;         // of the secret in the cookie of the browser that asked
  std::optional<person_id> person;  // none: nobody has that address
  std::string token_hash;
  std::string code_hash;  // of the code together with the browser's secret
  time_point until;
  int tries_left = 0;
  bool proved = false;     // the link or the code was used: the second step is next
  std::string new_secret;  // of an authenticator that is being set up; empty: none
};

struct second_step {
  std::string secret;
  std::optional<std::int64_t> last_step;  // of the code that was used last
  std::vector<std::string> recovery_hashes;
};

class sign_in_store {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  virtual ~sign_in_store() = default;

  // Takes the place of an earlier request of that browser. Requests past their time are deleted.
  virtual awaitable<void> save_request(sign_in_request, time_point now) = 0;
  // Nothing when there is none or its time is over.
  virtual awaitable<std::optional<sign_in_request>> find_request(std::string browser_hash,
                                                                 time_point now) = 0;
  // One try less, before what was typed is looked at. False when none was left.
  virtual awaitable<bool> take_try(std::string browser_hash) = 0;
  // The link or the code was right: neither works again, `tries` are left for the second step.
  // False when another was first.
  virtual awaitable<bool> prove_request(std::string browser_hash, int tries) = 0;
  virtual awaitable<void> keep_new_secret(std::string browser_hash, std::string secret) = 0;
  // False when it is gone: somebody else finished it.
  virtual awaitable<bool> end_request(std::string browser_hash) = 0;
  // How many requests of that person have not come to their end or their time.
  virtual awaitable<int> requests_of(person_id, time_point now) = 0;

  virtual awaitable<std::optional<second_step>> find_second_step(person_id) = 0;
  virtual awaitable<void> save_second_step(person_id, second_step, time_point now) = 0;
  virtual awaitable<void> remove_second_step(person_id) = 0;
  // Notes that the code of that step was used; false when it, or a later one, was used before.
  virtual awaitable<bool> use_step(person_id, std::int64_t step) = 0;
  // False when they are not `before` any more: somebody else used one meanwhile.
  virtual awaitable<bool> replace_recovery_hashes(person_id, std::vector<std::string> before,
                                                  std::vector<std::string> after) = 0;

  virtual awaitable<std::optional<person_id>> find_account(std::string issuer,
                                                           std::string subject) = 0;
  // False when the account has an owner already.
  virtual awaitable<bool> save_account(std::string issuer, std::string subject, person_id,
                                       time_point now) = 0;
  virtual awaitable<void> save_login(pending_login, time_point now) = 0;
  // Looked up and deleted in one go.
  virtual awaitable<std::optional<pending_login>> take_login(std::string state_hash) = 0;
};

}  // namespace viab::ports
