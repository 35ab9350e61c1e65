#include "protocol/json_access.hpp"

#include <nlohmann/json.hpp>

#include <limits>

namespace viab::protocol {

using nlohmann::json;

bool is_null(json const& j) { return j.is_null(); }
bool is_object(json const& j) { return j.is_object(); }
bool is_list(json const& j) { return j.is_array(); }

std::string const* as_string(json const& j) { return j.get_ptr<std::string const*>(); }

std::optional<bool> as_bool(json const& j) {
  if (!j.is_boolean()) return std::nullopt;
  return j.get<bool>();
}

std::optional<std::int64_t> as_number(json const& j, std::int64_t least, std::int64_t most) {
  if (!j.is_number_integer()) return std::nullopt;
  constexpr auto limit = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (j.is_number_unsigned() && j.get<std::uint64_t>() > limit) return std::nullopt;
  auto const value = j.get<std::int64_t>();
  if (value < least || value > most) return std::nullopt;
  return value;
}

std::size_t size_of(json const& j) { return j.size(); }

json const* find_member(json const& object, char const* name) {
  auto const found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

json const& entry_of(json const& list, std::size_t place) { return list[place]; }

bool each_member(json const& object,
                 std::function<bool(std::string const&, json const&)> const& visit) {
  for (auto it = object.begin(); it != object.end(); ++it) {
    if (!visit(it.key(), it.value())) return false;
  }
  return true;
}

}  // namespace viab::protocol
