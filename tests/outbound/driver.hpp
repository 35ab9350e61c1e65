// A program for tests that does what a line of JSON asks, with the real adapters: one file per
// kind of command. Many commands may be under way at once.
#pragma once

#include "adapters/curl/curl_settings.hpp"
#include "adapters/curl/transfers.hpp"

#include <boost/asio/awaitable.hpp>

#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <string>

namespace viab::tests {

// Takes {"id": …, "do": "<name>", …} and gives what stands under "answer".
using command = std::function<boost::asio::awaitable<nlohmann::json>(nlohmann::json)>;
using commands = std::map<std::string, command>;

// `settings` is the program's argument.
adapters::curl_settings read_curl_settings(nlohmann::json const& settings);
void add_http_commands(commands&, adapters::transfers&, nlohmann::json const& settings);
void add_mail_commands(commands&, adapters::transfers&, nlohmann::json const& settings);
void add_openid_commands(commands&, adapters::transfers&, nlohmann::json const& settings);

}  // namespace viab::tests
