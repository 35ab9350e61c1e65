#include "steps/collect/collect.hpp"
#include "steps/commit/commit.hpp"
#include "steps/discuss/discuss.hpp"
#include "steps/group/group.hpp"
#include "steps/histories.hpp"

using namespace viab;
using namespace viab::steps;
using namespace viab::tests;

// Views with the touched entries drawn anew; next to the views, so that the laws find them.
namespace viab::steps::collect {
static shared_view patched(shared_view const& old, shared_view drawn, scope const& wanted) {
  auto cards = old.cards;
  patch(cards, drawn.cards, wanted);
  drawn.cards = cards;
  return drawn;
}
}  // namespace viab::steps::collect
namespace viab::steps::group {
static shared_view patched(shared_view const& old, shared_view drawn, scope const& wanted) {
  auto [cards, themes] = std::pair(old.cards, old.themes);
  patch(cards, drawn.cards, wanted);
  patch(themes, drawn.themes, wanted);
  drawn.cards = cards;
  drawn.themes = themes;
  return drawn;
}
}  // namespace viab::steps::group
namespace viab::steps::discuss {
static shared_view patched(shared_view const& old, shared_view drawn, scope const& wanted) {
  auto topics = old.topics;
  patch(topics, drawn.topics, wanted);
  drawn.topics = topics;
  return drawn;
}
}  // namespace viab::steps::discuss
namespace viab::steps::commit {
static shared_view patched(shared_view const& old, shared_view drawn, scope const& wanted) {
  auto [proposals, obstacles] = std::pair(old.proposals, old.obstacles);
  patch(proposals, drawn.proposals, wanted);
  patch(obstacles, drawn.obstacles, wanted);
  drawn.proposals = proposals;
  drawn.obstacles = obstacles;
  return drawn;
}
}  // namespace viab::steps::commit

namespace {

std::string some_text(int number) { return "tekst " + std::to_string(number % 7); }
std::string some_column(int number) {
  return number % 9 == 0 ? "nowhere" : number % 2 == 0 ? "works" : "stops";
}

items some_items() {
  items all;
  for (std::uint32_t i = 1; i <= 5; ++i) {
    item card;
    card.id = {2, i};
    card.text = words(some_text(static_cast<int>(i)));
    card.column = some_column(static_cast<int>(i));
    all.push_back(card);
  }
  item theme;
  theme.id = {3, 1};
  theme.kind = item_kind::theme;
  theme.text = words("Geld");
  theme.parts = {all[3], all[4]};
  all.pop_back();
  all.pop_back();
  all.push_back(theme);
  return all;
}

opening with_inputs(promise promised = promise::open) { return {5, some_items(), promised}; }

auto const anything = [](auto const&) {};

collect::state collecting(promise promised) {
  collect::settings chosen;
  chosen.columns = {{"works", "", ""}, {"stops", "", ""}};
  return start(chosen, with_inputs(promised));
}

// One of the actor's own where there is one, now and then anybody's.
template <class Id, class Map>
Id pick_own(std::map<participant_id, std::set<Id>> const& owned, Map const& all, wish const& w) {
  auto const own = owned.find(somebody(w.who).who);
  if (own == owned.end() || w.first % 5 == 0) return pick(all, w.first);
  auto const at = static_cast<std::size_t>(w.first) % own->second.size();
  return *std::next(own->second.begin(), static_cast<std::ptrdiff_t>(at));
}

// Mostly the newest, now and then an older one.
template <class Map>
int version_of(Map const& entries, typename Map::key_type id, wish const& w) {
  auto const found = entries.find(id);
  return found == entries.end() ? 1 : found->second.version - (w.third % 5 == 0 ? 1 : 0);
}

collect::settings one_column() {
  collect::settings s;
  s.columns = {{"works", "", ""}};
  return s;
}

collect::command collect_wish(collect::state const& s, wish const& w) {
  auto const text = words(some_text(w.third));
  auto const column = some_column(w.second);
  switch (w.what % 16) {
    case 0: return steps::close_round{};
    case 1: return steps::show_results{};
    case 2:
    case 3: return collect::reopen{};
    case 4:
    case 5: return collect::hide_card{pick(s.cards, w.first)};
    case 6: return collect::unhide_card{pick(s.cards, w.first)};
    case 7:
    case 8: return collect::withdraw_card{pick_own(s.held, s.drafts, w)};
    case 9:
    case 10:
    case 11: {
      auto const id = pick_own(s.held, s.drafts, w);
      return collect::edit_card{id, column, text, version_of(s.drafts, id, w)};
    }
    default: return collect::add_card{column, text};
  }
}

// The same act, with other words in the other column.
collect::command otherwise(collect::command what) {
  auto const other = [](auto& c) {
    if constexpr (requires { c.text; }) {
      c.text = words("anders " + c.text.value().substr(c.text.value().size() / 2));
      if (c.column != "nowhere") c.column = c.column == "works" ? "stops" : "works";
    }
  };
  std::visit(other, what);
  return what;
}

group::command group_wish(group::state const& s, wish const& w) {
  auto const card = pick(s.cards, w.first);
  auto const theme = pick(s.themes, w.second);
  auto const any_theme = w.second % 5 == 0 ? std::nullopt : std::optional(theme);
  auto const title = words<80>(some_text(w.third));
  switch (w.what % 16) {
    case 0:
    case 1: return group::add_card{words(some_text(w.third)), "", any_theme};
    case 2: {
      auto const own = pick_own(s.added, s.cards, w);
      return group::rename_card{own, words(some_text(w.third)), version_of(s.cards, own, w)};
    }
    case 3: return group::remove_card{pick_own(s.added, s.cards, w)};
    case 4:
    case 5: return group::create_theme{title, {card, pick(s.cards, w.third)}};
    case 6: return group::create_theme{std::nullopt, {card}};
    case 7: return group::rename_theme{theme, title, version_of(s.themes, theme, w)};
    case 8: return group::merge_themes{theme, pick(s.themes, w.third)};
    case 9: return group::dissolve_theme{theme};
    case 10:
    case 11: return group::move_card{card, any_theme, std::nullopt};
    default: {
      // In front of a card where that stands, so that places between neighbours run out.
      auto const before = pick(s.cards, w.third);
      auto const found = s.cards.find(before);
      if (found == s.cards.end()) return group::move_card{card, any_theme, before};
      return group::move_card{card, found->second.theme, before};
    }
  }
}

// Every card stands once, where it says that it stands.
void check_order(group::state const& s) {
  std::size_t standing = 0;
  for (auto const& [key, row] : s.order) {
    RC_ASSERT(key == item_id{} || s.themes.contains(key));
    standing += row.size();
    for (auto const& [place, id] : row) {
      auto const& card = s.cards.at(id);
      RC_ASSERT(card.place == place);
      RC_ASSERT(card.theme.value_or(item_id{}) == key);
    }
  }
  RC_ASSERT(standing == s.cards.size());
  RC_ASSERT(s.order.size() == s.themes.size() + 1);
  std::size_t added = 0;
  for (auto const& [author, ids] : s.added) {
    RC_ASSERT(!ids.empty());
    added += ids.size();
    for (auto const id : ids) RC_ASSERT(s.cards.at(id).author == author);
  }
  auto const here = [](auto const& entry) { return entry.second.author.has_value(); };
  RC_ASSERT(added
            == static_cast<std::size_t>(std::count_if(s.cards.begin(), s.cards.end(), here)));
}

discuss::command discuss_wish(discuss::state const& s, wish const& w) {
  auto const topic = pick(s.topics, w.first);
  switch (w.what % 12) {
    case 0:
    case 1: return discuss::open_topic{topic};
    case 2: return discuss::finish_topic{};
    case 3: return discuss::give_more_time{w.third};
    case 4: return discuss::name_scribe{person(2 + static_cast<std::uint32_t>(w.first) % 3).who};
    case 5: return discuss::name_scribe{};
    case 6:
    case 7: {
      auto const found = s.topics.find(topic);
      auto const newest = found == s.topics.end() ? 0 : found->second.note_version;
      return discuss::write_note{topic, w.second % 4 == 0 ? "" : some_text(w.third),
                                 newest - (w.second % 5 == 0 ? 1 : 0)};
    }
    case 8: return discuss::time_passed{};
    default: return discuss::go_on{w.first % 2 == 0};
  }
}

// At most one topic is open, and it is the one that the state names.
void check_open_topic(discuss::state const& s) {
  for (auto const& [id, one] : s.topics) {
    RC_ASSERT((one.phase == discuss::topic_phase::open) == (s.open == id));
    RC_ASSERT(one.deadline.has_value() == (s.open == id));
  }
}

commit::command commit_wish(commit::state const& s, wish const& w) {
  auto const proposal = pick(s.proposals, w.first);
  auto const obstacle = pick(s.obstacles, w.first);
  auto const some = words<300>(some_text(w.third));
  switch (w.what % 12) {
    case 0:
    case 1: return commit::propose{some, some, {}, "2026-12-01"};
    case 2: return commit::edit_proposal{proposal, some, some, words<40>("rol"), {},
                                          version_of(s.proposals, proposal, w)};
    case 3: return commit::withdraw_proposal{proposal};
    case 4: return commit::settle{proposal, w.second % 2 == 0};
    case 5: return commit::raise_obstacle{words(some_text(w.third)), obstacle_kind::wall};
    case 6:
      return commit::edit_obstacle{obstacle, words(some_text(w.third)), obstacle_kind::rule,
                                   version_of(s.obstacles, obstacle, w)};
    case 7: return commit::withdraw_obstacle{obstacle};
    case 8: return commit::respond{proposal, false, some};
    default: return commit::respond{proposal, w.second % 2 == 0, some};
  }
}

}  // namespace

TEST_CASE("histories of collect") {
  auto const lives = [](promise promised) {
    auto const begin = collecting(promised);
    check_replay(begin, live(begin, collect_wish, anything));
  };
  rc::prop("patches and replay are true, with names", [&] { lives(promise::open); });
  rc::prop("patches and replay are true, without names", [&] { lives(promise::anonymous); });
  rc::prop("nothing of the content shows before the reveal", [] {
    room<collect::state> one{collecting(promise::anonymous)};
    room<collect::state> other{collecting(promise::anonymous)};
    for (auto const& w : *histories()) {
      auto const who = somebody(w.who);
      auto const what = collect_wish(one.state, w);
      RC_ASSERT(word(one.does(who, what)) == word(other.does(who, otherwise(what))));
      if (one.shared().current.phase == round_phase::shown) return;
      RC_ASSERT(one.shared() == other.shared());
      RC_ASSERT(one.touched.entries == other.touched.entries);
    }
  });
  rc::prop("who wrote first cannot be read from what is shown", [] {
    auto wishes = *histories();
    room<collect::state> forth{collecting(promise::anonymous)};
    room<collect::state> back{collecting(promise::anonymous)};
    wishes.resize(std::min<std::size_t>(wishes.size(), collect::most_cards_per_person));
    auto const write = [](auto& step, wish const& w) {
      auto const author = person(static_cast<std::uint32_t>(w.who));
      step.does(author, collect::add_card{some_column(w.second), words(some_text(w.third))});
    };
    for (auto const& w : wishes) write(forth, w);
    std::reverse(wishes.begin(), wishes.end());
    for (auto const& w : wishes) write(back, w);
    for (auto* step : {&forth, &back}) step->does(facilitator(), steps::close_round{});
    RC_ASSERT(forth.lead() == back.lead());
    for (auto* step : {&forth, &back}) step->does(facilitator(), steps::show_results{});
    RC_ASSERT(forth.shared() == back.shared());
  });
}

TEST_CASE("histories of group") {
  rc::prop("patches and replay are true, and every card stands once", [] {
    auto const begin = start(group::settings{}, with_inputs());
    check_replay(begin, live(begin, group_wish, check_order));
  });
}

TEST_CASE("histories of discuss") {
  rc::prop("patches and replay are true, and at most one topic is open", [] {
    auto const begin = start(discuss::settings{}, with_inputs());
    check_replay(begin, live(begin, discuss_wish, check_open_topic));
  });
}

TEST_CASE("histories of commit") {
  rc::prop("patches and replay are true", [] {
    auto const begin = start(commit::settings{}, with_inputs());
    check_replay(begin, live(begin, commit_wish, anything));
  });
}

TEST_CASE("a step that starts over does not use an id twice") {
  auto how = with_inputs();
  how.first_item = 7;
  item_id const next{5, 7};

  room<collect::state> collecting{start(one_column(), how)};
  collecting.does(person(2), collect::add_card{"works", words("x")});
  collecting.does(facilitator(), steps::show_results{});
  CHECK(collecting.shared().cards.contains(next));

  room<group::state> grouping{start(group::settings{}, how)};
  grouping.does(person(2), group::create_theme{});
  CHECK(grouping.shared().themes.contains(next));

  room<commit::state> committing{start(commit::settings{}, how)};
  committing.does(person(2), commit::raise_obstacle{words("x"), {}});
  CHECK(committing.shared().obstacles.contains(next));
}
