// One measurement's figures as one line of JSON, for bench/run to read.
#pragma once

#include "bench/generator/times.hpp"

#include <cstdio>
#include <string>

namespace viab::bench {

class report {
public:
  report& put(std::string const& name, double value) {
    char text[64];
    std::snprintf(text, sizeof text, "%.6g", value);
    return put_raw(name, text);
  }
  report& put(std::string const& name, samples& times) {
    put(name + "_p50", times.percentile_ms(0.5));
    put(name + "_p99", times.percentile_ms(0.99));
    put(name + "_p999", times.percentile_ms(0.999));
    return put(name + "_max", times.percentile_ms(1));
  }
  void print() const {
    std::printf("{%s}\n", text_.c_str());
    std::fflush(stdout);
  }

private:
  report& put_raw(std::string const& name, std::string const& value) {
    text_ += (text_.empty() ? "\"" : ",\"") + name + "\":" + value;
    return *this;
  }
  std::string text_;
};

}  // namespace viab::bench
