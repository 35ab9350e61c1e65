// The built web client, served from memory.
#pragma once

#include "net/http.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace viab::net {

class static_files {
public:
  static_files() = default;
  // Reads the folder once; an empty path: no files. Throws when the folder cannot be read.
  explicit static_files(std::filesystem::path const& folder);

  // A file, the page of the app for a path of the app, or 404. Only GET and HEAD come here.
  response answer(request const&) const;
  std::size_t count() const { return files_.size(); }

private:
  struct known_file {
    std::shared_ptr<std::string const> plain, brotli, gzip;
    std::string type;
    std::string etag;     // without quotes
    bool hashed = false;  // its name changes with its content
  };
  response send(known_file const&, request const&) const;

  std::map<std::string, known_file, std::less<>> files_;  // by path: "/assets/app-1f3a9c2b.js"
};

}  // namespace viab::net
