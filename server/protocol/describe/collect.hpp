// The members of the step kind collect, as they are written and read.
#pragma once

#include "protocol/describe/step.hpp"
#include "steps/collect/collect.hpp"

#include <boost/describe.hpp>

namespace viab::steps::collect {

BOOST_DESCRIBE_STRUCT(column, (), (key, title, hint))
BOOST_DESCRIBE_STRUCT(row, (), (key, title))
BOOST_DESCRIBE_STRUCT(settings, (), (columns, fields, rows, promised))
BOOST_DESCRIBE_STRUCT(add_card, (), (column, text, row, more))
BOOST_DESCRIBE_STRUCT(edit_card, (), (card, column, text, version, row, more))
BOOST_DESCRIBE_STRUCT(withdraw_card, (), (card))
BOOST_DESCRIBE_STRUCT(hide_card, (), (card))
BOOST_DESCRIBE_STRUCT(unhide_card, (), (card))
BOOST_DESCRIBE_STRUCT(reopen, (), ())
BOOST_DESCRIBE_STRUCT(publication, (), (card, as))
BOOST_DESCRIBE_STRUCT(card_added, (), (card, author, column, text, published, row, more))
BOOST_DESCRIBE_STRUCT(card_edited, (), (card, column, text, version, row, more))
BOOST_DESCRIBE_STRUCT(card_withdrawn, (), (card))
BOOST_DESCRIBE_STRUCT(card_hidden, (), (card))
BOOST_DESCRIBE_STRUCT(card_unhidden, (), (card))
BOOST_DESCRIBE_STRUCT(round_closed, (), (published))
BOOST_DESCRIBE_STRUCT(cards_reopened, (), ())
BOOST_DESCRIBE_STRUCT(card_view, (), (column, text, hidden, author, row, more))
BOOST_DESCRIBE_STRUCT(shared_view, (), (current, reopened, total, answered, cards))
BOOST_DESCRIBE_STRUCT(own_card, (), (column, text, version, published, row, more))
BOOST_DESCRIBE_STRUCT(own_view, (), (cards))
BOOST_DESCRIBE_STRUCT(lead_view, (), (cards))

}  // namespace viab::steps::collect
