// Other servers in memory: a test says what each address answers, and reads what it was asked.
#pragma once

#include "adapters/memory/later.hpp"
#include "ports/outbound_http.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace viab::adapters {

class memory_outbound_http : public ports::outbound_http {
public:
  // By URL, without a query. What is not here is http_unreachable.
  std::map<std::string, std::function<ports::http_answer(ports::http_request const&)>> pages;
  std::vector<ports::http_request> asked;

  boost::asio::awaitable<ports::http_answer> send(ports::http_request request) override {
    co_await later();
    asked.push_back(request);
    auto const page = pages.find(request.url.substr(0, request.url.find('?')));
    if (page == pages.end()) throw ports::http_unreachable("no such server");
    auto answer = page->second(request);
    if (answer.body.size() > request.largest_body) throw ports::http_too_large("too large");
    co_return answer;
  }
};

}  // namespace viab::adapters
