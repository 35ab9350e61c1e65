// Outbound HTTP by libcurl: through the organisation's proxy, and never to a place it did not mean.
#pragma once

#include "adapters/curl/curl_settings.hpp"
#include "adapters/curl/transfers.hpp"
#include "ports/outbound_http.hpp"

namespace viab::adapters {

class curl_outbound_http : public ports::outbound_http {
public:
  // `thread` outlives this.
  curl_outbound_http(transfers& thread, curl_settings settings);
  boost::asio::awaitable<ports::http_answer> send(ports::http_request) override;

private:
  transfers& thread_;
  curl_settings settings_;
};

}  // namespace viab::adapters
