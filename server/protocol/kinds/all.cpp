#include "domain/ensure.hpp"
#include "protocol/kinds/codec.hpp"
#include "protocol/read_value.hpp"

#include <array>

namespace viab::protocol {
namespace {

// In the order of steps::any_settings.
std::array<codec, steps::kind_count> const& codecs() {
  static std::array<codec, steps::kind_count> const all{
      make_check_in_codec(), make_review_codec(),  make_collect_codec(), make_group_codec(),
      make_vote_codec(),     make_discuss_codec(), make_commit_codec(),  make_check_out_codec(),
      make_position_codec(), make_pick_codec()};
  return all;
}

}  // namespace

codec const& codec_of(std::size_t kind) {
  VIAB_ENSURE(kind < steps::kind_count);
  return codecs()[kind];
}

codec const* find_codec(std::string_view kind, std::size_t& place) {
  for (place = 0; place < steps::kind_count; ++place) {
    if (codecs()[place].kind == kind) return &codecs()[place];
  }
  return nullptr;
}

void write_settings(writer& to, steps::any_settings const& one) {
  codec_of(one.index()).write_settings(to, one);
}

bool read_settings(reader& in, nlohmann::json const& from, steps::any_settings& into) {
  if (!is_object(from)) return in.malformed();
  auto const* kind = find_member(from, "kind");
  auto const* word = kind ? as_string(*kind) : nullptr;
  std::size_t place = 0;
  auto const* found = word ? find_codec(*word, place) : nullptr;
  return found ? found->read_settings(in, from, into) : in.malformed("kind");
}

}  // namespace viab::protocol
