// The members of the step kind group, as they are written and read.
#pragma once

#include "protocol/describe/step.hpp"
#include "steps/group/group.hpp"

#include <boost/describe.hpp>

namespace viab::steps::group {

BOOST_DESCRIBE_STRUCT(settings, (), ())
BOOST_DESCRIBE_STRUCT(add_card, (), (text, column, theme))
BOOST_DESCRIBE_STRUCT(rename_card, (), (card, text, version))
BOOST_DESCRIBE_STRUCT(remove_card, (), (card))
BOOST_DESCRIBE_STRUCT(move_card, (), (card, theme, before))
BOOST_DESCRIBE_STRUCT(create_theme, (), (title, cards))
BOOST_DESCRIBE_STRUCT(rename_theme, (), (theme, title, version))
BOOST_DESCRIBE_STRUCT(merge_themes, (), (from, into))
BOOST_DESCRIBE_STRUCT(dissolve_theme, (), (theme))
BOOST_DESCRIBE_STRUCT(card_added, (), (card, author, text, column, theme))
BOOST_DESCRIBE_STRUCT(card_renamed, (), (card, text, version))
BOOST_DESCRIBE_STRUCT(card_removed, (), (card))
BOOST_DESCRIBE_STRUCT(card_moved, (), (card, theme, before))
BOOST_DESCRIBE_STRUCT(theme_created, (), (theme, title, cards))
BOOST_DESCRIBE_STRUCT(theme_renamed, (), (theme, title, version))
BOOST_DESCRIBE_STRUCT(themes_merged, (), (from, into))
BOOST_DESCRIBE_STRUCT(theme_dissolved, (), (theme))
BOOST_DESCRIBE_STRUCT(card_view, (), (text, column, theme, place, added_here, version))
BOOST_DESCRIBE_STRUCT(theme_view, (), (title, place, version))
BOOST_DESCRIBE_STRUCT(shared_view, (), (total, loose, cards, themes))
BOOST_DESCRIBE_STRUCT(own_view, (), (added))
BOOST_DESCRIBE_STRUCT(lead_view, (), ())

}  // namespace viab::steps::group
