// Every blind kind, played with any row of numbers: what the laws of blind rounds are tried on.
#pragma once

#include "blind_round.hpp"
#include "steps/check_in/check_in.hpp"
#include "steps/check_out/check_out.hpp"
#include "steps/pick/pick.hpp"
#include "steps/position/position.hpp"
#include "steps/review/review.hpp"
#include "steps/vote/vote.hpp"

#include <rapidcheck/catch.h>

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace viab::tests {

namespace vote = viab::steps::vote;

// One thing that somebody does, as numbers that RapidCheck can make smaller; each kind reads them
// in its own way, so that any row of numbers is a history.
struct act {
  int what;
  std::uint32_t who;
  int a;
  int b;
};

inline std::ostream& operator<<(std::ostream& out, act const& one) {
  return out << "{" << one.what << ", p" << one.who << ", " << one.a << ", " << one.b << "}";
}

// RapidCheck starts with small sizes, at which a range gives its lowest numbers; rounds need all.
template <class T>
rc::Gen<T> one_of(T first, T last) {
  return rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(first, last + 1));
}

inline rc::Gen<std::vector<act>> acts(std::uint32_t people) {
  return rc::gen::resize(
      rc::kNominalSize,
      rc::gen::container<std::vector<act>>(rc::gen::construct<act>(
          one_of(0, 39), one_of<std::uint32_t>(1, people), one_of(0, 6), one_of(-1, 4))));
}

inline item_id choice(int n) { return {2, static_cast<std::uint32_t>(n)}; }

inline items five_themes() {
  return {theme(1, "Een"), theme(2, "Twee"), theme(3, "Drie"), theme(4, "Vier"), theme(5, "Vijf")};
}

inline review_status status_of(int n) {
  constexpr std::array all{review_status::open, review_status::done, review_status::partly,
                           review_status::not_done, review_status::no_longer_needed};
  return all[static_cast<std::size_t>(n + 1) % all.size()];
}

inline promise promise_of(int n) {
  constexpr std::array all{promise::open, promise::anonymous, promise::secret};
  return all[static_cast<std::size_t>(n)];
}

// The rounds of any kind: seldom enough that many histories have a good number of ballots in one.
template <class Command>
std::optional<Command> round_command(act const& one) {
  if (one.what == 37) return steps::close_round{};
  if (one.what == 38) return steps::show_results{};
  if (one.what == 39) return steps::run_again{one.a % 2 == 0};
  return std::nullopt;
}

using vote_play = played<vote::state, vote::command, vote::event>;

inline std::pair<vote::command, bool> vote_command(act const& one) {
  if (auto const round = round_command<vote::command>(one)) return {*round, true};
  if (one.what == 36) return {vote::remove_item{choice(one.a)}, true};
  if (one.what == 35) return {vote::change_limit{one.a * one.b}, true};
  if (one.what == 34) return {vote::retract{}, false};
  if (one.what == 33) return {vote::abstain{}, false};
  return {vote::set_dots{choice(one.a), one.b}, false};
}

// Any kind, played with any acts.

struct check_in_kind {
  using play = played<steps::check_in::state, steps::check_in::command, steps::check_in::event>;
  static play given(promise promised) {
    steps::check_in::settings chosen{{{"0", "a"}, {"1", "b"}, {"2", "c"}}, true, promised};
    return play(steps::check_in::start(chosen, opened_as(promised)));
  }
  static std::pair<steps::check_in::command, bool> command(act const& one) {
    using namespace steps::check_in;
    if (auto const round = round_command<steps::check_in::command>(one)) return {*round, true};
    if (one.what == 36) return {hide_word{one.b}, true};
    if (one.what == 35) return {retract{}, false};
    answer given;
    if (one.a < 4) given.mood = std::to_string(one.a);
    if (one.b >= 2) given.word = word_text::of("woord " + std::to_string(one.b % 3));
    return {given, false};
  }
};

struct check_out_kind {
  using play = played<steps::check_out::state, steps::check_out::command, steps::check_out::event>;
  static play given(promise promised) {
    steps::check_out::settings chosen{{"Een", "Twee"}, true, true, promised};
    return play(steps::check_out::start(chosen, opened_as(promised)));
  }
  static std::pair<steps::check_out::command, bool> command(act const& one) {
    using namespace steps::check_out;
    if (auto const round = round_command<steps::check_out::command>(one)) return {*round, true};
    if (one.what == 36) return {retract{}, false};
    answer given;
    if (one.a < 7) given.return_on_time = one.a;
    if (one.b >= 1) given.statements = {one.b, std::nullopt};
    if (one.what % 2 == 0) given.normal = one.what % 12;
    return {given, false};
  }
};

struct review_kind {
  using play = played<steps::review::state, steps::review::command, steps::review::event>;
  static play given(promise promised) {
    items agreed;
    for (std::uint32_t n = 1; n <= 5; ++n) {
      item one;
      one.id = choice(static_cast<int>(n));
      one.kind = item_kind::agreement;
      one.plan = agreement{};
      agreed.push_back(one);
    }
    return play(steps::review::start({promised}, opened_as(promised, agreed)));
  }
  static std::pair<steps::review::command, bool> command(act const& one) {
    using namespace steps::review;
    if (auto const round = round_command<steps::review::command>(one)) return {*round, true};
    if (one.what >= 35) return {settle{choice(one.a), status_of(one.b)}, true};
    if (one.what == 34) return {retract{choice(one.a)}, false};
    if (one.what == 33) return {retract{}, false};
    if (one.what >= 31) return {abstain{}, false};
    return {assess{choice(one.a), status_of(one.b)}, false};
  }
};

struct vote_kind {
  using play = vote_play;
  static play given(promise promised) {
    return play(vote::start({3, 2, promised}, opened_as(promised, five_themes())));
  }
  static std::pair<vote::command, bool> command(act const& one) { return vote_command(one); }
};

struct position_kind {
  using play = played<steps::position::state, steps::position::command, steps::position::event>;
  static play given(promise promised) {
    steps::position::settings chosen;
    chosen.lines = {{"x", "Een", "laag", "hoog"}, {"y", "Twee", "laag", "hoog"}};
    chosen.last = 4;
    chosen.board = chosen.arrows = true;
    chosen.promised = promised;
    return play(steps::position::start(chosen, opened_as(promised, five_themes())));
  }
  static std::pair<steps::position::command, bool> command(act const& one) {
    using namespace steps::position;
    auto const line = one.a % 2 == 0 ? "x" : "y";
    if (auto const round = round_command<steps::position::command>(one)) return {*round, true};
    if (one.what == 36) return {hide_reason{line, one.b}, true};
    if (one.what == 35) return {ask_lines{{"y", "x"}}, true};
    if (one.what == 34) return {retract{}, false};
    if (one.what == 33) return {abstain{}, false};
    if (one.what >= 28) return {aim{choice(one.a), spot{one.b, one.a}}, false};
    if (one.what >= 20) {
      auto why = reason_text::of("want " + std::to_string(one.b));
      return {give_reason{line, one.b < 0 ? std::nullopt : std::optional(why)}, false};
    }
    return {steps::position::place{line, one.b, one.a > 4 ? std::nullopt : std::optional(one.a)},
            false};
  }
};

// The vote at once: with keeping first the same commands are tried in pick_test.
struct pick_kind {
  using play = played<steps::pick::state, steps::pick::command, steps::pick::event>;
  static play given(promise promised) {
    steps::pick::settings chosen;
    for (int n = 0; n < 4; ++n) {
      auto& card = chosen.cards.emplace_back();
      card.id = std::to_string(n);
      card.level = n < 2 ? course_level::team : course_level::ministry;
    }
    chosen.keeps = 0;
    chosen.promised = promised;
    return play(steps::pick::start(chosen, opened_as(promised)));
  }
  static std::pair<steps::pick::command, bool> command(act const& one) {
    using namespace steps::pick;
    if (auto const round = round_command<steps::pick::command>(one)) return {*round, true};
    if (one.what == 36) return {open_approval{}, true};
    if (one.what == 35)
      return {set_level{one.b < 2 ? course_level::team : course_level::ministry}, true};
    if (one.what == 34) return {retract{}, false};
    if (one.what == 33) return {abstain{}, false};
    return {approve{std::to_string(one.a), one.b > 0}, false};
  }
};

struct keep_kind : pick_kind {
  static play given(promise promised) {
    auto first = pick_kind::given(promised).now.chosen;
    first.keeps = 2;
    return play(steps::pick::start(first, opened_as(promised)));
  }
  static std::pair<steps::pick::command, bool> command(act const& one) {
    if (one.what >= 17 && one.what < 33) {
      return {steps::pick::keep{std::to_string(one.a), one.b > 0}, false};
    }
    return pick_kind::command(one);
  }
};

}  // namespace viab::tests
