// `viab backup create|verify|restore`.
#pragma once

#include "cli/settings.hpp"

#include <filesystem>
#include <iosfwd>

namespace viab::cli {

// Each prints what it did, or why not and what to do, and returns the exit code.
int backup_create(settings const&, std::filesystem::path const& folder, std::ostream& out);
int backup_verify(settings const&, std::filesystem::path const& folder, std::ostream& out);
int backup_restore(settings const&, std::filesystem::path const& folder, std::ostream& out);

}  // namespace viab::cli
