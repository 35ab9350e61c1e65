// Deals the course cards of a session: another hand every month, or the cards that somebody chose.
#pragma once

#include "domain/actor.hpp"
#include "session/format.hpp"

#include <string>
#include <vector>

namespace viab::app {

// Which month `at` is in, counted on; every following month deals the next cards of each pile.
int turn_of(time_point at);

// The format with the hand of each `pick` filled in from `all`. With `chosen`, exactly those cards;
// ids that are not among `all` are left out. A turn that has seen all of a pile begins anew.
session::format dealt(session::format, std::vector<course_card> const& all, int turn,
                      std::vector<std::string> const& chosen);

}  // namespace viab::app
