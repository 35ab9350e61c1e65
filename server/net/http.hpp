// Requests and answers as handlers see them; nothing of the library beneath shows here.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::net {

struct field {
  std::string name;
  std::string value;
  bool operator==(field const&) const = default;
};
using fields = std::vector<field>;

struct request {
  std::string method;
  std::string path;  // decoded, without the query: "/api/v1/teams/t1"
  fields query_fields;
  fields headers;
  fields params;  // of the route's pattern: "id" for /teams/{id}
  std::string body;
  std::string remote;  // the address of who asks, behind trusted proxies too

  // Each is empty when there is none; a header's name in any case.
  std::string_view header(std::string_view name) const;
  std::string_view query(std::string_view name) const;
  std::string_view param(std::string_view name) const;
  std::string_view cookie(std::string_view name) const;
};

struct open_socket;  // net/open_socket.hpp

struct response {
  int status = 200;
  std::string content_type;  // empty: no body
  fields headers;            // beside the ones that every answer has
  std::string body;
  std::shared_ptr<std::string const> file;  // instead of `body`: bytes that many answers share
  bool for_ever = false;  // a hashed file: may be kept; everything else is not to be stored
  // Instead of all of the above: the connection is no longer one of requests and answers.
  std::function<void(open_socket&)> take_over;

  std::string_view bytes() const { return file ? std::string_view(*file) : std::string_view(body); }
};

response json(int status, std::string body);
response empty_response(int status);
// Problem details (RFC 9457). `code` is for programs, `detail` for people; either may be empty.
response problem(int status, std::string_view detail, std::string_view code = {});
response redirect(std::string where, int status = 303);
// 503: what is asked has to wait until the server is back.
response restarting();

std::string_view reason_of(int status);
// Whether a request with this method may change something.
bool changes_something(std::string_view method);
// The inside of a JSON string.
std::string json_escaped(std::string_view text);

// "/a/b%20c?x=1" taken apart; nothing when it is not in order: escapes that are none, "..", NUL.
struct target {
  std::string path;
  fields query;
};
std::optional<target> read_target(std::string_view raw);

bool same_ignoring_case(std::string_view a, std::string_view b);
// Calls `each` with every element of a comma-separated header, without spaces around it.
void for_each_element(std::string_view list, std::function<void(std::string_view)> const& each);

}  // namespace viab::net
