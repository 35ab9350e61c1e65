// Signing in with the organisation's identity provider: whose account it is, and where to go then.
#pragma once

#include "openid/relying_party.hpp"
#include "ports/directory_store.hpp"
#include "ports/fingerprint.hpp"
#include "ports/sign_in_store.hpp"
#include "ports/world.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <optional>
#include <string>

namespace viab::app {

struct login_begun {
  std::string url;             // where the browser is sent
  std::string browser_secret;  // for its cookie
};
struct login_ended {
  std::optional<person_id> person;  // none: the owner of the account has left
  std::string return_to;  // a path of ours
};

class provider_sign_in {
public:
  struct tools {
    ports::directory_store& directory;
    ports::sign_in_store& store;
    ports::clock const& clock;
    ports::dice& dice;
  };
  // Without a party nobody signs in this way. `name` is what the button says: "Rijks-SSO".
  provider_sign_in(std::unique_ptr<openid::relying_party> party, std::string name, tools with)
      : party_(std::move(party)), name_(std::move(name)), with_(with) {}

  bool available() const { return party_ != nullptr; }
  std::string const& name() const { return name_; }
  // `return_to`: a path of ours; anything else becomes "/".
  boost::asio::awaitable<openid::checked<login_begun>> begin(std::string return_to);
  // `query` as the browser brought it, `browser_secret` of its cookie. `signed_in` is the person
  // that the browser already belongs to: an account that nobody has yet becomes that person's.
  // Otherwise a new account is a new person. An address by e-mail never decides.
  boost::asio::awaitable<openid::checked<login_ended>> end(std::string query,
                                                           std::string browser_secret,
                                                           std::optional<person_id> signed_in,
                                                           std::string language,
                                                           std::string origin);

private:
  boost::asio::awaitable<person_id> owner_of(openid::signed_in_person,
                                             std::optional<person_id> signed_in,
                                             std::string language, std::string origin);
  boost::asio::awaitable<person_id> new_person(openid::signed_in_person, std::string language,
                                               std::string origin);

  std::unique_ptr<openid::relying_party> party_;
  std::string name_;
  tools with_;
};

// "/team/t1": begins with one slash, and is not the start of another host's address.
bool is_own_path(std::string_view path);

}  // namespace viab::app
