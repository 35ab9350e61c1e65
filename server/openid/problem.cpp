#include "openid/problem.hpp"

#include <cstddef>
#include <iterator>

namespace viab::openid {
namespace {

// In the order of the enumeration.
constexpr std::string_view words[] = {
    "provider_unreachable",
    "provider_too_slow",
    "provider_answer_too_large",
    "provider_answer_unreadable",
    "provider_issuer_differs",
    "provider_unsuitable",
    "callback_unreadable",
    "unknown_state",
    "other_browser",
    "login_expired",
    "response_issuer_missing",
    "response_issuer_differs",
    "denied_by_provider",
    "no_code",
    "code_refused",
    "token_unreadable",
    "algorithm_refused",
    "token_type_wrong",
    "critical_header",
    "key_unknown",
    "signature_wrong",
    "issuer_wrong",
    "audience_wrong",
    "authorized_party_wrong",
    "token_expired",
    "token_not_valid_yet",
    "issue_time_wrong",
    "nonce_wrong",
    "level_too_low",
    "tenant_refused",
    "subject_missing",
};
static_assert(std::size(words) == static_cast<std::size_t>(problem::subject_missing) + 1);

}  // namespace

std::string_view word(problem why) { return words[static_cast<std::size_t>(why)]; }

}  // namespace viab::openid
