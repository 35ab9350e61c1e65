// The command line as names and values: --rooms FILE --seconds 5.
#pragma once

#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>

namespace viab::bench {

class arguments {
public:
  arguments(int count, char** words) {
    if (count > 1) mode_ = words[1];
    for (int i = 2; i < count; i += 2) {
      std::string const name = words[i];
      if (!name.starts_with("--") || i + 1 == count) throw std::runtime_error("unclear: " + name);
      values_[name.substr(2)] = words[i + 1];
    }
  }

  std::string const& mode() const { return mode_; }
  std::string text(std::string const& name, std::string const& otherwise = {}) const {
    auto const found = values_.find(name);
    return found == values_.end() ? otherwise : found->second;
  }
  double number(std::string const& name, double otherwise = 0) const {
    auto const found = values_.find(name);
    return found == values_.end() ? otherwise : std::atof(found->second.c_str());
  }
  int whole(std::string const& name, int otherwise = 0) const {
    return static_cast<int>(number(name, otherwise));
  }

private:
  std::string mode_;
  std::map<std::string, std::string> values_;
};

}  // namespace viab::bench
