#include "adapters/files/located_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>

namespace viab::adapters {
namespace {

// Tells how far the parser has read; the parser itself does not.
struct counting_iterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = char const*;
  using reference = char const&;

  char const* at = nullptr;
  char const** furthest = nullptr;

  reference operator*() const { return *at; }
  counting_iterator& operator++() {
    *furthest = ++at;
    return *this;
  }
  counting_iterator operator++(int) {
    auto const before = *this;
    ++*this;
    return before;
  }
  bool operator==(counting_iterator const& other) const { return at == other.at; }
  bool operator!=(counting_iterator const& other) const { return at != other.at; }
};

// Called by the parser for each part that it meets; false stops it.
class builder {
public:
  builder(std::string_view text, findings& found)
      : furthest_(text.data()), counted_to_(text.data()), text_(text), found_(found) {}

  char const** furthest() { return &furthest_; }
  located take() { return std::move(root_); }

  bool null() { return value(json_type::null) != nullptr; }
  bool boolean(bool given) {
    value(json_type::boolean)->boolean = given;
    return true;
  }
  bool number_integer(std::int64_t given) {
    value(json_type::integer)->integer = given;
    return true;
  }
  bool number_unsigned(std::uint64_t given) {
    auto const most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    value(json_type::integer)->integer = static_cast<std::int64_t>(std::min(given, most));
    return true;
  }
  bool number_float(double, std::string const& as_written) {
    value(json_type::fraction)->text = as_written;
    return true;
  }
  bool string(std::string& given) {
    value(json_type::text)->text = std::move(given);
    return true;
  }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(json_type::object); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(json_type::list); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    auto& object = *open_.back();
    if (object.find(name) != nullptr) {
      found_.add(line(), pointer() + "/" + name, "is there twice; keep one of the two");
      return false;
    }
    object.members.push_back({std::move(name), line(), {}});
    return true;
  }

  bool parse_error(std::size_t position, std::string const&, nlohmann::json::exception const& why) {
    auto const upto = text_.substr(0, position > 0 ? position - 1 : 0);
    std::string reason = why.what();
    if (auto const colon = reason.find(": "); colon != std::string::npos) {
      reason.erase(0, colon + 2);
    }
    found_.add(1 + static_cast<int>(std::count(upto.begin(), upto.end(), '\n')), pointer(),
               "this is no JSON: " + reason);
    return false;
  }

private:
  // The last character read is left out: after a number it belongs to what follows.
  int line() {
    auto const* const upto = std::max(counted_to_, furthest_ - 1);
    line_ += static_cast<int>(std::count(counted_to_, upto, '\n'));
    counted_to_ = upto;
    return line_;
  }

  located* value(json_type type) {
    auto* place = &root_;
    if (!open_.empty() && open_.back()->type == json_type::list) {
      place = &open_.back()->elements.emplace_back();
    } else if (!open_.empty()) {
      place = &open_.back()->members.back().value;
    }
    place->type = type;
    place->line = line();
    return place;
  }

  bool open(json_type type) {
    if (static_cast<int>(open_.size()) == most_content_depth) {
      found_.add(line(), pointer(),
                 "nests deeper than " + std::to_string(most_content_depth) + " levels");
      return false;
    }
    open_.push_back(value(type));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  std::string pointer() const {
    std::string path;
    for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
      path += '/';
      path += open_[i]->type == json_type::list ? std::to_string(open_[i]->elements.size() - 1)
                                                : open_[i]->members.back().key;
    }
    return path;
  }

  char const* furthest_;
  char const* counted_to_;
  std::string_view text_;
  findings& found_;
  int line_ = 1;
  located root_;
  std::vector<located*> open_;  // objects and lists around the value at hand, outermost first
};

}  // namespace

located const* located::find(std::string_view key) const {
  for (auto const& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

std::optional<located> parse_located(std::string_view text, findings& found) {
  builder build(text, found);
  auto const* const end = text.data() + text.size();
  counting_iterator const first{text.data(), build.furthest()};
  counting_iterator const last{end, build.furthest()};
  if (!nlohmann::json::sax_parse(first, last, &build)) return std::nullopt;
  return build.take();
}

located const& nearest_to(located const& root, std::string_view pointer) {
  auto const* at = &root;
  while (pointer.size() > 1) {
    pointer.remove_prefix(1);
    auto const part = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(part.size());
    located const* next = at->find(part);
    if (at->type == json_type::list && !part.empty()
        && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      auto const place = part.size() < 6 ? std::stoul(std::string(part)) : at->elements.size();
      if (place < at->elements.size()) next = &at->elements[place];
    }
    if (next == nullptr) break;
    at = next;
  }
  return *at;
}

std::string_view spoken(json_type type) {
  switch (type) {
    case json_type::null:
      return "null";
    case json_type::boolean:
      return "true or false";
    case json_type::integer:
      return "a whole number";
    case json_type::fraction:
      return "a fraction";
    case json_type::text:
      return "text";
    case json_type::list:
      return "a list";
    case json_type::object:
      return "an object";
  }
  return "something else";
}

}  // namespace viab::adapters
