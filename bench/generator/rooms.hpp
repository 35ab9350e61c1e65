// The rooms that a server holds, as it wrote them down: who may come in with which cookie, and what
// is in the room at the start.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace viab::bench {

struct known_card {
  std::string id;
  std::uint32_t author = 0;  // place among the room's people
  int theme = -1;            // place among the room's themes; -1: loose
};
struct known_room {
  std::string session;
  std::string step;
  std::vector<std::string> cookies;  // one per person
  std::vector<std::string> themes;   // ids
  std::vector<known_card> cards;
};

// Lines of words: room SESSION STEP · person COOKIE · theme ID · card ID AUTHOR THEME.
std::vector<known_room> read_rooms(std::string const& file);
// Rooms of the relay, which knows nobody; their cards exist in the generator only.
std::vector<known_room> imagined_rooms(int rooms, int people, int cards, int themes);

}  // namespace viab::bench
