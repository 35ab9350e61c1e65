#include "adapters/curl/http_exchange.hpp"

#include "adapters/curl/address_guard.hpp"
#include "adapters/curl/proxy_choice.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace viab::adapters {
namespace {

using namespace ports;

constexpr std::size_t largest_headers = 64 * 1024;

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0
           || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

bool is_header_value(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\t') || byte == 0x7f;
  });
}

std::string_view trimmed(std::string_view text) {
  auto const space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string low(text);
  for (auto& c : low) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return low;
}

[[noreturn]] void fail(CURLcode code, std::string const& host) {
  auto const what = host + ": " + curl_easy_strerror(code);
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
      throw http_too_slow(what);
    case CURLE_FILESIZE_EXCEEDED:
      throw http_too_large(what);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
      throw http_not_trusted(what);
    default:
      throw http_unreachable(what);
  }
}

}  // namespace

http_exchange::http_exchange(curl_settings const& settings, http_request asked)
    : asked_(std::move(asked)),
      url_(curl_url(), &curl_url_cleanup),
      sent_headers_(nullptr, &curl_slist_free_all) {
  read_url();
  choose_way(settings);
  if (!settings.ca_file.empty()) set(CURLOPT_CAINFO, settings.ca_file.c_str());
  set_request();
  set_limits();
}

std::string http_exchange::part(CURLUPart which) const {
  char* text = nullptr;
  if (curl_url_get(url_.get(), which, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

// libcurl's own reading, so that what is checked is what is connected to: it also knows that
// "2130706433" and "0x7f.1" are 127.0.0.1.
void http_exchange::read_url() {
  if (curl_url_set(url_.get(), CURLUPART_URL, asked_.url.c_str(), 0) != CURLUE_OK
      || asked_.url.find('\0') != std::string::npos) {
    throw http_request_refused("not a URL");
  }
  host_ = lower(part(CURLUPART_HOST));
  auto const scheme = part(CURLUPART_SCHEME);
  if (scheme != "https" && scheme != "http") throw http_request_refused("not an https URL");
  if (!part(CURLUPART_USER).empty() || !part(CURLUPART_PASSWORD).empty()) {
    throw http_request_refused(host_ + ": a name or password in the URL");
  }
  plain_ = scheme == "http";
  origin_ = scheme + "://" + host_ + ":" + part(CURLUPART_PORT);
}

void http_exchange::choose_way(curl_settings const& settings) {
  if (plain_ && !(settings.plain_loopback && is_loopback_host(host_))) {
    throw http_request_refused(host_ + ": not an https URL");
  }
  auto const& listed = settings.private_hosts;
  any_address_ = std::find(listed.begin(), listed.end(), host_) != listed.end();
  if (!any_address_ && is_plainly_private_host(host_)) {
    throw http_address_refused(host_ + ": a private address");
  }
  // A connection to a private place is not kept: an adapter with another list on the same thread
  // could be handed it, past its own guard.
  set(CURLOPT_FORBID_REUSE, any_address_ ? 1L : 0L);
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  bool const straight = plain_ || settings.proxy.empty() || goes_straight(host_, settings.no_proxy);
  if (!straight) any_address_ = true;
  // Empty and not unset: otherwise libcurl looks at the environment itself.
  set(CURLOPT_PROXY, straight ? "" : settings.proxy.c_str());
  set(CURLOPT_NOPROXY, "");
  set(CURLOPT_CURLU, url_.get());
  set(CURLOPT_OPENSOCKETFUNCTION, &http_exchange::open_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
}

void http_exchange::set_request() {
  if (!is_token(asked_.method)) throw http_request_refused(host_ + ": a bad method");
  // Without an Expect: with it, libcurl waits a second for a server that never says "100 Continue".
  sent_headers_.reset(curl_slist_append(nullptr, "Expect:"));
  for (auto const& [name, value] : asked_.headers) {
    if (!is_token(name) || !is_header_value(value)) {
      throw http_request_refused(host_ + ": a bad header");
    }
    // "Name;" is libcurl's spelling of a header without a value.
    auto const line = value.empty() ? name + ";" : name + ": " + value;
    auto* const longer = curl_slist_append(sent_headers_.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    static_cast<void>(sent_headers_.release());
    sent_headers_.reset(longer);
  }
  if (asked_.method == "HEAD") {
    set(CURLOPT_NOBODY, 1L);
  } else if (!asked_.body.empty() || asked_.method == "POST") {
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(asked_.body.size()));
    set(CURLOPT_POSTFIELDS, asked_.body.data());
  }
  set(CURLOPT_CUSTOMREQUEST, asked_.method.c_str());
  set(CURLOPT_HTTPHEADER, sent_headers_.get());
}

void http_exchange::set_limits() {
  set(CURLOPT_PROTOCOLS_STR, "https,http");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(std::max<std::int64_t>(1, asked_.timeout.count())));
  set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(asked_.largest_body));
  set(CURLOPT_HEADERFUNCTION, &http_exchange::take_header);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, &http_exchange::take_body);
  set(CURLOPT_WRITEDATA, this);
}

// The one place where an address becomes a connection: after every look-up, so that a name that
// changes between two look-ups gains nothing.
curl_socket_t http_exchange::open_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& exchange = *static_cast<http_exchange*>(self);
  bool const fine = exchange.plain_ ? is_loopback_address(address->addr)
                                    : exchange.any_address_ || is_public_address(address->addr);
  if (!fine) {
    exchange.address_refused_ = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t http_exchange::take_header(char const* data, std::size_t, std::size_t size,
                                       void* self) {
  auto& exchange = *static_cast<http_exchange*>(self);
  exchange.header_bytes_ += size;
  if (exchange.header_bytes_ > largest_headers) {
    exchange.too_large_ = true;
    return 0;
  }
  exchange.keep_header({data, size});
  return size;
}

void http_exchange::keep_header(std::string_view line) {
  // A status line begins the answer anew: what came before it was a proxy's or a "100 Continue".
  if (line.starts_with("HTTP/")) {
    answer_.headers.clear();
    return;
  }
  auto const colon = line.find(':');
  if (colon == std::string_view::npos) return;
  answer_.headers.push_back(
      {lower(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1)))});
}

std::size_t http_exchange::take_body(char const* data, std::size_t, std::size_t size, void* self) {
  auto& exchange = *static_cast<http_exchange*>(self);
  if (size > exchange.asked_.largest_body - exchange.answer_.body.size()) {
    exchange.too_large_ = true;
    return 0;
  }
  exchange.answer_.body.append(data, size);
  return size;
}

http_answer http_exchange::take(CURLcode ended) {
  if (too_large_) throw http_too_large(host_ + ": the answer is too large");
  if (ended != CURLE_OK && address_refused_) {
    throw http_address_refused(host_ + ": a private address");
  }
  if (ended != CURLE_OK) fail(ended, host_);
  long status = 0;
  curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
  answer_.status = static_cast<int>(status);
  return std::move(answer_);
}

std::string http_exchange::redirect() const {
  char* where = nullptr;
  curl_easy_getinfo(handle(), CURLINFO_REDIRECT_URL, &where);
  return where == nullptr ? std::string{} : std::string(where);
}

}  // namespace viab::adapters
