// Why a database was not opened, as a sentence that says what to do.
#pragma once

#include <stdexcept>
#include <string>

namespace viab::adapters::sqlite {

enum class open_problem {
  in_use,
  damaged,
  newer,
  not_ours,
  network_disk,
  no_access,
  half_restored
};

// Nothing in the folder was changed.
struct open_failure : std::runtime_error {
  open_failure(open_problem what, std::string const& sentence)
      : std::runtime_error(sentence), problem(what) {}
  open_problem problem;
};

}  // namespace viab::adapters::sqlite
