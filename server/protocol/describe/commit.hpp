// The members of the step kind commit, as they are written and read.
#pragma once

#include "protocol/describe/step.hpp"
#include "steps/commit/commit.hpp"

#include <boost/describe.hpp>

namespace viab::steps::commit {

BOOST_DESCRIBE_STRUCT(settings, (), (wished, asks_obstacles))
BOOST_DESCRIBE_STRUCT(response, (), (goes_along, needs))
BOOST_DESCRIBE_STRUCT(propose, (), (cue, action, owner, review_on))
BOOST_DESCRIBE_STRUCT(edit_proposal, (), (proposal, cue, action, owner, review_on, version))
BOOST_DESCRIBE_STRUCT(withdraw_proposal, (), (proposal))
BOOST_DESCRIBE_STRUCT(respond, (), (proposal, goes_along, needs))
BOOST_DESCRIBE_STRUCT(settle, (), (proposal, accepted))
BOOST_DESCRIBE_STRUCT(raise_obstacle, (), (text, about))
BOOST_DESCRIBE_STRUCT(edit_obstacle, (), (obstacle, text, about, version))
BOOST_DESCRIBE_STRUCT(withdraw_obstacle, (), (obstacle))
BOOST_DESCRIBE_STRUCT(proposed, (), (proposal, author, plan))
BOOST_DESCRIBE_STRUCT(proposal_edited, (), (proposal, plan, version))
BOOST_DESCRIBE_STRUCT(proposal_withdrawn, (), (proposal))
BOOST_DESCRIBE_STRUCT(responded, (), (proposal, by, given))
BOOST_DESCRIBE_STRUCT(settled, (), (proposal, accepted))
BOOST_DESCRIBE_STRUCT(obstacle_raised, (), (obstacle, author, text, about))
BOOST_DESCRIBE_STRUCT(obstacle_edited, (), (obstacle, text, about, version))
BOOST_DESCRIBE_STRUCT(obstacle_withdrawn, (), (obstacle))
BOOST_DESCRIBE_STRUCT(need_view, (), (who, needs))
BOOST_DESCRIBE_STRUCT(proposal_view, (), (plan, author, version, going_along, needs, accepted))
BOOST_DESCRIBE_STRUCT(obstacle_view, (), (text, about, author, version))
BOOST_DESCRIBE_STRUCT(topic_view, (), (text, note, example))
BOOST_DESCRIBE_STRUCT(shared_view, (), (topics, proposals, obstacles))
BOOST_DESCRIBE_STRUCT(own_view, (), (responses))
BOOST_DESCRIBE_STRUCT(lead_view, (), ())

}  // namespace viab::steps::commit
