#include "session/session.hpp"

namespace viab::session {

void changes::merge(changes const& later) {
  everything = everything || later.everything;
  about = about || later.about;
  lead = lead || later.lead;
  everyones_own = everyones_own || later.everyones_own;
  people.insert(people.end(), later.people.begin(), later.people.end());
  own.insert(own.end(), later.own.begin(), later.own.end());
  for (auto const& [step, touched] : later.in_steps) in_steps[step].merge(touched);
}

}  // namespace viab::session
