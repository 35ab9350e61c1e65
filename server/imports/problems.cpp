#include "imports/problems.hpp"

#include <algorithm>
#include <tuple>

namespace viab::imports {

void problem_list::add(problem one) {
  ++total_;
  if (listed_.size() < most_listed) listed_.push_back(std::move(one));
}

std::vector<problem> problem_list::in_order() const {
  auto all = listed_;
  std::ranges::stable_sort(all, [](problem const& a, problem const& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  return all;
}

}  // namespace viab::imports
