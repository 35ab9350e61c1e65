#include "protocol/plain_command.hpp"

#include "protocol/reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace viab::protocol {
namespace {

constexpr std::size_t most_members = 8;
constexpr std::size_t most_digits = 15;

// Takes piece after piece from the front of a text; a piece that is not there leaves it as it is.
class scanner {
public:
  explicit scanner(std::string_view text) : rest_(text) {}

  bool take(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }
  // Printable ASCII without quotes and escapes, up to the quote, which is taken too.
  std::optional<std::string_view> take_plain_text() {
    auto const plain = [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; };
    auto const end = std::find_if_not(rest_.begin(), rest_.end(), plain);
    auto const text = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(text.size());
    if (!take("\"")) return std::nullopt;
    return text;
  }
  std::optional<std::uint64_t> take_number() {
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    auto const end = std::find_if_not(rest_.begin(), rest_.end(), digit);
    auto const size = static_cast<std::size_t>(end - rest_.begin());
    if (size == 0 || size > most_digits || (rest_[0] == '0' && size > 1)) return std::nullopt;
    std::uint64_t number = 0;
    std::from_chars(rest_.data(), rest_.data() + size, number);
    rest_.remove_prefix(size);
    return number;
  }
  std::string_view rest() const { return rest_; }

private:
  std::string_view rest_;
};

// Hands the value to `keep` as text, number, truth or nullptr; false when it is not plain.
template <class Keep>
bool take_plain_value(scanner& from, Keep const& keep) {
  if (from.take("\"")) {
    auto const text = from.take_plain_text();
    if (text) keep(*text);
    return text.has_value();
  }
  if (auto const number = from.take_number()) {
    keep(*number);
  } else if (from.take("true")) {
    keep(true);
  } else if (from.take("false")) {
    keep(false);
  } else if (from.take("null")) {
    keep(nullptr);
  } else {
    return false;
  }
  return true;
}

// An object of plain members, each handed to `keep` with its name; the same name twice is not
// plain.
template <class Keep>
bool take_plain_object(scanner& from, Keep const& keep) {
  std::array<std::string_view, most_members> names;
  std::size_t count = 0;
  if (!from.take("{")) return false;
  do {
    if (count == most_members || !from.take("\"")) return false;
    auto const name = from.take_plain_text();
    auto const known = names.begin() + static_cast<std::ptrdiff_t>(count);
    if (!name || std::find(names.begin(), known, *name) != known) return false;
    names[count++] = *name;
    auto const keep_member = [&](auto const& value) { keep(*name, value); };
    if (!from.take(":") || !take_plain_value(from, keep_member)) return false;
  } while (from.take(","));
  return from.take("}");
}

}  // namespace

std::optional<unread_command> read_plain_command(std::string_view text) {
  scanner from(text);
  if (!from.take(R"({"do":{"id":")")) return std::nullopt;
  auto const id = from.take_plain_text();
  if (!id || !valid_command_id(*id) || !from.take(R"(,"step":")")) return std::nullopt;
  auto const step = from.take_plain_text();
  if (!step || !valid_text_id(*step) || !from.take(R"(,"command":)")) return std::nullopt;
  auto const body = from.rest();
  if (!take_plain_object(from, [](auto, auto) {})) return std::nullopt;
  auto const after = from.rest();
  if (after != "}}") return std::nullopt;
  return unread_command{{std::string(*id)}, step_id{std::string(*step)},
                        std::string(body.substr(0, body.size() - after.size()))};
}

std::optional<nlohmann::json> read_plain_object(std::string_view text) {
  scanner from(text);
  auto object = nlohmann::json::object();
  auto const keep = [&](std::string_view name, auto const& value) {
    object.emplace(std::string(name), value);
  };
  if (!take_plain_object(from, keep) || !from.rest().empty()) return std::nullopt;
  return object;
}

}  // namespace viab::protocol
