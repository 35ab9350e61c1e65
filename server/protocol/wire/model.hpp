// The wire as data: every type by name, from which the schema and the TypeScript types are printed.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace viab::protocol::wire {

enum class form : std::uint8_t {
  text,          // what people wrote: `most` characters; null when it was erased
  string,        // `most` characters, 0 for no limit
  pattern,       // a string of the form `name`
  whole_number,  // `least` to `most`
  yes_no,
  words,         // one of `words`
  time,
  list,        // of one shape, at most `most` entries, 0 for no limit
  dictionary,  // of a key's and a value's shape
  nullable,
  reference,  // to the definition `name`
  literal,    // the string `name`
  one_of,
  anything
};

struct shape {
  form as = form::anything;
  std::string name{};
  std::vector<std::string> words{};
  std::int64_t least = 0;
  std::int64_t most = 0;
  std::vector<shape> of{};
};

struct field {
  std::string name{};
  shape is{};
  bool required = true;
};

// A struct when it has fields (or is marked as one), another name for a shape otherwise.
struct definition {
  std::string name{};
  std::string about{};  // one sentence, may be empty
  bool is_struct = false;
  bool closed = false;  // no other fields are taken
  std::vector<field> fields{};
  shape is{};
};

class model {
public:
  // True the first time: whoever claims a name defines it.
  bool claim(std::string const& name) { return claimed_.insert(name).second; }
  void define(definition one) { definitions_.push_back(std::move(one)); }
  // In an order in which most are defined before they are used.
  std::vector<definition> const& definitions() const { return definitions_; }

private:
  std::set<std::string> claimed_;
  std::vector<definition> definitions_;
};

inline shape simple(form as) { return shape{.as = as}; }
inline shape reference(std::string name) {
  return shape{.as = form::reference, .name = std::move(name)};
}
inline shape literal(std::string value) {
  return shape{.as = form::literal, .name = std::move(value)};
}
inline shape number(std::int64_t least, std::int64_t most) {
  return shape{.as = form::whole_number, .least = least, .most = most};
}
inline shape list_of(shape one, std::int64_t most = 0) {
  return shape{.as = form::list, .most = most, .of = {std::move(one)}};
}
inline shape dictionary_of(shape key, shape value) {
  return shape{.as = form::dictionary, .of = {std::move(key), std::move(value)}};
}
inline shape nullable(shape one) { return shape{.as = form::nullable, .of = {std::move(one)}}; }
inline shape one_of(std::vector<shape> all) {
  return shape{.as = form::one_of, .of = std::move(all)};
}

// Defines `name` as another name for `is`, unless it is there; gives the reference.
shape alias(model&, std::string name, shape is, std::string about = {});
// "collect_card_view" for what the compiler calls viab::steps::collect::card_view.
std::string wire_name(std::string_view compilers_word);

// The whole of viab.v1.
model whole_wire();
void add_kinds(model&);
void add_session(model&);
void add_frames(model&);

}  // namespace viab::protocol::wire
