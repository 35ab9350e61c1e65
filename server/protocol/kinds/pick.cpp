#include "protocol/describe/pick.hpp"
#include "protocol/kinds/make_codec.hpp"

namespace viab::protocol {

codec make_pick_codec() { return kind_at<place_of<steps::pick::settings>>::make(); }

}  // namespace viab::protocol
