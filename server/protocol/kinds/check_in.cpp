#include "protocol/describe/check_in.hpp"
#include "protocol/kinds/make_codec.hpp"

namespace viab::protocol {

codec make_check_in_codec() { return kind_at<place_of<steps::check_in::settings>>::make(); }

}  // namespace viab::protocol
