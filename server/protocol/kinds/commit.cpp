#include "protocol/describe/commit.hpp"
#include "protocol/kinds/make_codec.hpp"

namespace viab::protocol {

codec make_commit_codec() { return kind_at<place_of<steps::commit::settings>>::make(); }

}  // namespace viab::protocol
