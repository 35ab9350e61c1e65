// Votes as people really cast them: double clicks, two tabs, lost connections, both ways in, a
// limit
// that is raised meanwhile, a server that restarts. The tally must be that of an independent count.
#include "stage.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include <map>
#include <ostream>

using namespace viab;
using namespace viab::tests;

namespace {

constexpr std::size_t voters = 6;
constexpr int most_on_one = 2;

// What a ballot is worth, by the rules as people know them and without the program's own code.
class count_by_hand {
public:
  std::string set(std::size_t who, std::string const& card, int dots) {
    auto ballot = ballots_[who];
    if (ballot[card] == dots) return "done";  // says nothing new, so it is no answer either
    ballot[card] = dots;
    int used = 0;
    for (auto const& [on, many] : ballot) used += many;
    if (dots > most_on_one || used > limit) return "refused";
    ballots_[who] = ballot;
    answered_[who] = true;
    return "done";
  }
  void abstain(std::size_t who) {
    ballots_[who].clear();
    answered_[who] = true;
  }
  void retract(std::size_t who) {
    ballots_[who].clear();
    answered_[who] = false;
  }
  int answered() const {
    int many = 0;
    for (auto const& [who, has] : answered_) many += has ? 1 : 0;
    return many;
  }
  std::map<std::string, std::pair<int, int>> tally(std::vector<std::string> const& cards) const {
    std::map<std::string, std::pair<int, int>> sum;
    for (auto const& card : cards) sum[card] = {0, 0};
    for (auto const& [who, ballot] : ballots_) {
      for (auto const& [card, dots] : ballot) {
        if (dots == 0) continue;
        sum[card].first += dots;
        ++sum[card].second;
      }
    }
    return sum;
  }
  int limit = 3;

private:
  std::map<std::size_t, std::map<std::string, int>> ballots_;
  std::map<std::size_t, bool> answered_;
};

struct move {
  int what = 0;
  std::size_t who = 0;
  std::size_t card = 0;
  int dots = 0;
};
std::ostream& operator<<(std::ostream& out, move const& m) {
  return out << "{" << m.what << "," << m.who << "," << m.card << "," << m.dots << "}";
}

class election {
public:
  explicit election(promise promised) : room(voting_format(promised)) {
    people = room.everybody(static_cast<int>(voters) - 1);
    ask(people[0], "", command("start"));
    for (int i = 0; i < 4; ++i) ask(people[0], "ideas", add_card("card " + std::to_string(i)));
    ask(people[0], "ideas", command("show_results"));
    ask(people[0], "", command("next_step"));
    auto const choices = people[0]->step("vote").at("choices");
    for (auto const& [id, choice] : choices.items()) cards.push_back(id);
  }

  void play(move const& m) {
    room.clock.advance(std::chrono::seconds(3));  // nobody is too fast here
    auto const id = "move-id-" + std::to_string(++made_);
    json const dots = {{"type", "set_dots"}, {"item", cards[m.card]}, {"dots", m.dots}};
    switch (m.what) {
      case 0: clicked(m, id, dots, 1, false); break;
      case 1: clicked(m, id, dots, 2, false); break;   // a double click
      case 2: clicked(m, id, dots, 2, true); break;    // the same in both tabs, and over POST
      case 3: in_two_tabs(m, id); break;
      case 4: reconnect(m.who); break;
      case 5: room.restart(); back_in(); break;
      case 6: posted(m, id, dots); break;
      case 7: ask_own(m.who, id, command("abstain")); by_hand.abstain(m.who); break;
      case 8: ask_own(m.who, id, command("retract")); by_hand.retract(m.who); break;
      case 9: raise_limit(); break;
      default: lost_and_sent_again(m, id, dots); break;
    }
  }

  // The room and the count agree; what is shown before the close is the total only.
  void agree() {
    RC_ASSERT(people[1]->step("vote").at("answered").get<int>() == by_hand.answered());
    if (by_hand.answered() < 5) return;
    ask(people[0], "vote", command("show_results"));
    auto const choices = people[1]->step("vote").at("choices");
    for (auto const& [card, sums] : by_hand.tally(cards)) {
      RC_ASSERT(choices.at(card).at("counted").at("dots").get<int>() == sums.first);
      RC_ASSERT(choices.at(card).at("counted").at("voters").get<int>() == sums.second);
    }
    bool const same_afresh = room.drawn_afresh() == people[1]->shared();
    RC_ASSERT(same_afresh);
  }

  stage room;
  std::vector<person> people;
  std::vector<std::string> cards;
  count_by_hand by_hand;

private:
  void ask(person const& who, std::string const& step, json const& what) {
    room.clock.advance(std::chrono::seconds(3));
    RC_ASSERT(room.say(who, step, what) == "done");
  }
  void ask_own(std::size_t who, std::string const& id, json const& what) {
    room.hand_in(people[who], id, "vote", what);
    room.settle();
  }
  void expect(person const& who, std::string const& id, std::string const& expected) {
    auto const said = who->answer(id);
    RC_ASSERT_FALSE(said.empty());
    RC_ASSERT((said == "done") == (expected == "done"));
  }
  void clicked(move const& m, std::string const& id, json const& dots, int times, bool everywhere) {
    auto const tab = everywhere ? room.again(people[m.who]) : people[m.who];
    for (int i = 0; i < times; ++i) room.hand_in(people[m.who], id, "vote", dots);
    if (everywhere) room.hand_in(tab, id, "vote", dots);
    room.settle();
    auto const expected = by_hand.set(m.who, cards[m.card], m.dots);
    expect(people[m.who], id, expected);
    if (everywhere) {
      expect(tab, id, expected);
      auto const posted = room.post(people[m.who]->who, id, "vote", dots);
      RC_ASSERT((posted == "done") == (expected == "done"));
      room.leave(tab);
    }
  }
  // Two clicks on different cards at the same time, each in its own tab.
  void in_two_tabs(move const& m, std::string const& id) {
    auto const tab = room.again(people[m.who]);
    auto const other = (m.card + 1) % cards.size();
    room.hand_in(people[m.who], id, "vote",
                 {{"type", "set_dots"}, {"item", cards[m.card]}, {"dots", m.dots}});
    room.hand_in(tab, id + "-b", "vote",
                 {{"type", "set_dots"}, {"item", cards[other]}, {"dots", m.dots}});
    room.settle();
    expect(people[m.who], id, by_hand.set(m.who, cards[m.card], m.dots));
    expect(tab, id + "-b", by_hand.set(m.who, cards[other], m.dots));
    bool const same_in_both = tab->mine() == people[m.who]->mine();
    RC_ASSERT(same_in_both);
    room.leave(tab);
  }
  void posted(move const& m, std::string const& id, json const& dots) {
    auto const expected = by_hand.set(m.who, cards[m.card], m.dots);
    auto const said = room.post(people[m.who]->who, id, "vote", dots);
    RC_ASSERT((said == "done") == (expected == "done"));
    RC_ASSERT(room.post(people[m.who]->who, id, "vote", dots) == said);
  }
  // The answer got lost with the connection: the browser comes back and sends the same again.
  void lost_and_sent_again(move const& m, std::string const& id, json const& dots) {
    room.hand_in(people[m.who], id, "vote", dots);
    room.host->leave(people[m.who]);
    room.settle();
    reconnect(m.who);
    room.hand_in(people[m.who], id, "vote", dots);
    room.settle();
    expect(people[m.who], id, by_hand.set(m.who, cards[m.card], m.dots));
  }
  void reconnect(std::size_t who) {
    auto const& old = people[who];
    protocol::hello const position{old->welcome().at("epoch").get<std::string>(), old->seq};
    room.leave(old);
    auto const back = std::make_shared<client>(old->who);
    back->picture = old->picture;
    room.host->join(back, back->who, position);
    room.settle();
    people[who] = back;
  }
  void back_in() {
    for (std::size_t i = 0; i < voters; ++i) reconnect(i);
  }
  void raise_limit() {
    if (by_hand.limit >= 5) return;
    ++by_hand.limit;
    ask(people[0], "vote", {{"type", "change_limit"}, {"dots", by_hand.limit}});
  }

  int made_ = 0;
};

std::vector<move> any_moves() {
  auto const one = rc::gen::apply(
      [](int what, std::size_t who, std::size_t card, int dots) {
        return move{what, who, card, dots};
      },
      rc::gen::inRange(0, 11), rc::gen::inRange<std::size_t>(0, voters),
      rc::gen::inRange<std::size_t>(0, 4), rc::gen::inRange(0, 4));
  auto const length = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, 60));
  return *rc::gen::container<std::vector<move>>(length, one);
}

void play_any(promise promised) {
  auto const moves = any_moves();
  election held(promised);
  for (auto const& one : moves) held.play(one);
  held.agree();
}

}  // namespace

// Eleven hundred histories: RapidCheck plays a hundred per property.
TEST_CASE("votes: the tally is that of an independent count, in a secret round") {
  for (int i = 0; i < 8; ++i) CHECK(rc::check([] { play_any(promise::secret); }));
}

TEST_CASE("votes: the tally is that of an independent count, in an anonymous round") {
  for (int i = 0; i < 3; ++i) CHECK(rc::check([] { play_any(promise::anonymous); }));
}
