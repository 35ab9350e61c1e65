#include "anything.hpp"

#include <array>

namespace viab::tests {
namespace {

// An item that may well be there: cards are of step 3, themes of 4, agreements of 7 or from before.
item_id some_item(int n) {
  constexpr std::array<std::uint16_t, 4> made_in{3, 4, 7, 0};
  return {made_in[static_cast<std::size_t>(n) % 4], static_cast<std::uint32_t>(n / 4 + 1)};
}

template <class Command>
steps::any_command round_command(int n) {
  switch (n % 3) {
    case 0: return Command(steps::close_round{});
    case 1: return Command(steps::show_results{});
    default: return Command(steps::run_again{n % 2 == 0});
  }
}

steps::any_command for_kind(steps::check_in::settings const&, move const& m) {
  using namespace steps::check_in;
  constexpr std::array moods{"sun", "rain", "hail"};
  answer given;
  if (m.one != 0) given.mood = moods[static_cast<std::size_t>(m.one) % 3];
  if (m.other == 1) given.word = word_text::of("druk");
  switch (m.what % 6) {
    case 0: return command(retract{});
    case 1: return command(hide_word{m.other});
    case 2: return round_command<command>(m.other);
    default: return command(given);
  }
}

steps::any_command for_kind(steps::review::settings const&, move const& m) {
  using namespace steps::review;
  auto const status = static_cast<review_status>(m.other % 5);
  item_id const which{0, static_cast<std::uint32_t>(m.one % 3 + 1)};
  switch (m.what % 6) {
    case 0: return command(retract{which});
    case 1: return command(settle{which, status});
    case 2: return round_command<command>(m.other);
    case 3: return m.other == 0 ? command(retract{}) : command(abstain{});
    default: return command(assess{which, status});
  }
}

steps::any_command for_kind(steps::collect::settings const&, move const& m) {
  using namespace steps::collect;
  draft_id const mine{static_cast<std::uint32_t>(m.one)};
  item_id const card{3, static_cast<std::uint32_t>(m.one)};
  auto const text = card_text::of(m.other % 2 == 0 ? "Bellen" : "Schrijven");
  switch (m.what % 9) {
    case 0: return command(edit_card{mine, "stuck", text, m.other % 3});
    case 1: return command(withdraw_card{mine});
    case 2: return command(hide_card{card});
    case 3: return command(unhide_card{card});
    case 4: return command(steps::collect::reopen{});
    case 5: return command(steps::close_round{});
    case 6: return command(steps::show_results{});
    default: return command(add_card{m.one == 0 ? "nowhere" : "works", text});
  }
}

steps::any_command for_kind(steps::group::settings const&, move const& m) {
  using namespace steps::group;
  auto const a = some_item(m.one);
  auto const b = some_item(m.other);
  item_id const theme{4, static_cast<std::uint32_t>(m.other + 1)};
  switch (m.what % 8) {
    case 0: return command(add_card{card_text::of("Erbij"), "", std::nullopt});
    case 1: return command(remove_card{a});
    case 2: return command(move_card{a, theme, std::nullopt});
    case 3: return command(create_theme{theme_text::of("Contact"), {a, b}});
    case 4: return command(rename_theme{theme, theme_text::of("Nieuw"), m.one % 3});
    case 5: return command(merge_themes{a, theme});
    case 6: return command(dissolve_theme{theme});
    default: return command(create_theme{std::nullopt, {a}});
  }
}

steps::any_command for_kind(steps::vote::settings const&, move const& m) {
  using namespace steps::vote;
  switch (m.what % 8) {
    case 0: return command(abstain{});
    case 1: return command(retract{});
    case 2: return command(change_limit{m.one});
    case 3: return command(remove_item{some_item(m.one)});
    case 4: return round_command<command>(m.other);
    default: return command(set_dots{some_item(m.one), m.other % 4});
  }
}

steps::any_command for_kind(steps::discuss::settings const&, move const& m) {
  using namespace steps::discuss;
  auto const topic = some_item(m.one);
  switch (m.what % 8) {
    case 0: return command(finish_topic{});
    case 1: return command(give_more_time{m.one * 60});
    case 2: return command(go_on{m.one % 2 == 0});
    case 3: return command(write_note{topic, "Eerst bellen", m.other % 2});
    case 4: return command(name_scribe{participant_id{static_cast<std::uint32_t>(m.one)}});
    case 5: return command(steps::discuss::time_passed{});
    default: return command(open_topic{topic});
  }
}

steps::any_command for_kind(steps::commit::settings const&, move const& m) {
  using namespace steps::commit;
  item_id const which{7, static_cast<std::uint32_t>(m.one + 1)};
  auto const words = agreement_text::of("bel ik de gemeente");
  switch (m.what % 8) {
    case 0: return command(edit_proposal{which, words, words, {}, {}, m.other % 3});
    case 1: return command(withdraw_proposal{which});
    case 2: return command(respond{which, m.other % 2 == 0, words});
    case 3: return command(settle{which, m.other % 2 == 0});
    case 4: return command(raise_obstacle{card_text::of("Twee begrotingen")});
    case 5: return command(withdraw_obstacle{which});
    default: return command(propose{words, words, {}, {}});
  }
}

steps::any_command for_kind(steps::check_out::settings const&, move const& m) {
  using namespace steps::check_out;
  answer given{std::nullopt, {std::nullopt}, std::nullopt};
  if (m.one != 0) given.return_on_time = m.one % 7;
  if (m.other != 0) given.normal = m.other;
  switch (m.what % 6) {
    case 0: return command(retract{});
    case 1: return round_command<command>(m.other);
    default: return command(given);
  }
}

steps::any_command for_kind(steps::position::settings const& s, move const& m) {
  using namespace steps::position;
  auto const line = s.lines.empty() ? std::string("none") : s.lines.front().key;
  switch (m.what % 8) {
    case 0: return command(retract{});
    case 1: return round_command<command>(m.other);
    case 2: return command(abstain{});
    case 3: return command(give_reason{line, reason_text::of("want " + std::to_string(m.one))});
    case 4: return command(aim{some_item(m.one), spot{m.one, m.other}});
    case 5: return command(hide_reason{line, m.other});
    default: return command(steps::position::place{line, m.one, m.other});
  }
}

steps::any_command for_kind(steps::pick::settings const& s, move const& m) {
  using namespace steps::pick;
  auto const n = static_cast<std::size_t>(m.one);
  auto const id = s.cards.empty() ? std::string("none") : s.cards[n % s.cards.size()].id;
  switch (m.what % 8) {
    case 0: return command(retract{});
    case 1: return round_command<command>(m.other);
    case 2: return command(open_approval{});
    case 3: return command(set_level{course_level::team});
    case 4: return command(abstain{});
    case 5: return command(keep{id, m.other % 2 == 0});
    default: return command(approve{id, m.other % 3 != 0});
  }
}

}  // namespace

steps::any_command any_command_for(steps::any_settings const& settings, move const& m) {
  return std::visit([&](auto const& kind) { return for_kind(kind, m); }, settings);
}

}  // namespace viab::tests
