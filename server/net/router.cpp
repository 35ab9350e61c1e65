#include "net/router.hpp"

#include "domain/ensure.hpp"
#include "net/log.hpp"

#include <algorithm>
#include <exception>
#include <stdexcept>
#include <utility>

namespace viab::net {

namespace {

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> out;
  while (!path.empty()) {
    path.remove_prefix(1);
    auto const end = std::min(path.find('/'), path.size());
    out.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return out;
}

bool is_param(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

bool fits(std::vector<std::string> const& pattern, std::vector<std::string> const& path) {
  return std::ranges::equal(pattern, path, [](auto const& wanted, auto const& got) {
    return is_param(wanted) ? !got.empty() : wanted == got;
  });
}

bool is_of(std::string_view wanted, std::string_view content_type) {
  auto const kind = content_type.substr(0, std::min(content_type.find(';'), content_type.size()));
  auto const last = kind.find_last_not_of(" \t");
  return last != std::string_view::npos && same_ignoring_case(kind.substr(0, last + 1), wanted);
}

// A line break would let who made the value write headers of their own.
bool is_clean(response const& answer) {
  auto const clean = [](std::string_view text) {
    return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
  };
  return clean(answer.content_type) && std::ranges::all_of(answer.headers, [&](field const& one) {
           return clean(one.name) && clean(one.value);
         });
}

response broken(std::string const& what, std::exception const& error) {
  log_failure(what, error.what());
  return problem(500, "Something went wrong here. It has been written down.", "internal_error");
}

response method_not_allowed(std::vector<std::string> allowed) {
  if (std::ranges::find(allowed, "GET") != allowed.end()) allowed.emplace_back("HEAD");
  std::string list;
  for (auto const& method : allowed) list += (list.empty() ? "" : ", ") + method;
  auto out = problem(405, "This address does not know this method.", "method_not_allowed");
  out.headers.push_back({"Allow", std::move(list)});
  return out;
}

}  // namespace

void router::route(std::string method, std::string_view pattern, handler handle,
                   route_options options) {
  routes_.push_back({std::move(method), split(pattern), std::move(handle), options});
}

void router::otherwise(handler handle) { otherwise_ = std::move(handle); }

std::vector<std::string> router::routes() const {
  std::vector<std::string> all;
  for (auto const& one : routes_) all.push_back(one.method + ' ' + pattern_of(one));
  return all;
}

std::string router::pattern_of(known_route const& one) {
  std::string pattern;
  for (auto const& segment : one.segments) pattern += '/' + segment;
  return pattern;
}

std::string router::pattern_of(std::string_view path) const {
  auto const segments = split(path);
  for (auto const& one : routes_) {
    if (fits(one.segments, segments)) return pattern_of(one);
  }
  return "(no route)";
}

router::match router::find(std::string_view method, std::string_view path, fields* params) const {
  auto const wanted = method == "HEAD" ? std::string_view("GET") : method;
  auto const segments = split(path);
  match out;
  for (auto const& one : routes_) {
    if (!fits(one.segments, segments)) continue;
    if (one.method != wanted) {
      out.allowed.push_back(one.method);
      continue;
    }
    for (std::size_t i = 0; params && i < segments.size(); ++i) {
      auto const& name = one.segments[i];
      if (is_param(name)) params->push_back({name.substr(1, name.size() - 2), segments[i]});
    }
    out.route = &one;
    return out;
  }
  return out;
}

route_options const& router::options_of(std::string_view method, std::string_view path) const {
  static route_options const plain;
  auto const found = find(method, path, nullptr);
  return found.route ? found.route->options : plain;
}

boost::asio::awaitable<std::optional<response>> router::refused_unread(request head) const {
  auto const found = find(head.method, head.path, &head.params);
  if (!found.route || !found.route->options.admit) co_return std::nullopt;
  if (auto no = refused(*found.route, head)) co_return no;
  std::optional<response> out;
  auto const what = head.method + ' ' + pattern_of(head.path);
  try {
    auto asking = found.route->options.admit(std::move(head));
    out = co_await std::move(asking);
  } catch (bug const&) {
    throw;
  } catch (std::exception const& error) {
    out = broken(what, error);
  }
  co_return out;
}

std::optional<response> router::refused(known_route const& route, request const& asked) const {
  if (!route.options.from_browsers || !changes_something(asked.method)) return std::nullopt;
  if (!origins_.allows(asked.header("Origin"))) {
    return problem(403, "This request did not come from a page of this server.", "foreign_origin");
  }
  auto const wanted = route.options.content;
  if (!is_of(wanted, asked.header("Content-Type"))) {
    auto const code = wanted == "application/json" ? "not_json" : "wrong_content";
    return problem(415, "The content must be " + std::string(wanted) + '.', code);
  }
  return std::nullopt;
}

// Nothing when `otherwise` is the answer.
handler const* router::handler_of(request& asked, response& otherwise) const {
  auto found = find(asked.method, asked.path, &asked.params);
  if (found.route) {
    if (auto no = refused(*found.route, asked)) {
      otherwise = std::move(*no);
      return nullptr;
    }
    return &found.route->handle;
  }
  bool const reads = asked.method == "GET" || asked.method == "HEAD";
  if (!found.allowed.empty()) {
    otherwise = method_not_allowed(std::move(found.allowed));
  } else if (reads && otherwise_) {
    return &otherwise_;
  } else {
    otherwise = problem(404, "There is nothing at this address.", "not_found");
  }
  return nullptr;
}

boost::asio::awaitable<response> router::answer(request asked) const {
  response out;
  auto const* handle = handler_of(asked, out);
  if (!handle) co_return out;
  // The pattern, not the path: that may hold a secret, as the address of a calendar feed does.
  auto const what = asked.method + ' ' + pattern_of(asked.path);
  try {
    auto answering = (*handle)(std::move(asked));
    out = co_await std::move(answering);
    if (!is_clean(out)) throw std::runtime_error("an answer with a line break in a header");
  } catch (bug const&) {
    throw;
  } catch (std::exception const& error) {
    out = broken(what, error);
  }
  co_return out;
}

}  // namespace viab::net
