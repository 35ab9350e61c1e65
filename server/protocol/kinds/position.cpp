#include "protocol/describe/position.hpp"
#include "protocol/kinds/make_codec.hpp"

namespace viab::protocol {

codec make_position_codec() { return kind_at<place_of<steps::position::settings>>::make(); }

}  // namespace viab::protocol
