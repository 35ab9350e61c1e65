#include "bench/generator/rooms.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace viab::bench {

std::vector<known_room> read_rooms(std::string const& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  std::vector<known_room> all;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string what;
    words >> what;
    if (what == "room") {
      auto& fresh = all.emplace_back();
      words >> fresh.session >> fresh.step;
    } else if (what == "person") {
      words >> all.back().cookies.emplace_back();
    } else if (what == "theme") {
      words >> all.back().themes.emplace_back();
    } else if (what == "card") {
      auto& card = all.back().cards.emplace_back();
      words >> card.id >> card.author >> card.theme;
    }
  }
  return all;
}

std::vector<known_room> imagined_rooms(int rooms, int people, int cards, int themes) {
  std::vector<known_room> all;
  for (int i = 0; i < rooms; ++i) {
    auto& room = all.emplace_back();
    room.session = "room-" + std::to_string(i);
    room.step = "group";
    room.cookies.resize(static_cast<std::size_t>(people));
    for (int t = 0; t < themes; ++t) room.themes.push_back("1-" + std::to_string(t + 1));
    for (int c = 0; c < cards; ++c) {
      room.cards.push_back({"1-" + std::to_string(c + 100), static_cast<std::uint32_t>(c % people),
                            c % (themes + 1) - 1});
    }
  }
  return all;
}

}  // namespace viab::bench
