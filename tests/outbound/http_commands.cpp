// "http": one request, {method, url, headers, body, largest_body, timeout_ms, redirects}.
#include "driver.hpp"

#include "adapters/curl/curl_outbound_http.hpp"

#include <memory>

namespace viab::tests {
namespace {

namespace asio = boost::asio;
using nlohmann::json;
using sender = std::shared_ptr<ports::outbound_http>;

ports::http_request read_request(json const& asked) {
  ports::http_request request;
  request.method = asked.value("method", request.method);
  request.url = asked.at("url");
  auto const headers = asked.value("headers", json::object());
  for (auto const& [name, value] : headers.items()) {
    request.headers.push_back({name, value.get<std::string>()});
  }
  request.body = asked.value("body", "");
  request.largest_body = asked.value("largest_body", request.largest_body);
  request.timeout = milliseconds(asked.value("timeout_ms", 10'000));
  request.redirects = asked.value("redirects", 0);
  return request;
}

asio::awaitable<json> send(sender http, json asked) {
  auto work = http->send(read_request(asked));
  auto const answer = co_await std::move(work);
  json headers = json::object();
  for (auto const& [name, value] : answer.headers) headers[name] = value;
  json reply{{"status", answer.status}, {"headers", headers}, {"body", answer.body}};
  co_return reply;
}

}  // namespace

adapters::curl_settings read_curl_settings(json const& settings) {
  auto const told = settings.value("http", json::object());
  adapters::curl_settings back;
  back.proxy = told.value("proxy", "");
  back.no_proxy = told.value("no_proxy", "");
  back.private_hosts = told.value("private_hosts", std::vector<std::string>{});
  back.plain_loopback = told.value("plain_loopback", false);
  back.ca_file = told.value("ca_file", "");
  return adapters::with_environment(back);
}

void add_http_commands(commands& known, adapters::transfers& thread, json const& settings) {
  auto http = std::make_shared<adapters::curl_outbound_http>(thread, read_curl_settings(settings));
  known["http"] = [http](json asked) { return send(http, std::move(asked)); };
}

}  // namespace viab::tests
