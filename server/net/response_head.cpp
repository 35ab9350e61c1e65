#include "net/response_head.hpp"

#include "domain/ensure.hpp"

#include <array>
#include <ctime>

namespace viab::net {

namespace {

void add(std::string& head, std::string_view name, std::string_view value) {
  constexpr std::string_view breaks("\r\n\0", 3);
  VIAB_ENSURE(name.find_first_of(breaks) == std::string_view::npos);
  VIAB_ENSURE(value.find_first_of(breaks) == std::string_view::npos);
  head.append(name).append(": ").append(value).append("\r\n");
}

// "Mon, 23 Nov 2026 10:00:00 GMT", made anew once a second.
std::string const& date_now() {
  static std::time_t made_at = 0;
  static std::string text;
  auto const now = std::time(nullptr);
  if (now != made_at) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 40> buffer{};
    auto const length =
        std::strftime(buffer.data(), buffer.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    text.assign(buffer.data(), length);
    made_at = now;
  }
  return text;
}

std::string_view caching(response const& answer) {
  return answer.for_ever ? "public, max-age=31536000, immutable" : "no-store";
}

}  // namespace

fields security_headers(bool https) {
  fields out{
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
       "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
       "frame-src 'none'; frame-ancestors 'none'; object-src 'none'; "
       "require-trusted-types-for 'script'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
  };
  // Over plain HTTP browsers ignore it, and a loopback server must not promise it.
  if (https) {
    out.push_back({"Strict-Transport-Security", "max-age=31536000; includeSubDomains"});
  }
  return out;
}

std::string response_head(response const& answer, framing how) {
  static auto const plain = security_headers(false);
  static auto const secure = security_headers(true);
  std::string head = "HTTP/1.1 " + std::to_string(answer.status) + ' ';
  head.append(reason_of(answer.status)).append("\r\n");
  add(head, "Date", date_now());
  for (auto const& one : how.https ? secure : plain) add(head, one.name, one.value);
  add(head, "Cache-Control", caching(answer));
  if (!answer.content_type.empty()) add(head, "Content-Type", answer.content_type);
  for (auto const& one : answer.headers) add(head, one.name, one.value);
  if (how.chunked) {
    add(head, "Transfer-Encoding", "chunked");
  } else if (answer.status != 304 && answer.status != 204) {
    add(head, "Content-Length", std::to_string(answer.bytes().size()));
  }
  add(head, "Connection", how.keep_open ? "keep-alive" : "close");
  return head + "\r\n";
}

}  // namespace viab::net
