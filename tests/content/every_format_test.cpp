// Every format that ships is played to its end by six people who do what each step asks.
#include "adapters/files/files_library.hpp"
#include "content/content_files.hpp"
#include "session/meeting.hpp"

namespace viab::tests {
namespace {

using steps::any_command;
using strings = std::vector<std::string>;

constexpr std::uint32_t people = 6;

// One step at hand, and what the people say in it.
class player {
public:
  player(meeting& room, session::step_slot const& at)
      : room_(room), id_(at.plan.id.value), at_(at) {}

  void play() {
    auto const& plan = at_.plan;
    std::visit([this](auto const& settings) { in(settings); }, plan.settings);
  }

private:
  void lead(any_command const& what) { room_.accepted(id_.c_str(), what, as(1)); }
  void says(std::uint32_t who, any_command const& what) {
    room_.accepted(id_.c_str(), what, as(who));
  }
  template <class Make>
  void all_say(Make make) {
    for (std::uint32_t n = 1; n <= people; ++n) says(n, make(n));
  }
  actor as(std::uint32_t who) const { return room_.as(p(who), id_.c_str()); }
  template <class State>
  State const& state() const {
    return room_.in<State>(id_.c_str());
  }

  void in(steps::check_in::settings const& s) {
    using namespace steps::check_in;
    all_say([&](auto n) { return command(answer{s.moods[n % s.moods.size()].key, {}}); });
    lead(command(steps::show_results{}));
  }
  void in(steps::review::settings const&) {
    using namespace steps::review;
    auto const first = state<steps::review::state>().agreements.at(0).id;
    all_say([&](auto) { return command(assess{first, review_status::done}); });
    lead(command(steps::show_results{}));
    lead(command(settle{first, review_status::done}));
  }
  void in(steps::collect::settings const& s) {
    using namespace steps::collect;
    for (std::uint32_t n = 1; n <= people; ++n) {
      add_card card;
      card.column = s.columns[n % s.columns.size()].key;
      card.text = card_text::of("Kaartje " + std::to_string(n));
      if (!s.rows.empty()) card.row = s.rows[n % s.rows.size()].key;
      for (std::size_t f = 1; f < s.fields.size(); ++f) {
        card.more[s.fields[f].key] = card_text::of("Meer hierover");
      }
      says(n, command(card));
    }
    lead(command(steps::show_results{}));
    CHECK(state<steps::collect::state>().cards.size() == people);
  }
  void in(steps::group::settings const&) {
    using namespace steps::group;
    std::vector<item_id> cards;
    for (auto const& [id, card] : state<steps::group::state>().cards) cards.push_back(id);
    REQUIRE(cards.size() >= 2);
    lead(command(create_theme{theme_text::of("Samen"), {cards[0], cards[1]}}));
  }
  void in(steps::vote::settings const&) {
    using namespace steps::vote;
    auto const& choices = state<steps::vote::state>().choices;
    REQUIRE_FALSE(choices.empty());
    auto const first = choices[0].id;
    all_say([&](auto) { return command(set_dots{first, 1}); });
    lead(command(steps::show_results{}));
  }
  void in(steps::discuss::settings const&) {
    using namespace steps::discuss;
    auto const& topics = state<steps::discuss::state>().topics;
    REQUIRE_FALSE(topics.empty());
    auto const first = topics.begin()->first;
    lead(command(open_topic{first}));
    lead(command(write_note{first, "Eerst bellen", topics.at(first).note_version}));
    lead(command(finish_topic{}));
  }
  void in(steps::commit::settings const& s) {
    using namespace steps::commit;
    says(2,
         command(propose{agreement_text::of("we beginnen"), agreement_text::of("bel ik"), {}, {}}));
    CHECK(s.asks_obstacles);  // every format asks what must change at home
    says(3, command(raise_obstacle{card_text::of("Twee begrotingen"), obstacle_kind::wall}));
  }
  void in(steps::check_out::settings const& s) {
    using namespace steps::check_out;
    answer given;
    given.return_on_time = 4;
    given.statements.assign(s.statements.size(), 4);
    all_say([&](auto) { return command(given); });
    lead(command(steps::show_results{}));
  }
  void in(steps::position::settings const& s) {
    using namespace steps::position;
    auto const mark = [](bool asked, int value) {
      return asked ? std::optional(value) : std::nullopt;
    };
    for (auto const& line : s.lines) {
      if (!s.asks_now && !s.asks_needed) break;
      auto const first = s.first;
      all_say([&](auto n) {
        return command(steps::position::place{line.key,
                                              mark(s.asks_now, first + static_cast<int>(n) % 3),
                                              mark(s.asks_needed, s.last)});
      });
    }
    auto const ideas = state<steps::position::state>().ideas;
    CHECK(ideas.empty() != s.arrows);
    CHECK(state<steps::position::state>().origin.has_value() == s.arrows);
    for (auto const& idea : ideas) {
      all_say([&](auto) { return command(aim{idea.id, spot{s.last, s.last}}); });
    }
    lead(command(steps::show_results{}));
  }
  void in(steps::pick::settings const&) {
    using namespace steps::pick;
    auto const table = table_of(state<steps::pick::state>());
    REQUIRE(table.size() >= 3);
    all_say([&](auto n) { return command(keep{table[n % 3]}); });
    lead(command(open_approval{}));
    all_say([&](auto) { return command(approve{table[0]}); });
    lead(command(steps::show_results{}));
  }

  meeting& room_;
  std::string id_;
  session::step_slot const& at_;
};

// What a session does when it is made: the cards come from the library.
session::format with_cards(session::format of, std::vector<course_card> const& all) {
  for (auto& step : of.steps) {
    auto* pick = std::get_if<steps::pick::settings>(&step.settings);
    if (pick) pick->cards.assign(all.begin(), all.begin() + 60);
  }
  return of;
}

void play_to_the_end(session::format const& of, std::vector<course_card> const& cards) {
  auto room = given_lobby(with_cards(of, cards), people);
  room.now.agreements = {agreement_item(1, "de agenda rondgaat", "vraag ik wie ontbreekt")};
  room.accepted(session::start{}, room.as(p(1)));
  for (std::size_t place = 0; place < room.now.slots.size(); ++place) {
    INFO(of.id << " " << of.language << " " << room.now.slots[place].plan.id.value);
    REQUIRE(room.now.current == place);
    player(room, room.now.slots[place]).play();
    if (place + 1 < room.now.slots.size()) room.accepted(session::next_step{}, room.as(p(1)));
  }
  room.accepted(session::close{}, room.as(p(1)));
  auto const left = session::outcome_of(room.now);
  CHECK(left.agreements.size() == 1);
  CHECK(left.obstacles.size() == 1);
  CHECK(left.pulse);
}

TEST_CASE("every format that ships can be played to its end, and leaves what it promises") {
  adapters::files_library const library(shipped_content);
  auto const formats = library.formats();
  CHECK(formats.size() == 26);
  for (auto const& one : formats) play_to_the_end(one, library.course_cards(one.language));
}

}  // namespace
}  // namespace viab::tests
