// What was done by whom that an auditor may ask for: six fields a row, each covered by a hash.
#pragma once

#include "ports/directory_store.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace viab::ports {

// The six fields that the Dutch baseline for information security (BIO2 8.15.01) asks of a line:
// action, object, result, origin, actor and time. Never content, names or secrets.
struct audit_entry {
  std::int64_t number = 0;  // from 1, without gaps
  time_point at;
  std::string action;  // "save_person"
  std::string object;  // kind and id: "team:t1"
  std::string result;  // "done", or the word of a refusal
  std::string origin;
  std::string actor;
};

struct audit_part {
  std::vector<audit_entry> rows;  // newest first
  std::optional<std::int64_t> next;
};

class audit_log {
public:
  virtual ~audit_log() = default;
  // For what changes no table of the directory: signing in, a refusal.
  virtual boost::asio::awaitable<void> note(std::string action, std::string object,
                                            std::string result, act by) = 0;
  // Those before `before`, or the newest ones.
  virtual boost::asio::awaitable<audit_part> entries(std::optional<std::int64_t> before,
                                                     int most) = 0;
  // The number of the first row that does not follow from the one before it; none when all do.
  virtual boost::asio::awaitable<std::optional<std::int64_t>> first_broken() = 0;
};

}  // namespace viab::ports
