#include "protocol/json.hpp"

#include "domain/refusals.hpp"
#include "protocol/frames.hpp"
#include "protocol/reader.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace viab::protocol {
namespace {

using nlohmann::json;

// Builds the document and stops at the first thing that is refused, so that no input is kept or
// walked deeper than allowed.
class builder {
public:
  using number_integer_t = json::number_integer_t;
  using number_unsigned_t = json::number_unsigned_t;
  using number_float_t = json::number_float_t;

  bool null() { return put(nullptr) != nullptr; }
  bool boolean(bool value) { return put(value) != nullptr; }
  bool number_integer(number_integer_t value) { return put(value) != nullptr; }
  bool number_unsigned(number_unsigned_t value) { return put(value) != nullptr; }
  bool number_float(number_float_t value, std::string const&) { return put(value) != nullptr; }
  bool string(std::string& value) { return put(std::move(value)) != nullptr; }
  bool binary(json::binary_t&) { return false; }

  bool start_object(std::size_t) { return open(json::object()); }
  bool start_array(std::size_t) { return open(json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    auto& object = open_.back();
    object.key = std::move(name);
    return !object.value->contains(object.key) || refuse(path());
  }

  bool parse_error(std::size_t position, std::string const&, nlohmann::detail::exception const&) {
    return refuse("not JSON at byte " + std::to_string(position));
  }

  json take() { return std::move(root_); }
  std::string const& why() const { return why_; }

private:
  struct level {
    json* value;
    std::string key;
  };

  // Where the value that comes now belongs.
  json* put(json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    auto& around = open_.back();
    if (around.value->is_array()) {
      around.value->push_back(std::move(value));
      return &around.value->back();
    }
    auto& member = (*around.value)[around.key];
    member = std::move(value);
    return &member;
  }

  bool open(json value) {
    if (open_.size() == static_cast<std::size_t>(most_depth)) return refuse(path());
    open_.push_back({put(std::move(value)), {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  bool refuse(std::string why) {
    if (why_.empty()) why_ = shortened(std::move(why));
    return false;
  }

  std::string path() const {
    std::string path;
    for (auto const& one : open_) {
      // What is open inside a list is its last entry; what comes now is not in there yet.
      auto const place = one.value->size() - (&one == &open_.back() ? 0 : 1);
      append_pointer(path, one.value->is_array() ? std::to_string(place) : one.key);
    }
    return path;
  }

  json root_;
  std::vector<level> open_;
  std::string why_;
};

}  // namespace

result<json> parse_untrusted(std::string_view text) {
  builder builds;
  if (!json::sax_parse(text.begin(), text.end(), &builds)) {
    return refusals::make("malformed", builds.why());
  }
  return builds.take();
}

}  // namespace viab::protocol
