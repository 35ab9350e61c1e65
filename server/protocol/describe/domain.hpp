// The members of the domain's words, as they are written and read.
#pragma once

#include "domain/actor.hpp"
#include "domain/item.hpp"
#include "domain/promise.hpp"
#include "domain/spread.hpp"

#include <boost/describe.hpp>

namespace viab {

BOOST_DESCRIBE_ENUM(role, participant, facilitator, screen)
BOOST_DESCRIBE_ENUM(promise, open, anonymous, secret)
BOOST_DESCRIBE_ENUM(item_kind, card, theme, agreement, obstacle, place)
BOOST_DESCRIBE_ENUM(review_status, open, done, partly, not_done, no_longer_needed)
BOOST_DESCRIBE_ENUM(obstacle_kind, obstacle, rule, wall, leader_act, delivery_signal)

BOOST_DESCRIBE_STRUCT(agreement, (), (cue, action, owner, review_on, status))
BOOST_DESCRIBE_STRUCT(spot, (), (x, y))
BOOST_DESCRIBE_STRUCT(spread, (), (least, low, middle, high, most, answers))
BOOST_DESCRIBE_STRUCT(item, (),
                      (id, kind, text, column, parts, dots, note, plan, origin, about, at))

}  // namespace viab
