#include "adapters/files/step_kinds.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace viab::adapters {
namespace {

using namespace steps;
using bare_fields = std::vector<std::pair<std::string, std::string>>;

constexpr int most_label_characters = 40;
constexpr int most_hint_characters = 160;
constexpr int most_statement_characters = 120;
constexpr int most_title_characters = 120;
constexpr int most_end_characters = 160;

char const* word_of(promise p) {
  switch (p) {
    case promise::open:
      return "open";
    case promise::anonymous:
      return "anonymous";
    case promise::secret:
      return "secret";
  }
  return "";
}

promise read_promise(object_reader& from, promise otherwise, bool may_be_secret) {
  std::vector<std::string> words{"open", "anonymous"};
  if (may_be_secret) words.emplace_back("secret");
  auto const word = from.one_of("promised", words, word_of(otherwise));
  if (word == "secret") return promise::secret;
  return word == "open" ? promise::open : promise::anonymous;
}

// Keys name a choice for ever, so two of them may not be the same.
void read_key(object_reader& from, std::string& key, std::set<std::string>& earlier) {
  key = from.name("key");
  if (!key.empty() && !earlier.insert(key).second) {
    from.complain("key", "\"" + key + "\" is the key of an earlier one as well");
  }
}

any_settings read_check_in(object_reader& from) {
  check_in::settings s;
  std::set<std::string> keys;
  from.each("moods", 2, 7, [&](object_reader& one) {
    auto& mood = s.moods.emplace_back();
    read_key(one, mood.key, keys);
    mood.label = one.text("label", most_label_characters);
    one.finish();
  });
  s.asks_word = from.flag("asks_word", s.asks_word);
  s.promised = read_promise(from, s.promised, true);
  return s;
}

any_settings read_review(object_reader& from) {
  review::settings s;
  s.promised = read_promise(from, s.promised, false);
  return s;
}

any_settings read_collect(object_reader& from) {
  collect::settings s;
  std::set<std::string> keys;
  from.each("columns", 1, 5, [&](object_reader& one) {
    auto& column = s.columns.emplace_back();
    read_key(one, column.key, keys);
    column.title = one.text("title", most_label_characters);
    column.hint = one.text_if_any("hint", most_hint_characters);
    one.finish();
  });
  std::set<std::string> fields;
  from.each("fields", 0, collect::most_fields, [&](object_reader& one) {
    auto& field = s.fields.emplace_back();
    read_key(one, field.key, fields);
    field.title = one.text("title", most_label_characters);
    field.hint = one.text_if_any("hint", most_hint_characters);
    one.finish();
  });
  std::set<std::string> rows;
  from.each("rows", 0, collect::most_rows, [&](object_reader& one) {
    auto& row = s.rows.emplace_back();
    read_key(one, row.key, rows);
    row.title = one.text("title", most_label_characters);
    one.finish();
  });
  s.promised = read_promise(from, s.promised, false);
  return s;
}

any_settings read_group(object_reader&) { return group::settings{}; }

any_settings read_vote(object_reader& from) {
  vote::settings s;
  s.dots = from.number("dots", 1, 20, s.dots);
  s.most_per_item = from.number("most_per_item", 1, 20, std::min(s.most_per_item, s.dots));
  if (s.most_per_item > s.dots) {
    from.complain("most_per_item", "is " + std::to_string(s.most_per_item) + ", while a person has "
                                       + std::to_string(s.dots) + " dots");
  }
  s.promised = read_promise(from, s.promised, true);
  return s;
}

any_settings read_discuss(object_reader& from) {
  discuss::settings s;
  s.topics = from.number("topics", 1, discuss::most_topics, s.topics);
  s.minutes_per_topic = from.number("minutes_per_topic", 1, 60, s.minutes_per_topic);
  return s;
}

any_settings read_commit(object_reader& from) {
  commit::settings s;
  s.wished = from.number("wished", 1, commit::most_agreements, s.wished);
  s.asks_obstacles = from.flag("asks_obstacles", s.asks_obstacles);
  return s;
}

any_settings read_check_out(object_reader& from) {
  check_out::settings s;
  s.statements = from.texts("statements", 3, most_statement_characters);
  s.asks_return = from.flag("asks_return", s.asks_return);
  s.asks_normal = from.flag("asks_normal", s.asks_normal);
  s.promised = read_promise(from, s.promised, true);
  if (s.statements.empty() && !s.asks_return && !s.asks_normal) {
    from.complain("", "asks nothing: give statements, asks_return or asks_normal");
  }
  return s;
}

any_settings read_position(object_reader& from) {
  position::settings s;
  std::set<std::string> keys;
  from.each("lines", 1, position::most_lines, [&](object_reader& one) {
    auto& line = s.lines.emplace_back();
    read_key(one, line.key, keys);
    line.title = one.text("title", most_title_characters);
    line.from = one.text("from", most_end_characters);
    line.to = one.text("to", most_end_characters);
    one.finish();
  });
  s.first = from.number("first", 0, 1, s.first);
  s.last = from.number("last", s.first + 1, s.first + position::most_values - 1, s.last);
  s.asks_now = from.flag("asks_now", s.asks_now);
  s.asks_needed = from.flag("asks_needed", s.asks_needed);
  s.asks_reason = from.flag("asks_reason", s.asks_reason);
  s.board = from.flag("board", s.board);
  s.arrows = from.flag("arrows", s.arrows);
  s.promised = read_promise(from, s.promised, true);
  if (s.board && s.lines.size() != 2) from.complain("board", "needs two lines, one for each axis");
  if (s.arrows && !s.board) from.complain("arrows", "are drawn on a board; add \"board\": true");
  if (!s.asks_now && !s.asks_needed && !s.arrows) {
    from.complain("asks_now", "and asks_needed are both false, so nothing is asked");
  }
  return s;
}

pick::hand read_hand(object_reader& from) {
  pick::hand dealt;
  dealt.levels = from.texts("levels", 5, most_label_characters);
  for (auto const& one : dealt.levels) {
    if (level_of(one)) continue;
    std::vector<std::string> const known(level_words.begin(), level_words.end());
    from.complain("levels", "\"" + one + "\" is no level" + suggestion(one, known));
  }
  dealt.per_strategy = from.number("per_strategy", 1, 4, dealt.per_strategy);
  dealt.ids = from.texts("cards", pick::most_cards, most_statement_characters);
  return dealt;
}

any_settings read_pick(object_reader& from) {
  pick::settings s;
  s.dealt = read_hand(from);
  s.keeps = from.number("keeps", 0, pick::most_kept, s.keeps);
  s.wished = from.number("wished", 1, 5, s.wished);
  s.promised = read_promise(from, s.promised, true);
  return s;
}

//    name      read      takes items  needs them  takes agreements  leaves items  prepares
constexpr std::array all_kinds{
    step_kind{check_in::settings::kind, read_check_in},
    step_kind{review::settings::kind, read_review, false, false, true},
    step_kind{collect::settings::kind, read_collect, false, false, false, true, true},
    step_kind{group::settings::kind, read_group, true, true, false, true},
    step_kind{vote::settings::kind, read_vote, true, true, false, true},
    step_kind{discuss::settings::kind, read_discuss, true, true, false, true},
    step_kind{steps::commit::settings::kind, read_commit, true},
    step_kind{check_out::settings::kind, read_check_out},
    step_kind{position::settings::kind, read_position, true, false, false, true},
    step_kind{pick::settings::kind, read_pick, true, false, false, true},
};
static_assert(all_kinds.size() == kind_count, "each kind of step needs a line above");

template <class Keyed>
std::string keys_of(std::vector<Keyed> const& all) {
  std::string keys;
  for (auto const& one : all) keys += (keys.empty() ? "" : ", ") + one.key;
  return keys;
}

std::string shown(bool flag) { return flag ? "true" : "false"; }

bare_fields bare(check_in::settings const& s) {
  return {{"moods", keys_of(s.moods)}, {"asks_word", shown(s.asks_word)}};
}
bare_fields bare(review::settings const&) { return {}; }
bare_fields bare(collect::settings const& s) {
  return {
      {"columns", keys_of(s.columns)}, {"fields", keys_of(s.fields)}, {"rows", keys_of(s.rows)}};
}
bare_fields bare(group::settings const&) { return {}; }
bare_fields bare(vote::settings const& s) {
  return {{"dots", std::to_string(s.dots)}, {"most_per_item", std::to_string(s.most_per_item)}};
}
bare_fields bare(discuss::settings const& s) {
  return {{"topics", std::to_string(s.topics)},
          {"minutes_per_topic", std::to_string(s.minutes_per_topic)}};
}
bare_fields bare(steps::commit::settings const& s) {
  return {{"wished", std::to_string(s.wished)}, {"asks_obstacles", shown(s.asks_obstacles)}};
}
bare_fields bare(check_out::settings const& s) {
  return {{"statements", std::to_string(s.statements.size()) + " of them"},
          {"asks_return", shown(s.asks_return)},
          {"asks_normal", shown(s.asks_normal)}};
}
bare_fields bare(position::settings const& s) {
  return {{"lines", keys_of(s.lines)},
          {"first", std::to_string(s.first)},
          {"last", std::to_string(s.last)},
          {"asks_now", shown(s.asks_now)},
          {"asks_needed", shown(s.asks_needed)},
          {"asks_reason", shown(s.asks_reason)},
          {"board", shown(s.board)},
          {"arrows", shown(s.arrows)}};
}
std::string joined(std::vector<std::string> const& all) {
  std::string text;
  for (auto const& one : all) text += (text.empty() ? "" : ", ") + one;
  return text;
}
bare_fields bare(pick::settings const& s) {
  return {{"levels", joined(s.dealt.levels)},
          {"per_strategy", std::to_string(s.dealt.per_strategy)},
          {"cards", joined(s.dealt.ids)},
          {"keeps", std::to_string(s.keeps)},
          {"wished", std::to_string(s.wished)}};
}

}  // namespace

step_kind const* find_step_kind(std::string_view name) {
  for (auto const& kind : all_kinds) {
    if (kind.name == name) return &kind;
  }
  return nullptr;
}

std::vector<std::string> step_kind_names() {
  std::vector<std::string> names;
  for (auto const& kind : all_kinds) names.emplace_back(kind.name);
  return names;
}

std::string_view name_of(any_settings const& settings) {
  return std::visit([](auto const& s) { return std::string_view(s.kind); }, settings);
}

bare_fields bare_settings(any_settings const& settings) {
  return std::visit(
      [](auto const& s) {
        auto fields = bare(s);
        if constexpr (requires { s.promised; }) {
          fields.emplace_back("promised", word_of(s.promised));
        }
        return fields;
      },
      settings);
}

}  // namespace viab::adapters
