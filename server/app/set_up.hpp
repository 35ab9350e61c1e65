// The first start: a link, shown once on the console, that makes the first administrator.
#pragma once

#include "ports/directory_store.hpp"
#include "ports/fingerprint.hpp"
#include "ports/world.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>

namespace viab::app {

inline constexpr auto set_up_link_lives = std::chrono::hours(24);

class set_up {
public:
  set_up(ports::directory_store& directory, ports::clock const& clock, ports::dice& dice,
         ports::fingerprint const& prints)
      : directory_(directory), clock_(clock), dice_(dice), prints_(prints) {}

  // The token of a new link, whose hash alone is kept; earlier links are dead. None when there is
  // an administrator.
  boost::asio::awaitable<std::optional<std::string>> new_link();
  // The person that became administrator, or not_found.
  boost::asio::awaitable<std::optional<directory::person>> use(std::string token, name_text name,
                                                               std::optional<email_address> email,
                                                               std::string language,
                                                               std::string origin);

private:
  ports::directory_store& directory_;
  ports::clock const& clock_;
  ports::dice& dice_;
  ports::fingerprint const& prints_;
};

}  // namespace viab::app
