// The scripted people of one demonstration session: they hold it from check-in to check-out.
#pragma once

#include "app/puppet.hpp"
#include "app/session_registry.hpp"
#include "cli/demo_script.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <string>
#include <vector>

namespace viab::cli {

class demo_players {
public:
  demo_players(boost::asio::any_io_executor, std::vector<app::visitor> people);

  boost::asio::awaitable<void> enter(std::shared_ptr<app::session_host>);
  // From start to close. Throws std::runtime_error when a rule refuses what the script says.
  boost::asio::awaitable<void> hold(demo_session const&, time_point now);
  // The same for a course-card round.
  boost::asio::awaitable<void> hold(demo_course const&);
  // Opens the preparation and writes the cards, nothing more.
  boost::asio::awaitable<void> prepare(demo_session const&);
  void go();

private:
  boost::asio::awaitable<void> say(std::size_t person, std::string step, std::string command);
  boost::asio::awaitable<void> lead(std::string step, std::string command);
  boost::asio::awaitable<void> show_and_go_on(std::string step);
  boost::asio::awaitable<void> check_in(demo_session const&);
  boost::asio::awaitable<void> review(demo_session const&);
  boost::asio::awaitable<void> write_cards(demo_session const&);
  boost::asio::awaitable<void> group(demo_session const&);
  boost::asio::awaitable<void> vote(demo_session const&);
  boost::asio::awaitable<void> discuss(demo_session const&);
  boost::asio::awaitable<void> commit(demo_session const&, time_point now);
  boost::asio::awaitable<void> check_out(demo_session const&);
  boost::asio::awaitable<void> place(demo_course const&);
  boost::asio::awaitable<void> pick(demo_course const&);
  item_id theme_called(std::string const& title) const;

  std::vector<std::shared_ptr<app::puppet>> people_;
  std::shared_ptr<app::session_host> where_;
};

}  // namespace viab::cli
