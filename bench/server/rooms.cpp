#include "bench/server/rooms.hpp"

#include "bench/server/formats.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace viab::bench {
namespace {

namespace asio = boost::asio;

constexpr int themes_per_room = 6;
constexpr auto cookies_live = std::chrono::hours(24);
constexpr participant_id facilitator{1};

struct made_person {
  std::string key;
  std::string cookie;
};
struct made_room {
  session_script script;
  std::string step;
  std::vector<made_person> people;
};

participant_id person_at(int place) {
  return participant_id{static_cast<std::uint32_t>(place + 1)};
}

card_text some_text(int number) {
  return card_text::of("Kaart " + std::to_string(number) +
                       ": het overleg over de wijk loopt elke maand wat beter");
}

// Where few people are to come, the cards are those of the others: nobody may have more than fifty.
participant_id author_of(int card, room_wish const& wish) {
  auto const away = wish.present > 0 ? wish.people - wish.present : 0;
  return away > 0 ? person_at(wish.present + card % away) : person_at(card % wish.people);
}

void fill(session_script& script, room_wish const& wish) {
  step_id const group{"group"};
  for (int i = 0; i < themes_per_room; ++i) {
    steps::group::create_theme one;
    one.title = theme_text::of("Thema " + std::to_string(i + 1));
    script.step_command(facilitator, group, steps::group::command(one));
  }
  std::vector<item_id> themes;
  auto const& now = std::get<steps::group::state>(*script.state().slots.front().state);
  for (auto const& [id, theme] : now.themes) themes.push_back(id);
  for (int i = 0; i < wish.cards; ++i) {
    steps::group::add_card one;
    one.text = some_text(i);
    auto const place = static_cast<std::size_t>(i) % (themes.size() + 1);
    if (place > 0) one.theme = themes[place - 1];
    script.step_command(author_of(i, wish), group, steps::group::command(one));
  }
}

made_room make_one(stores in, room_wish const& wish, int number) {
  auto const room_name = "b" + in.dice.token(8);
  made_room room{session_script({room_name}, {"bench-" + std::to_string(number)},
                                format_for(wish.step), in.clock.now()),
                 wish.step, {}};
  int const present = wish.present > 0 ? wish.present : wish.people;
  for (int i = 0; i < wish.people; ++i) {
    auto const key = "person:" + room_name + "-" + std::to_string(i);
    room.script.enter(key, "Deelnemer " + std::to_string(i + 1),
                      i == 0 ? role::facilitator : role::participant);
    if (i < present) room.people.push_back({key, in.dice.token(32)});
  }
  room.script.session_command(facilitator, session::start{});
  if (wish.step == "group" || wish.step == "vote") fill(room.script, wish);
  if (wish.step == "vote") room.script.session_command(facilitator, session::next_step{});
  return room;
}

asio::awaitable<void> save_person(stores in, session_id session, made_person who, bool leads) {
  ports::identity_row const row{who.key, "Deelnemer", false};
  co_await in.teams.save_identity(row);
  auto print = in.prints.of(who.cookie);
  co_await in.teams.save_browser(std::move(print), who.key, in.clock.now() + cookies_live);
  ports::access_row access;
  access.as = leads ? role::facilitator : role::participant;
  co_await in.teams.grant_session(who.key, std::move(session), access);
}

// Waits for all of them; they run side by side, so that their writes join transactions.
asio::awaitable<void> wait_for_all(std::vector<asio::awaitable<void>> all) {
  auto const executor = co_await asio::this_coro::executor;
  auto const open = std::make_shared<std::size_t>(all.size());
  auto const failed = std::make_shared<std::exception_ptr>();
  for (auto& one : all) {
    asio::co_spawn(executor, std::move(one), [open, failed](std::exception_ptr why) {
      if (why) *failed = why;
      --*open;
    });
  }
  while (*open > 0) co_await asio::post(executor, asio::use_awaitable);
  if (*failed) std::rethrow_exception(*failed);
}

std::string written(item_id id) {
  return std::to_string(id.step) + "-" + std::to_string(id.number);
}

void describe_group(std::ostream& out, steps::group::state const& now) {
  std::map<item_id, int> themes;
  for (auto const& [id, theme] : now.themes) {
    themes.emplace(id, static_cast<int>(themes.size()));
    out << "theme " << written(id) << '\n';
  }
  for (auto const& [id, card] : now.cards) {
    out << "card " << written(id) << ' ' << card.author->number - 1 << ' '
        << (card.theme ? themes.at(*card.theme) : -1) << '\n';
  }
}

void describe(std::ostream& out, made_room const& room) {
  auto const& state = room.script.state();
  out << "room " << state.id.value << ' ' << room.step << '\n';
  for (auto const& person : room.people) out << "person " << person.cookie << '\n';
  auto const& now = *state.slots.back().state;
  if (auto const* group = std::get_if<steps::group::state>(&now)) describe_group(out, *group);
  if (auto const* vote = std::get_if<steps::vote::state>(&now)) {
    for (auto const& choice : vote->choices) out << "card " << written(choice.id) << " 0 -1\n";
  }
}

}  // namespace

std::vector<room_wish> read_wishes(std::string const& text) {
  std::vector<room_wish> wishes;
  std::istringstream all(text);
  for (std::string part; std::getline(all, part, ',');) {
    room_wish one;
    char times = 0;
    char colon = 0;
    std::istringstream in(part);
    in >> one.rooms >> times >> one.people >> colon;
    std::getline(in, one.step, ':');
    in >> one.cards;
    if (in >> colon) in >> one.present;
    if (times != 'x') throw std::runtime_error("unclear rooms: " + part);
    wishes.push_back(std::move(one));
  }
  return wishes;
}

asio::awaitable<void> make_rooms(stores in, std::vector<room_wish> wishes,
                                 std::filesystem::path file) {
  auto const unfinished = std::filesystem::path(file.string() + ".part");
  std::ofstream out(unfinished);
  int number = 0;
  for (auto const& wish : wishes) {
    std::vector<asio::awaitable<void>> writes;
    for (int i = 0; i < wish.rooms; ++i) {
      auto const room = make_one(in, wish, ++number);
      writes.push_back(in.events.append(room.script.batch()));
      bool leads = true;
      for (auto const& person : room.people) {
        writes.push_back(save_person(in, room.script.state().id, person, leads));
        leads = false;
      }
      describe(out, room);
    }
    co_await wait_for_all(std::move(writes));
  }
  out.close();
  std::filesystem::rename(unfinished, file);
}

session_script long_session(session_id id, time_point now, std::size_t events) {
  session_script script(std::move(id), {"cold"}, format_for("group"), now);
  for (int i = 0; i < 8; ++i) {
    script.enter("person:cold-" + std::to_string(i), "Deelnemer " + std::to_string(i + 1),
                 i == 0 ? role::facilitator : role::participant);
  }
  script.session_command(facilitator, session::start{});
  fill(script, {1, 8, 60, 0, "group"});
  step_id const group{"group"};
  auto const& step = *script.state().slots.front().state;
  auto const cards = std::get<steps::group::state>(step).cards;
  int round = 1;
  while (script.length() < events) {
    for (auto const& [card, was] : cards) {
      if (script.length() >= events) break;
      steps::group::rename_card one{card, some_text(round), round};
      script.step_command(*was.author, group, steps::group::command(one));
    }
    ++round;
  }
  return script;
}

}  // namespace viab::bench
