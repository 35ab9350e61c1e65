#include "protocol/describe/vote.hpp"
#include "protocol/kinds/make_codec.hpp"

namespace viab::protocol {

codec make_vote_codec() { return kind_at<place_of<steps::vote::settings>>::make(); }

}  // namespace viab::protocol
