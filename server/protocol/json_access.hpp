// What the strict reader asks of a parsed document, so that its templates need no json.hpp.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace viab::protocol {

bool is_null(nlohmann::json const&);
bool is_object(nlohmann::json const&);
bool is_list(nlohmann::json const&);
// Nothing when it is something else.
std::string const* as_string(nlohmann::json const&);
std::optional<bool> as_bool(nlohmann::json const&);
// A whole number without fraction or exponent, from `least` to `most`.
std::optional<std::int64_t> as_number(nlohmann::json const&, std::int64_t least, std::int64_t most);

// Members of an object, or entries of a list.
std::size_t size_of(nlohmann::json const&);
nlohmann::json const* find_member(nlohmann::json const& object, char const* name);
nlohmann::json const& entry_of(nlohmann::json const& list, std::size_t place);
// Until `visit` says false; says whether it never did.
bool each_member(nlohmann::json const& object,
                 std::function<bool(std::string const&, nlohmann::json const&)> const& visit);

}  // namespace viab::protocol
