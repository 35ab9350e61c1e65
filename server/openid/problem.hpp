// Why a login with an identity provider did not succeed, and answers that may be such a reason.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace viab::openid {

enum class problem : std::uint8_t {
  // The provider's documents.
  provider_unreachable,
  provider_too_slow,
  provider_answer_too_large,
  provider_answer_unreadable,
  provider_issuer_differs,  // the document is another issuer's than the one that was configured
  provider_unsuitable,      // no code flow, no S256, no way for us to show who we are, no https
  // The browser that comes back.
  callback_unreadable,
  unknown_state,  // never given out, or used before
  other_browser,
  login_expired,
  response_issuer_missing,  // the provider said that it would name itself
  response_issuer_differs,  // mix-up: another provider answers
  denied_by_provider,
  no_code,
  // The exchange of the code.
  code_refused,  // used before, expired, or we are not who we say
  // The ID token.
  token_unreadable,
  algorithm_refused,
  token_type_wrong,
  critical_header,  // asks for an understanding that we do not have
  key_unknown,
  signature_wrong,
  issuer_wrong,
  audience_wrong,
  authorized_party_wrong,
  token_expired,
  token_not_valid_yet,
  issue_time_wrong,
  nonce_wrong,
  level_too_low,   // acr
  tenant_refused,  // tid
  subject_missing,
};

// "provider_unreachable": for the audit log and for choosing a sentence.
std::string_view word(problem);

// A value, or the problem that stood in its way.
template <class T>
class checked {
public:
  checked(T value) : value_(std::move(value)) {}
  checked(problem why) : why_(why) {}

  explicit operator bool() const { return value_.has_value(); }
  T const& operator*() const { return *value_; }
  T& operator*() { return *value_; }
  T const* operator->() const { return &*value_; }
  T* operator->() { return &*value_; }
  // Only when there is no value.
  problem why() const { return why_; }

private:
  std::optional<T> value_;
  problem why_{};
};

}  // namespace viab::openid
