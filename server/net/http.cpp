#include "net/http.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace viab::net {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string_view value_of(fields const& all, std::string_view name) {
  auto const found = std::ranges::find(all, name, &field::name);
  return found == all.end() ? std::string_view() : std::string_view(found->value);
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  auto const small = lower(c);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::optional<std::string> decoded(std::string_view raw, bool plus_is_space) {
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (raw[i] != '%') {
      out += raw[i];
    } else {
      if (i + 2 >= raw.size()) return std::nullopt;
      auto const high = hex_digit(raw[i + 1]);
      auto const low = hex_digit(raw[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

// A decoded slash, NUL or step upwards would make a path mean something else than it shows.
bool safe_segment(std::string_view segment) {
  return segment != "." && segment != ".."
         && segment.find_first_of(std::string_view("/\\\0", 3)) == std::string_view::npos;
}

std::optional<std::string> read_path(std::string_view raw) {
  if (!raw.starts_with('/')) return std::nullopt;
  std::string path;
  while (!raw.empty()) {
    raw.remove_prefix(1);
    auto const end = std::min(raw.find('/'), raw.size());
    auto const segment = decoded(raw.substr(0, end), false);
    if (!segment || !safe_segment(*segment)) return std::nullopt;
    path += '/' + *segment;
    raw.remove_prefix(end);
  }
  return path;
}

}  // namespace

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

void for_each_element(std::string_view list, std::function<void(std::string_view)> const& each) {
  while (!list.empty()) {
    auto const end = std::min(list.find(','), list.size());
    if (auto const element = trimmed(list.substr(0, end)); !element.empty()) each(element);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

std::string_view request::header(std::string_view name) const {
  auto const found = std::ranges::find_if(
      headers, [name](field const& one) { return same_ignoring_case(one.name, name); });
  return found == headers.end() ? std::string_view() : std::string_view(found->value);
}

std::string_view request::query(std::string_view name) const {
  return value_of(query_fields, name);
}
std::string_view request::param(std::string_view name) const { return value_of(params, name); }

std::string_view request::cookie(std::string_view name) const {
  for (auto const& one : headers) {
    if (!same_ignoring_case(one.name, "cookie")) continue;
    std::string_view rest = one.value;
    while (!rest.empty()) {
      auto const end = std::min(rest.find(';'), rest.size());
      auto const pair = trimmed(rest.substr(0, end));
      if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
        return pair.substr(name.size() + 1);
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return {};
}

std::optional<target> read_target(std::string_view raw) {
  auto const mark = std::min(raw.find('?'), raw.size());
  auto path = read_path(raw.substr(0, mark));
  if (!path) return std::nullopt;
  target out{std::move(*path), {}};
  auto rest = raw.substr(std::min(mark + 1, raw.size()));
  while (!rest.empty()) {
    auto const end = std::min(rest.find('&'), rest.size());
    auto const pair = rest.substr(0, end);
    auto const equals = std::min(pair.find('='), pair.size());
    auto name = decoded(pair.substr(0, equals), true);
    auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value) return std::nullopt;
    if (!pair.empty()) out.query.push_back({std::move(*name), std::move(*value)});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

std::string json_escaped(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out;
  for (char const c : text) {
    auto const code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (code < 0x20) {
      out += "\\u00";
      out += hex[code >> 4];
      out += hex[code & 15];
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view reason_of(int status) {
  constexpr std::array<std::pair<int, std::string_view>, 29> reasons{{
      {200, "OK"}, {201, "Created"}, {202, "Accepted"}, {204, "No Content"},
      {301, "Moved Permanently"}, {302, "Found"}, {303, "See Other"}, {304, "Not Modified"},
      {307, "Temporary Redirect"}, {308, "Permanent Redirect"},
      {400, "Bad Request"}, {401, "Unauthorized"}, {403, "Forbidden"}, {404, "Not Found"},
      {405, "Method Not Allowed"}, {408, "Request Timeout"}, {409, "Conflict"}, {410, "Gone"},
      {412, "Precondition Failed"}, {413, "Content Too Large"}, {415, "Unsupported Media Type"},
      {422, "Unprocessable Content"}, {426, "Upgrade Required"}, {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"}, {500, "Internal Server Error"},
      {501, "Not Implemented"}, {503, "Service Unavailable"}, {507, "Insufficient Storage"},
  }};
  for (auto const& [number, reason] : reasons) {
    if (number == status) return reason;
  }
  return "Unknown";
}

response json(int status, std::string body) {
  response out;
  out.status = status;
  out.content_type = "application/json";
  out.body = std::move(body);
  return out;
}

response empty_response(int status) {
  response out;
  out.status = status;
  return out;
}

bool changes_something(std::string_view method) {
  return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

response problem(int status, std::string_view detail, std::string_view code) {
  auto body = R"({"type":"about:blank","title":")" + std::string(reason_of(status))
              + R"(","status":)" + std::to_string(status);
  if (!detail.empty()) body += R"(,"detail":")" + json_escaped(detail) + '"';
  if (!code.empty()) body += R"(,"code":")" + json_escaped(code) + '"';
  auto out = json(status, body + '}');
  out.content_type = "application/problem+json";
  return out;
}

response restarting() {
  auto out = problem(503, "The server is being restarted.", "restarting");
  out.headers.push_back({"Retry-After", "5"});
  return out;
}

response redirect(std::string where, int status) {
  auto out = empty_response(status);
  out.headers.push_back({"Location", std::move(where)});
  return out;
}

}  // namespace viab::net
