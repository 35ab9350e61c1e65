#include "protocol/plain_command.hpp"

#include "protocol/reader.hpp"

#include <algorithm>
#include <array>

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
  bool take_number() {
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    auto const end = std::find_if_not(rest_.begin(), rest_.end(), digit);
    auto const size = static_cast<std::size_t>(end - rest_.begin());
    if (size == 0 || size > most_digits || (rest_[0] == '0' && size > 1)) return false;
    rest_.remove_prefix(size);
    return true;
  }
  bool take_plain_value() {
    if (take("\"")) return take_plain_text().has_value();
    return take_number() || take("true") || take("false") || take("null");
  }
  std::string_view rest() const { return rest_; }

private:
  std::string_view rest_;
};

// An object of plain members; the same name twice is not plain.
bool take_plain_object(scanner& from) {
  std::array<std::string_view, most_members> names;
  std::size_t count = 0;
  if (!from.take("{")) return false;
  do {
    if (count == most_members || !from.take("\"")) return false;
    auto const name = from.take_plain_text();
    auto const known = names.begin() + static_cast<std::ptrdiff_t>(count);
    if (!name || std::find(names.begin(), known, *name) != known) return false;
    names[count++] = *name;
    if (!from.take(":") || !from.take_plain_value()) return false;
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
  if (!take_plain_object(from)) return std::nullopt;
  auto const after = from.rest();
  if (after != "}}") return std::nullopt;
  return unread_command{{std::string(*id)}, step_id{std::string(*step)},
                        std::string(body.substr(0, body.size() - after.size()))};
}

}  // namespace viab::protocol
