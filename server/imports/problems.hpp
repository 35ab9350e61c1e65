// What is wrong with a file, each with the place where it stands.
#pragma once

#include "domain/result.hpp"

#include <cstddef>
#include <vector>

namespace viab::imports {

struct problem {
  int line = 0;    // of the file, from 1
  int column = 0;  // from 1; 0 for the line as a whole
  refusal why;
  bool operator==(problem const&) const = default;
};

// Lists so many that a person can work through them, and counts the rest.
class problem_list {
public:
  static constexpr std::size_t most_listed = 500;

  void add(problem one);
  bool empty() const { return total_ == 0; }
  int total() const { return total_; }
  std::vector<problem> const& listed() const { return listed_; }
  std::vector<problem> in_order() const;  // of lines, then columns

private:
  std::vector<problem> listed_;
  int total_ = 0;
};

}  // namespace viab::imports
