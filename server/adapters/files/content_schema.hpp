// A JSON Schema for content files: what editors use to help, and a second opinion on what we read.
#pragma once

#include "adapters/files/located_json.hpp"

#include <filesystem>
#include <memory>
#include <string_view>

namespace viab::adapters {

class content_schema {
public:
  // A schema that cannot be used is not thrown about: every check then reports it.
  explicit content_schema(std::filesystem::path const& file);
  ~content_schema();

  // Adds the first offence. `raw` is JSON already; `root` is the same, for the line.
  void check(std::string_view raw, located const& root, findings& found) const;

private:
  struct compiled;
  std::unique_ptr<compiled> compiled_;
};

}  // namespace viab::adapters
