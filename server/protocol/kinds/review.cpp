#include "protocol/describe/review.hpp"
#include "protocol/kinds/make_codec.hpp"

namespace viab::protocol {

codec make_review_codec() { return kind_at<place_of<steps::review::settings>>::make(); }

}  // namespace viab::protocol
