#include "steps/check_in/check_in.hpp"
#include "blind_round.hpp"

using namespace viab;
using namespace viab::tests;
namespace check_in = viab::steps::check_in;
using steps::close_round;
using steps::round_phase;
using steps::run_again;
using steps::show_results;

namespace {

using play = played<check_in::state, check_in::command, check_in::event>;

play given(promise promised) {
  check_in::settings chosen;
  chosen.moods = {{"sun", "Zon"}, {"cloud", "Wolk"}, {"rain", "Regen"}};
  chosen.promised = promised;
  return play(check_in::start(chosen, opened_as(promised)));
}

check_in::answer says(char const* mood, char const* word = nullptr) {
  check_in::answer one;
  if (mood) one.mood = mood;
  if (word) one.word = word_text::of(word);
  return one;
}

play given_five(promise promised) {
  auto step = given(promised);
  step.when(says("sun", "rust"), voter(1));
  step.when(says("sun", "druk"), voter(2));
  step.when(says("rain", "druk"), voter(3));
  step.when(says(nullptr), voter(4));
  step.when(says("rain"), voter(10));
  return step;
}

std::vector<std::string> words_of(check_in::results const& counted) {
  std::vector<std::string> words;
  for (auto const& word : counted.words) words.push_back(word.value());
  return words;
}

steps::scope const all;

}  // namespace

TEST_CASE("check_in: who may answer, and what") {
  auto step = given(promise::secret);
  CHECK(step.refused(says("sun"), only_leads()) == "not_taking_part");
  CHECK(step.refused(says("sun"), big_screen()) == "not_taking_part");
  CHECK(step.refused(says("hail"), voter(1)) == "unknown_choice");
  CHECK(step.log.empty());

  CHECK(step.accepted(says("sun", "moe"), voter(1)) == 1);
  CHECK(step.accepted(says("sun", "moe"), voter(1)) == 0);
  CHECK(step.accepted(says("rain"), voter(1)) == 1);
  CHECK(step.now.ballots.size() == 1);
  CHECK(step.now.ballots.at(voter(1).ballot).mood == "rain");
  CHECK_FALSE(step.now.ballots.at(voter(1).ballot).word);
  CHECK(check_in::is_ballot(step.log.back()));

  step.now.chosen.asks_word = false;
  CHECK(step.refused(says("sun", "moe"), voter(2)) == "unknown_choice");
}

TEST_CASE("check_in: an abstention is an answer, a retracted answer is none") {
  auto step = given(promise::secret);
  CHECK(step.accepted(says(nullptr), voter(1)) == 1);
  CHECK(check_in::progress_of(step.now).answered == 1);
  CHECK(step.accepted(check_in::retract{}, voter(1)) == 1);
  CHECK(check_in::is_ballot(step.log.back()));
  CHECK(step.accepted(check_in::retract{}, voter(1)) == 0);
  CHECK(check_in::progress_of(step.now).answered == 0);
}

TEST_CASE("check_in: the round closes for facilitators, and not with too few ballots") {
  auto step = given(promise::secret);
  for (std::uint32_t n = 1; n <= 4; ++n) step.when(says("sun"), voter(n));
  CHECK(step.refused(close_round{}, voter(1)) == "not_facilitator");
  CHECK(step.refused(show_results{}, voter(1)) == "not_facilitator");
  CHECK(step.refused(run_again{}, voter(1)) == "not_facilitator");
  CHECK(step.refused(close_round{}, leader()) == "too_few_ballots 5");
  CHECK(step.refused(show_results{}, leader()) == "too_few_ballots 5");
  CHECK(step.now.current.phase == round_phase::open);

  step.when(says(nullptr), voter(5));
  CHECK(step.accepted(close_round{}, leader()) == 1);
  CHECK(step.touched.everything);
  CHECK(step.touched.everyones_own);
  CHECK(step.refused(says("sun"), voter(1)) == "step_closed");
  CHECK(step.refused(check_in::retract{}, voter(1)) == "step_closed");
  CHECK(step.refused(close_round{}, leader()) == "step_closed");
  CHECK(step.accepted(show_results{}, leader()) == 1);
  CHECK(step.refused(show_results{}, leader()) == "step_closed");
}

TEST_CASE("check_in: an open round closes with any number of answers") {
  auto step = given(promise::open);
  CHECK(step.accepted(show_results{}, leader()) == 2);
  REQUIRE(step.now.counted);
  CHECK(step.now.counted->answered == 0);
  CHECK(step.now.counted->moods.at("sun") == 0);
}

TEST_CASE("check_in: results are sorted by content and name nobody in a blind round") {
  for (auto const promised : {promise::secret, promise::anonymous}) {
    auto step = given_five(promised);
    step.when(close_round{}, leader());
    REQUIRE(step.now.counted);
    CHECK(step.now.counted->answered == 5);
    CHECK(step.now.counted->moods
          == std::map<std::string, int>{{"cloud", 0}, {"rain", 2}, {"sun", 2}});
    CHECK(words_of(*step.now.counted) == std::vector<std::string>{"druk", "druk", "rust"});
    CHECK(step.now.counted->named.empty());
    CHECK(step.now.ballots.empty());
  }
}

TEST_CASE("check_in: an open round names people in their own order") {
  auto step = given_five(promise::open);
  step.when(close_round{}, leader());
  REQUIRE(step.now.counted);
  auto const& named = step.now.counted->named;
  REQUIRE(named.size() == 5);
  CHECK(named.front().who == participant_id{1});
  CHECK(named.back().who == participant_id{10});
  CHECK(named.back().answer.mood == "rain");
}

TEST_CASE("check_in: nobody sees a word before its time") {
  auto step = given_five(promise::secret);
  CHECK_FALSE(check_in::shared_view_of(step.now, all).counted);
  CHECK(check_in::shared_view_of(step.now, all).answered == 5);
  CHECK_FALSE(check_in::lead_view_of(step.now).counted);
  CHECK(check_in::own_view_of(step.now, eyes_of(1)).answer->mood == "sun");
  CHECK_FALSE(check_in::own_view_of(step.now, eyes_of(6)).answer);

  step.when(close_round{}, leader());
  CHECK_FALSE(check_in::shared_view_of(step.now, all).counted);
  CHECK(check_in::shared_view_of(step.now, all).answered == 5);
  CHECK(check_in::lead_view_of(step.now).counted);
  CHECK_FALSE(check_in::own_view_of(step.now, eyes_of(1)).answer);

  step.when(show_results{}, leader());
  CHECK(check_in::shared_view_of(step.now, all).counted == step.now.counted);
}

TEST_CASE("check_in: a hidden word keeps its place and loses its text") {
  auto step = given_five(promise::open);
  CHECK(step.refused(check_in::hide_word{0}, leader()) == "round_not_closed");
  step.when(close_round{}, leader());
  CHECK(step.refused(check_in::hide_word{0}, voter(1)) == "not_facilitator");
  CHECK(step.refused(check_in::hide_word{3}, leader()) == "unknown_item");
  CHECK(step.refused(check_in::hide_word{-1}, leader()) == "unknown_item");

  CHECK(step.accepted(check_in::hide_word{1}, leader()) == 1);
  CHECK(step.accepted(check_in::hide_word{1}, leader()) == 0);
  CHECK(words_of(*step.now.counted) == std::vector<std::string>{"druk", "", "rust"});
  CHECK(step.now.counted->words[1].redacted());
  // One of the two who wrote it loses it, and both when the other is hidden as well.
  auto const readable = [&] {
    int count = 0;
    for (auto const& one : step.now.counted->named) {
      count += one.answer.word && one.answer.word->value() == "druk" ? 1 : 0;
    }
    return count;
  };
  CHECK(readable() == 1);
  step.when(show_results{}, leader());
  CHECK(step.accepted(check_in::hide_word{0}, leader()) == 1);
  CHECK(readable() == 0);
  CHECK(step.replayed() == step.now);
}

TEST_CASE("check_in: a new round starts empty") {
  auto step = given_five(promise::secret);
  CHECK(step.refused(run_again{}, leader()) == "round_not_closed");
  CHECK(step.refused(run_again{true}, leader()) == "round_not_closed");
  step.when(show_results{}, leader());
  CHECK(step.accepted(run_again{}, leader()) == 1);
  CHECK(step.now.current == steps::round{promise::secret, 2, round_phase::open});
  CHECK_FALSE(step.now.counted);
  CHECK(check_in::progress_of(step.now).answered == 0);
  CHECK(step.touched.everything);

  step.when(says("sun"), voter(1));
  CHECK(step.refused(run_again{}, leader()) == "round_not_closed");
  CHECK(step.accepted(run_again{true}, leader()) == 1);
  CHECK(step.now.current == steps::round{promise::open, 3, round_phase::open});
  CHECK(step.now.ballots.empty());
  CHECK(step.refused(run_again{true}, leader()) == "round_not_closed");
}

TEST_CASE("check_in: leaving shows what can be shown and drops the rest") {
  SECTION("enough ballots") {
    auto step = given_five(promise::secret);
    step.go_on();
    CHECK(step.log.size() == 7);
    CHECK(step.now.current.phase == round_phase::shown);
    CHECK(check_in::on_leave(step.now).empty());
  }
  SECTION("closed, not shown") {
    auto step = given_five(promise::secret);
    step.when(close_round{}, leader());
    CHECK(check_in::on_leave(step.now) == std::vector<check_in::event>{steps::results_shown{}});
  }
  SECTION("too few for the promise") {
    auto step = given(promise::anonymous);
    step.when(says("sun", "ik"), voter(1));
    step.go_on();
    CHECK(step.count_of<check_in::round_dropped>() == 1);
    CHECK(step.now.dropped);
    CHECK(step.now.ballots.empty());
    CHECK_FALSE(step.now.counted);
    CHECK(check_in::on_leave(step.now).empty());
    CHECK(step.refused(says("sun"), voter(1)) == "step_closed");
    CHECK(step.refused(show_results{}, leader()) == "too_few_ballots 5");
    CHECK(step.refused(check_in::hide_word{0}, leader()) == "unknown_item");
    CHECK(check_in::shared_view_of(step.now, all).dropped);
    CHECK(step.replayed_without_ballots() == step.now);
    CHECK(step.accepted(run_again{}, leader()) == 1);
    CHECK_FALSE(step.now.dropped);
  }
  SECTION("open, nobody answered") {
    auto step = given(promise::open);
    step.go_on();
    CHECK(step.now.current.phase == round_phase::shown);
    CHECK(step.now.counted);
  }
}

TEST_CASE("check_in: replay gives the same state, also without the ballots of a closed round") {
  auto step = given_five(promise::secret);
  CHECK(step.replayed() == step.now);
  step.when(close_round{}, leader());
  CHECK(step.replayed_without_ballots() == step.now);
  step.when(check_in::hide_word{2}, leader());
  step.when(show_results{}, leader());
  CHECK(step.replayed_without_ballots() == step.now);
  CHECK(check_in::outcome_of(step.now).empty());
  CHECK_FALSE(check_in::deadline_of(step.now));
}

TEST_CASE("check_in: erased words are read again as they are") {
  auto step = given(promise::secret);
  check_in::results counted;
  counted.words = {word_text::erased(), word_text::of("rust")};
  steps::changes touched;
  evolve(step.now, check_in::round_closed{counted}, touched);
  evolve(step.now, check_in::word_hidden{0}, touched);
  evolve(step.now, check_in::word_hidden{7}, touched);
  CHECK(step.now.counted->words[0].redacted());
  CHECK(words_of(*step.now.counted) == std::vector<std::string>{"", "rust"});
}

TEST_CASE("the ballot of an open round says whose it is") {
  CHECK(steps::participant_of(ballot_key{"p7"}) == participant_id{7});
  CHECK(steps::participant_of(ballot_key{"p4294967295"}) == participant_id{4294967295U});
  for (auto const* other : {"", "p", "7", "p07", "p-7", "p7x", "q7", "p4294967296", "9f3ac1"}) {
    CHECK_FALSE(steps::participant_of(ballot_key{other}));
  }
}

TEST_CASE("the host itself has no answer") {
  auto step = given(promise::open);
  actor unnamed;
  unnamed.system = true;
  CHECK(step.refused(says("sun"), unnamed) == "not_taking_part");
  CHECK(step.accepted(close_round{}, host()) == 1);
}

namespace {

// What the log holds when these words are taken out, an event at a time.
std::vector<check_in::event> forgotten(play const& step, promise promised,
                                       steps::erasing const& whose) {
  auto log = step.log;
  auto before = given(promised).now;
  steps::changes unseen;
  for (auto& one : log) {
    auto const as_it_was = one;
    check_in::erase(before, one, whose);
    check_in::evolve(before, as_it_was, unseen);
  }
  return log;
}

check_in::results counted_in(std::vector<check_in::event> const& log) {
  for (auto const& one : log) {
    if (auto const* closed = std::get_if<check_in::round_closed>(&one)) return closed->counted;
  }
  return {};
}

}  // namespace

TEST_CASE("check_in: a person's word goes, that of who wrote the same stays") {
  auto const promised = GENERATE(promise::open, promise::anonymous);
  auto step = given_five(promised);
  step.when(show_results{}, leader());
  auto const log = forgotten(step, promised, {participant_id{2}, {}, {}});
  CHECK(std::get<check_in::answered>(log[1]).given.word->redacted());
  CHECK(std::get<check_in::answered>(log[1]).given.mood == "sun");
  CHECK(std::get<check_in::answered>(log[2]).given.word->value() == "druk");
  auto const counted = counted_in(log);
  CHECK(words_of(counted) == std::vector<std::string>{"", "druk", "rust"});
  CHECK(counted.moods == counted_in(step.log).moods);
  for (auto const& one : counted.named) {
    CHECK((one.answer.word && one.answer.word->redacted()) == (one.who == participant_id{2}));
  }
  CHECK(check_in::is_own(step.now, log[1], participant_id{2}));
  CHECK_FALSE(check_in::is_own(step.now, log[1], participant_id{3}));
  CHECK_FALSE(check_in::is_own(step.now, log.back(), participant_id{2}));
}

TEST_CASE("check_in: everybody's words go, also those of a secret round") {
  auto const promised = GENERATE(promise::open, promise::secret);
  auto step = given_five(promised);
  step.when(show_results{}, leader());
  auto const counted = counted_in(forgotten(step, promised, {}));
  CHECK(words_of(counted) == std::vector<std::string>{"", "", ""});
  for (auto const& one : counted.named) CHECK((!one.answer.word || one.answer.word->redacted()));
}

TEST_CASE("check_in: what one person wrote in a secret round cannot be found again") {
  auto step = given_five(promise::secret);
  step.when(show_results{}, leader());
  // The ballots are sealed under a key that is destroyed: nobody reads those events again.
  std::erase_if(step.log, [](auto const& one) { return check_in::is_ballot(one); });
  auto const log = forgotten(step, promise::secret, {participant_id{2}, {}, {}});
  CHECK(words_of(counted_in(log)) == std::vector<std::string>{"druk", "druk", "rust"});
}
