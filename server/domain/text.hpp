// Text that people wrote: at most N characters of valid UTF-8, without control characters.
#pragma once

#include "domain/refusals.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace viab {

// Counts characters (code points); nothing when the bytes are not valid UTF-8.
std::optional<int> count_characters(std::string_view utf8);
// Without spaces at both ends, line ends as \n, other control characters and direction overrides
// gone.
std::string tidied(std::string_view utf8);

// Made by `make`, which refuses, or by reading what was stored. A redacted text is one that was
// erased later on request or by retention: it stays in its place, empty, and the rules carry on.
template <int N>
class text {
public:
  static constexpr int limit = N;

  text() = default;

  static result<text> make(std::string_view raw) {
    auto clean = tidied(raw);
    auto const length = count_characters(clean);
    if (!length) return refusals::make("malformed", "text");
    if (*length == 0) return refusals::empty_text();
    if (*length > N) return refusals::too_long(N);
    return text(std::move(clean));
  }
  // For what the rules or the store already checked.
  static text of(std::string value) { return text(std::move(value)); }
  static text erased() {
    text t;
    t.redacted_ = true;
    return t;
  }

  std::string const& value() const { return value_; }
  bool redacted() const { return redacted_; }
  bool empty() const { return value_.empty(); }
  auto operator<=>(text const&) const = default;

private:
  explicit text(std::string value) : value_(std::move(value)) {}
  std::string value_;
  bool redacted_ = false;
};

using card_text = text<500>;
using name_text = text<40>;
using theme_text = text<80>;
using note_text = text<2000>;
using agreement_text = text<300>;
using word_text = text<40>;
using reason_text = text<280>;

}  // namespace viab
