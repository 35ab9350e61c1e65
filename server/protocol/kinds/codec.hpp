// One kind's doors to JSON, and the one list of them; each kind is compiled in a file of its own.
#pragma once

#include "protocol/reader.hpp"
#include "protocol/write_value.hpp"
#include "steps/all.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace viab::protocol {

// A part of the shared view, encoded: plain members, and maps by item of which only what was asked
// for is there.
struct encoded_part {
  struct keyed {
    char const* name;
    std::vector<std::pair<item_id, std::string>> entries;
  };
  std::vector<std::pair<char const*, std::string>> leaves;
  std::vector<keyed> maps;
};

struct codec {
  std::string_view kind;
  bool (*read_settings)(reader&, nlohmann::json const&, steps::any_settings&);
  void (*write_settings)(writer&, steps::any_settings const&);
  bool (*read_command)(reader&, nlohmann::json const&, steps::any_command&);
  void (*write_command)(writer&, steps::any_command const&);
  std::string_view (*event_name)(steps::any_event const&);
  std::vector<std::string_view> (*event_names)();
  void (*write_event)(writer&, steps::any_event const&);
  // False without an offence when the kind has no event of that name.
  bool (*read_event)(reader&, std::string_view name, nlohmann::json const&, steps::any_event&);
  encoded_part (*encode_shared)(steps::any_shared_view const&);
  void (*write_own)(writer&, steps::any_own_view const&);
  void (*write_lead)(writer&, steps::any_lead_view const&);
};

// `kind` is the place in steps::any_settings.
codec const& codec_of(std::size_t kind);
// The codec of a kind's word; null when there is no such kind. `place` gets its place.
codec const* find_codec(std::string_view kind, std::size_t& place);

codec make_check_in_codec();
codec make_review_codec();
codec make_collect_codec();
codec make_group_codec();
codec make_vote_codec();
codec make_discuss_codec();
codec make_commit_codec();
codec make_check_out_codec();
codec make_position_codec();
codec make_pick_codec();

}  // namespace viab::protocol
