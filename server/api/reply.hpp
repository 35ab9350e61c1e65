// Small words that all handlers use: who asks, what the body says, how to say no.
#pragma once

#include "api/services.hpp"
#include "domain/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::api {

std::string cookie_of(net::request const&, services const&);
// "nl" unless the browser asks for English first.
std::string language_of(net::request const&);

// A JSON object with only these members, each of them a text (or absent); refuses with `malformed`.
result<std::map<std::string, std::string>> read_texts(net::request const&,
                                                      std::vector<std::string> const& members);

// Problem details with the refusal's sentence in the asker's language.
net::response refused(services const&, net::request const&, refusal const&);
net::response not_found(services const&, net::request const&);
net::response signed_out(services const&, net::request const&);

net::response reply(nlohmann::json const&, int status = 200);
// The same, with the cookie that a new browser gets.
void set_cookie(net::response&, services const&, std::string const& value);
void forget_cookie(net::response&, services const&);

nlohmann::json time_or_null(std::optional<time_point> const&);
std::string_view word_of(role);

}  // namespace viab::api
