// A thread beside that of the event loop, for work that takes too long for it.
#pragma once

#include <boost/asio/awaitable.hpp>

#include <functional>

namespace viab::ports {

class background {
public:
  virtual ~background() = default;
  // Returns when it is done; what it throws comes out here. One at a time, in the order asked for.
  virtual boost::asio::awaitable<void> run(std::function<void()> work) = 0;
};

}  // namespace viab::ports
