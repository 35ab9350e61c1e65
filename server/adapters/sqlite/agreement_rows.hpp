// The columns of an agreement, shared by agreements, their traces and reviews.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "domain/item.hpp"

#include <optional>
#include <string>

namespace viab::adapters::sqlite {

// Erased texts are null; an erased owner is empty, because null means that there is none.
struct plan_columns {
  std::optional<std::string> cue;
  std::optional<std::string> action;
  std::optional<std::string> owner;
  std::optional<std::string> review_on;
  std::string status;
};

plan_columns columns_of(agreement const&);
// From five columns in the order above.
agreement read_plan(rows&, int first_column);

}  // namespace viab::adapters::sqlite
