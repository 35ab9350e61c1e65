// Reads commands as lines from standard input until it ends, and writes each answer as one line.
#include "driver.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cxxabi.h>
#include <unistd.h>
#include <cstdlib>
#include <iostream>
#include <memory>

namespace asio = boost::asio;
using namespace viab::tests;
using nlohmann::json;

namespace {

// "http_too_slow" of viab::ports::http_too_slow.
std::string type_of(std::exception const& failure) {
  int status = 0;
  std::unique_ptr<char, void (*)(void*)> const text(
      abi::__cxa_demangle(typeid(failure).name(), nullptr, nullptr, &status), std::free);
  std::string const name = text ? text.get() : typeid(failure).name();
  return name.substr(name.rfind(':') + 1);
}

asio::awaitable<void> answer(commands const& known, std::string line) {
  auto asked = json::parse(line);
  json reply{{"id", asked.at("id")}};
  try {
    auto const name = asked.at("do").get<std::string>();
    auto work = known.at(name)(asked);
    reply["answer"] = co_await std::move(work);
  } catch (std::exception const& failure) {
    reply["failure"] = type_of(failure);
    reply["what"] = failure.what();
  }
  std::cout << reply.dump() << std::endl;
}

asio::awaitable<void> read_lines(asio::io_context& loop, commands const& known) {
  asio::posix::stream_descriptor input(loop, ::dup(STDIN_FILENO));
  std::string waiting;
  for (;;) {
    boost::system::error_code ended;
    auto buffer = asio::dynamic_buffer(waiting);
    auto token = asio::redirect_error(asio::use_awaitable, ended);
    auto const size = co_await asio::async_read_until(input, buffer, '\n', token);
    if (ended) co_return;
    auto work = answer(known, waiting.substr(0, size));
    waiting.erase(0, size);
    asio::co_spawn(loop, std::move(work), asio::detached);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  auto const settings = json::parse(arguments[1]);
  asio::io_context loop{1};
  viab::adapters::transfers thread;
  commands known;
  add_http_commands(known, thread, settings);
  add_mail_commands(known, thread, settings);
  add_openid_commands(known, thread, settings);
  auto lines = read_lines(loop, known);
  asio::co_spawn(loop, std::move(lines), asio::detached);
  loop.run();
}
