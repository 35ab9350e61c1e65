// Rooms that are full and running before anybody connects, with people who are signed in already.
#pragma once

#include "bench/server/session_script.hpp"
#include "ports/event_store.hpp"
#include "ports/fingerprint.hpp"
#include "ports/team_store.hpp"
#include "ports/world.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace viab::bench {

struct room_wish {
  int rooms = 1;
  int people = 8;
  int cards = 60;
  int present = 0;     // people who get a cookie; 0: all
  std::string step = "group";
};
// "25x8:group:60": rooms × people : step : cards; several with commas between them. A fourth figure
// says how many of the people can sign in.
std::vector<room_wish> read_wishes(std::string const& text);

struct stores {
  ports::event_store& events;
  ports::team_store& teams;
  ports::clock& clock;
  ports::dice& dice;
  ports::fingerprint const& prints;
};

// Stores them and writes what the generator has to know to `file`.
boost::asio::awaitable<void> make_rooms(stores, std::vector<room_wish>, std::filesystem::path file);

// The life of a group session of so many events, from its making; not closed.
session_script long_session(session_id, time_point now, std::size_t events);

}  // namespace viab::bench
