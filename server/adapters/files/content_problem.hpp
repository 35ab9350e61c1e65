// What is wrong with a piece of content, and where: for people who write formats.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace viab::adapters {

struct content_problem {
  std::string file;  // below the content folder: "formats/monthly_reflection_45.nl.json"
  int line = 1;
  std::string pointer;  // JSON pointer, "/steps/2/dots"; empty for the whole file
  std::string reason;   // "is 25; at most 20"
  bool operator==(content_problem const&) const = default;
};

// Collects the problems of one file.
class findings {
public:
  explicit findings(std::string file) : file_(std::move(file)) {}

  void add(int line, std::string pointer, std::string reason) {
    problems_.push_back({file_, line, std::move(pointer), std::move(reason)});
  }
  std::string const& file() const { return file_; }
  bool none() const { return problems_.empty(); }
  std::vector<content_problem> const& problems() const { return problems_; }

private:
  std::string file_;
  std::vector<content_problem> problems_;
};

}  // namespace viab::adapters
