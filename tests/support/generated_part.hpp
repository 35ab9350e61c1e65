// A part of a committed page that a test prints: compared, or written anew with VIAB_WRITE_DOCS=1.
#pragma once

#include "support/temporary_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace viab::tests {

// What stands in the page between "<!-- begin NAME -->" and "<!-- end NAME -->".
class generated_part {
public:
  generated_part(std::filesystem::path page, std::string name)
      : page_(std::move(page)), whole_(read_bytes(page_)) {
    auto const begin = "<!-- begin " + name + " -->\n";
    from_ = whole_.find(begin);
    if (from_ == std::string::npos) throw std::runtime_error("no part " + name + " in the page");
    from_ += begin.size();
    until_ = whole_.find("<!-- end " + name + " -->", from_);
    if (until_ == std::string::npos) throw std::runtime_error("no end of part " + name);
  }

  std::string kept() const { return whole_.substr(from_, until_ - from_); }
  // Writes it when that is asked for.
  bool is(std::string const& printed) const {
    if (std::getenv("VIAB_WRITE_DOCS") != nullptr) {
      write_bytes(page_, whole_.substr(0, from_) + printed + whole_.substr(until_));
      return true;
    }
    return kept() == printed;
  }

private:
  std::filesystem::path page_;
  std::string whole_;
  std::size_t from_ = 0;
  std::size_t until_ = 0;
};

}  // namespace viab::tests
