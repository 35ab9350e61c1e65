#include "protocol/reader.hpp"

#include "domain/refusals.hpp"
#include "protocol/json_access.hpp"

#include <algorithm>
#include <charconv>

namespace viab::protocol {
namespace {

constexpr std::size_t longest_path = 200;

template <class Number>
bool read_digits(std::string_view digits, Number& into) {
  if (digits.empty() || (digits[0] == '0' && digits.size() > 1)) return false;
  auto const end = digits.data() + digits.size();
  auto const [stopped, problem] = std::from_chars(digits.data(), end, into);
  return problem == std::errc() && stopped == end;
}

}  // namespace

bool reader::refuse(refusal what) {
  if (!why_) why_ = std::move(what);
  return false;
}

bool reader::malformed() { return refuse(refusals::make("malformed", shortened(path()))); }

bool reader::malformed(std::string_view member) {
  enter(member);
  return malformed();
}

bool reader::unknown_member(nlohmann::json const& object,
                            std::vector<std::string_view> const& known) {
  each_member(object, [&](std::string const& name, nlohmann::json const&) {
    return std::find(known.begin(), known.end(), name) != known.end() || malformed(name);
  });
  return false;
}

std::string reader::path() const {
  std::string path = root_;
  for (auto const& step : path_) {
    append_pointer(path, step.member.data() ? step.member : std::to_string(step.index));
  }
  return path;
}

void append_pointer(std::string& path, std::string_view member) {
  path += '/';
  for (char const c : member) {
    if (c == '~') {
      path += "~0";
    } else if (c == '/') {
      path += "~1";
    } else {
      path += c;
    }
  }
}

std::string shortened(std::string path) {
  if (path.size() <= longest_path) return path;
  auto size = longest_path;
  while (size > 0 && (static_cast<unsigned char>(path[size]) & 0xC0U) == 0x80U) --size;
  path.resize(size);
  return path;
}

bool read_id(std::string_view text, participant_id& into) {
  return !text.empty() && text[0] == 'p' && read_digits(text.substr(1), into.number);
}

bool read_id(std::string_view text, item_id& into) {
  auto const dash = text.find('-');
  return dash != std::string_view::npos && read_digits(text.substr(0, dash), into.step) &&
         read_digits(text.substr(dash + 1), into.number);
}

bool read_id(std::string_view text, draft_id& into) {
  return !text.empty() && text[0] == 'd' && read_digits(text.substr(1), into.number);
}

bool valid_command_id(std::string_view id) {
  auto const allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_';
  };
  return id.size() >= 8 && id.size() <= 64 && std::all_of(id.begin(), id.end(), allowed);
}

bool valid_text_id(std::string_view text) {
  auto const allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_' || c == '.' || c == ':' || c == '-';
  };
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), allowed);
}

}  // namespace viab::protocol
