// The ways out of this server that settings open: the mail server and the identity provider.
#pragma once

#include "adapters/cjose/cjose_token_signatures.hpp"
#include "adapters/curl/curl_mailer.hpp"
#include "adapters/curl/curl_outbound_http.hpp"
#include "adapters/curl/transfers.hpp"
#include "cli/settings.hpp"
#include "openid/relying_party.hpp"

#include <memory>
#include <optional>
#include <string>

namespace viab::cli {

// Nothing when there is no mail_host. Throws settings_error.
std::optional<adapters::mail_settings> mail_of(settings const&);
// Nothing when there is no openid_issuer. Throws settings_error.
std::optional<openid::provider_settings> provider_of(settings const&,
                                                     std::string const& public_url);

class outward {
public:
  // `clock`, `dice` and `prints` outlive it.
  outward(settings const&, std::string const& public_url, ports::clock& clock, ports::dice& dice,
          ports::fingerprint const& prints);

  ports::mailer* mailer() const { return mailer_.get(); }
  // To be taken once.
  std::unique_ptr<openid::relying_party> take_party() { return std::move(party_); }

private:
  adapters::cjose_token_signatures signatures_;
  std::unique_ptr<adapters::transfers> thread_;  // only where there is something to send
  std::unique_ptr<ports::outbound_http> http_;
  std::unique_ptr<ports::mailer> mailer_;
  std::unique_ptr<openid::relying_party> party_;
};

}  // namespace viab::cli
