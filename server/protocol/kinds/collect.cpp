#include "protocol/describe/collect.hpp"
#include "protocol/kinds/make_codec.hpp"

namespace viab::protocol {

codec make_collect_codec() { return kind_at<place_of<steps::collect::settings>>::make(); }

}  // namespace viab::protocol
