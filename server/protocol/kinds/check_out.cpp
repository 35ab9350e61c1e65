#include "protocol/describe/check_out.hpp"
#include "protocol/kinds/make_codec.hpp"

namespace viab::protocol {

codec make_check_out_codec() { return kind_at<place_of<steps::check_out::settings>>::make(); }

}  // namespace viab::protocol
