// How often an address guessed wrong in the last minute: usually 10 of one network, 600 of all
// together.
#pragma once

#include "domain/actor.hpp"

#include <map>
#include <string>

namespace viab::api {

class failure_count {
public:
  explicit failure_count(int most_per_address = 10, int most_of_all = 600)
      : most_per_address_(most_per_address), most_of_all_(most_of_all) {}

  bool may_try(std::string const& address, time_point now) {
    start_minute(now);
    auto const found = of_address_.find(network_of(address));
    return total_ < most_of_all_
           && (found == of_address_.end() || found->second < most_per_address_);
  }
  void failed(std::string const& address, time_point now) {
    start_minute(now);
    ++of_address_[network_of(address)];
    ++total_;
  }

private:
  void start_minute(time_point now) {
    if (now - since_ < std::chrono::minutes(1) && now >= since_) return;
    since_ = now;
    total_ = 0;
    of_address_.clear();
  }
  // An IPv6 household has a /64: its first four groups.
  static std::string network_of(std::string const& address) {
    std::size_t at = 0;
    for (int group = 0; group < 4; ++group) {
      at = address.find(':', at);
      if (at == std::string::npos) return address;
      ++at;
    }
    return address.substr(0, at);
  }

  int most_per_address_;
  int most_of_all_;
  time_point since_;
  int total_ = 0;
  std::map<std::string, int> of_address_;
};

}  // namespace viab::api
