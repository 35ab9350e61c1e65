// What a rule answers: the thing asked for, or a refusal that says why not.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace viab {

// `code` is one of the words in refusals.hpp; the sentence for people is made from it in their own
// language at the edge. `detail` holds what the sentence needs: a limit, a path, a count.
struct refusal {
  std::string code;
  std::string detail;
  bool operator==(refusal const&) const = default;
};

template <class T>
class result {
public:
  result(T value) : outcome_(std::in_place_index<0>, std::move(value)) {}
  result(refusal why) : outcome_(std::in_place_index<1>, std::move(why)) {}

  bool ok() const { return outcome_.index() == 0; }
  explicit operator bool() const { return ok(); }
  // Only when ok().
  T const& operator*() const { return std::get<0>(outcome_); }
  T& operator*() { return std::get<0>(outcome_); }
  T const* operator->() const { return &std::get<0>(outcome_); }
  // Only when not ok().
  refusal const& why() const { return std::get<1>(outcome_); }

private:
  std::variant<T, refusal> outcome_;
};

}  // namespace viab
