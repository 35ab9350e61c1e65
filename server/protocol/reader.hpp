// Where a strict reading is in its document, and what it found wrong first.
#pragma once

#include "domain/ids.hpp"
#include "domain/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::protocol {

enum class source : std::uint8_t { client, store };

class reader {
public:
  // `root` is the path of the document that is read.
  explicit reader(source from, std::string root = {}) : from_(from), root_(std::move(root)) {}

  bool from_frame() const { return from_ == source::client; }
  bool failed() const { return why_.has_value(); }
  // Only after something was wrong.
  refusal const& why() const { return *why_; }

  void enter(std::string_view member) { path_.push_back({member, 0}); }
  void enter(std::size_t entry) { path_.push_back({{}, entry}); }
  void leave() { path_.pop_back(); }

  // Remember what is wrong, and are always false.
  bool refuse(refusal);
  bool malformed();                           // what is here
  bool malformed(std::string_view member);    // a member of what is here
  // `object` has a member that is not in `known`.
  bool unknown_member(nlohmann::json const& object, std::vector<std::string_view> const& known);

private:
  struct place {
    std::string_view member;  // must outlive the reading; empty in a list
    std::size_t index;
  };
  std::string path() const;

  source from_;
  std::string root_;
  std::vector<place> path_;
  std::optional<refusal> why_;
};

// Appends "/" and the member with ~ and / escaped, as RFC 6901 has it.
void append_pointer(std::string& path, std::string_view member);
// Not longer than an answer should be, and whole characters only.
std::string shortened(std::string path);

// Strictly as they are written: no signs, no zeros in front.
bool read_id(std::string_view text, participant_id&);
bool read_id(std::string_view text, item_id&);
bool read_id(std::string_view text, draft_id&);
// 8 to 64 characters of A–Z a–z 0–9 - _
bool valid_command_id(std::string_view id);
// 1 to 64 characters of A–Z a–z 0–9 _ . : -
bool valid_text_id(std::string_view text);

}  // namespace viab::protocol
