// One request on its way with libcurl: what goes out, what came in, and why not.
#pragma once

#include "adapters/curl/curl_settings.hpp"
#include "adapters/curl/transfers.hpp"
#include "ports/outbound_http.hpp"

#include <memory>
#include <optional>
#include <string>

namespace viab::adapters {

class http_exchange : public transfer {
public:
  // Throws ports::http_request_refused and http_address_refused for what needs no connection to be
  // refused. `settings` are looked at now only.
  http_exchange(curl_settings const& settings, ports::http_request asked);

  // After the transfer ended; once. Throws what became of it.
  ports::http_answer take(CURLcode ended);
  // Where the answer sends to, made absolute; empty when it does not.
  std::string redirect() const;
  // "https://host:port", for knowing whether a redirect stays where it was.
  std::string origin() const { return origin_; }

private:
  using url_handle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;
  using list_handle = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

  void read_url();
  void choose_way(curl_settings const& settings);
  void set_request();
  void set_limits();
  std::string part(CURLUPart which) const;

  static curl_socket_t open_socket(void* self, curlsocktype, curl_sockaddr* address);
  static std::size_t take_header(char const* data, std::size_t, std::size_t size, void* self);
  static std::size_t take_body(char const* data, std::size_t, std::size_t size, void* self);
  void keep_header(std::string_view line);

  ports::http_request asked_;
  url_handle url_;
  list_handle sent_headers_;
  std::string host_, origin_;
  bool plain_ = false;        // no TLS
  bool any_address_ = false;  // the host is listed, or this goes to the proxy
  bool address_refused_ = false;
  bool too_large_ = false;
  std::size_t header_bytes_ = 0;
  ports::http_answer answer_;
};

}  // namespace viab::adapters
