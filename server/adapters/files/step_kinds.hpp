// What a format file may say about each kind of step, and what a kind takes and leaves.
#pragma once

#include "adapters/files/object_reader.hpp"
#include "steps/all.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace viab::adapters {

struct step_kind {
  char const* name = "";
  steps::any_settings (*read)(object_reader&) = nullptr;
  bool takes_items = false;       // cards, themes or topics that an earlier step left
  bool needs_items = false;       // … and has nothing to do without them
  bool takes_agreements = false;  // the team's open agreements
  bool leaves_items = false;
  bool prepares = false;  // may be opened before the session
};

step_kind const* find_step_kind(std::string_view name);
std::vector<std::string> step_kind_names();
std::string_view name_of(steps::any_settings const&);

// Everything in the settings but words for people, as field and value: what must be the same in all
// languages of a format.
std::vector<std::pair<std::string, std::string>> bare_settings(steps::any_settings const&);

}  // namespace viab::adapters
