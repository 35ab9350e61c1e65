#include "protocol/describe/group.hpp"
#include "protocol/kinds/make_codec.hpp"

namespace viab::protocol {

codec make_group_codec() { return kind_at<place_of<steps::group::settings>>::make(); }

}  // namespace viab::protocol
