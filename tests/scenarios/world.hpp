// What the words of a story do: the real interface over a database of its own, and people who play.
#pragma once

#include "api/desk.hpp"
#include "cli/demo_script.hpp"
#include "scenarios/reader.hpp"

#include <map>
#include <string>
#include <vector>

namespace viab::tests {

class story_world {
public:
  // Throws std::runtime_error when something was refused; tells Catch what was not as expected.
  void play(story_line const&);

private:
  struct player {
    std::string name;
    std::string membership;  // its id
    bool leads = false;
  };

  void now(story_line const&);
  void organisation(story_line const&);
  void challenge(story_line const&);
  void team(story_line const&);
  void person(story_line const&);
  void leaves(story_line const&);
  void rhythm(story_line const&);
  void session(story_line const&);
  void raise(story_line const&);
  void join(story_line const&);
  void answer(story_line const&);
  void recalibrate(story_line const&);
  void keeps(story_line const&);
  void forgets(story_line const&);
  void kept(story_line const&);
  void expect(story_line const&);
  void contains(story_line const&);

  json must(std::string const& method, std::string const& path, json const& body,
            std::string const& who, int version = 0);
  std::string page(std::string const& name);
  std::string cookie_of(std::string const& key);
  std::string lead_of(std::string const& team);
  session_id planned_session(std::string const& team);
  cli::demo_session script_of(story_line const&, std::size_t people) const;
  json wall_called(std::string const& text);

  desk at_;
  std::map<std::string, std::string> organisations_;
  std::map<std::string, std::string> challenges_;
  std::map<std::string, std::string> teams_;              // key to id
  std::map<std::string, std::vector<player>> players_;    // per team
  std::map<std::string, std::vector<std::string>> held_;  // sessions per team, in order
  std::map<std::string, std::string> people_;             // name to key
  std::map<std::string, std::string> feeds_;              // per team
};

}  // namespace viab::tests
