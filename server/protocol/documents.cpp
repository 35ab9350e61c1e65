#include "protocol/describe/session.hpp"
#include "protocol/json.hpp"
#include "protocol/read_value.hpp"
#include "protocol/write_value.hpp"

namespace viab::protocol {

template <class T>
void append_json(std::string& out, T const& value) {
  writer to{out};
  write_value(to, value);
}

template <class T>
result<T> read_json(nlohmann::json const& from) {
  reader in(source::store);
  T value;
  if (!read_value(in, from, value)) return in.why();
  return value;
}

template void append_json(std::string&, session::format const&);
template void append_json(std::string&, session::outcome const&);
template void append_json(std::string&, item const&);
template void append_json(std::string&, items const&);
template void append_json(std::string&, agreement const&);
template result<session::format> read_json(nlohmann::json const&);
template result<session::outcome> read_json(nlohmann::json const&);
template result<item> read_json(nlohmann::json const&);
template result<items> read_json(nlohmann::json const&);
template result<agreement> read_json(nlohmann::json const&);

}  // namespace viab::protocol
