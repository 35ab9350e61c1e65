// A format: what a session runs. Read from content/formats, kept whole in a session's first event.
#pragma once

#include "domain/ids.hpp"
#include "steps/all.hpp"

#include <string>
#include <vector>

namespace viab::session {

struct format_step {
  step_id id;
  std::string title;     // short, for the line of steps: "Themes"
  std::string question;  // what is asked, in one sentence
  std::string hint;      // a second sentence, may be empty
  int minutes = 5;       // the advisory timer; 0 for none
  // The step whose outcome is taken; empty: the nearest one before that left something this kind
  // can use. "agreements" means the team's open agreements.
  std::string takes;
  bool prepare = false;  // open for answers before the session is live
  steps::any_settings settings;
  bool operator==(format_step const&) const = default;
};

struct format {
  std::string id;        // "monthly_reflection_45"
  int version = 1;       // a changed question is a new version
  std::string language;  // "nl" or "en"
  std::string title;
  std::string summary;
  int minutes = 45;
  std::vector<format_step> steps;  // 1 to 30
  bool operator==(format const&) const = default;
};

}  // namespace viab::session
