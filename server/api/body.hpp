// Reads the JSON body of a request strictly, and gathers everything that is wrong with it at once.
#pragma once

#include "api/services.hpp"
#include "directory/records.hpp"
#include "domain/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::api {

// Each reader notes what is wrong and returns something empty; `problem` then tells all of it, so
// that a form can show each mistake beside its field.
class body {
public:
  // A body that is no JSON object: `fine` is false at once.
  explicit body(net::request const&);

  // Required, of one of the text types.
  template <class Text>
  Text text(char const* name) {
    auto const raw = string(name, true);
    return raw ? checked<Text>(name, *raw) : Text{};
  }
  // Absent, null and spaces are the empty text.
  template <class Text>
  Text text_or_empty(char const* name) {
    auto const raw = string(name, false);
    if (!raw || raw->find_first_not_of(" \t\r\n") == std::string::npos) return Text{};
    return checked<Text>(name, *raw);
  }
  // Absent and null are none. At most 64 characters.
  template <class Id>
  std::optional<Id> id(char const* name) {
    auto raw = identifier(name);
    if (!raw) return std::nullopt;
    return Id{std::move(*raw)};
  }
  std::optional<email_address> address(char const* name);  // absent, null and empty: none
  std::string word(char const* name, std::vector<std::string_view> const& allowed);
  bool flag(char const* name, bool otherwise);
  std::optional<time_point> time(char const* name);  // absent and null are none
  int number(char const* name, int least, int most);
  // The same; absent and null are none.
  std::optional<int> number_or_none(char const* name, int least, int most);
  // A list of texts, each at most 64 characters; absent and null are the empty list.
  std::vector<std::string> texts(char const* name, std::size_t most);
  bool has(char const* name) const;

  void wrong(char const* name, refusal why);
  // Whether nothing is wrong; members that nobody asked for are wrong.
  bool fine();
  net::response problem(services const&, net::request const&) const;

private:
  struct mistake {
    std::string name;
    refusal why;
  };
  std::optional<std::string> string(char const* name, bool required);
  std::optional<std::string> identifier(char const* name);
  nlohmann::json const* member(char const* name);
  template <class Text>
  Text checked(char const* name, std::string const& raw) {
    auto made = Text::make(raw);
    if (made) return *made;
    wrong(name, made.why());
    return Text{};
  }

  std::shared_ptr<nlohmann::json const> document_;
  std::vector<std::string> read_;
  std::vector<mistake> mistakes_;
};

}  // namespace viab::api
