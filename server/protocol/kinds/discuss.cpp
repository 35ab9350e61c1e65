#include "protocol/describe/discuss.hpp"
#include "protocol/kinds/make_codec.hpp"

namespace viab::protocol {

codec make_discuss_codec() { return kind_at<place_of<steps::discuss::settings>>::make(); }

}  // namespace viab::protocol
