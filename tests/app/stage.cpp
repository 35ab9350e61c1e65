#include "stage.hpp"

#include "adapters/memory/later.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <catch2/catch.hpp>

#include <functional>
#include <thread>

namespace viab::tests {

namespace asio = boost::asio;

asio::awaitable<void> gated_store::append(ports::append_batch batch) {
  if (!lies) return when_open(std::move(batch));
  asio::co_spawn(executor_, inner_.append(std::move(batch)), [](std::exception_ptr) {});
  return adapters::later();
}

asio::awaitable<void> gated_store::when_open(ports::append_batch batch) {
  ++waiting;
  while (held_) {
    boost::system::error_code cancelled;
    auto opening = opened_.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
    co_await std::move(opening);
  }
  --waiting;
  auto keeping = inner_.append(std::move(batch));
  co_await std::move(keeping);
}

asio::awaitable<ports::loaded_session> gated_store::load(session_id id) {
  if (reads_fail) throw ports::store_failure("the disk does not answer", true);
  auto loading = inner_.load(std::move(id));
  auto loaded = co_await std::move(loading);
  co_return loaded;
}

asio::awaitable<std::vector<session_id>> gated_store::live_sessions() {
  return inner_.live_sessions();
}

namespace {

session::format_step step_of(char const* id, steps::any_settings settings) {
  session::format_step step;
  step.id = step_id{id};
  step.title = id;
  step.question = "?";
  step.minutes = 0;  // no alarm: tests do not wait for the clock on the wall
  step.settings = std::move(settings);
  return step;
}

steps::collect::settings one_column() {
  steps::collect::settings collect;
  collect.columns = {{"board", "Board", ""}};
  return collect;
}

session::format format_of(std::vector<session::format_step> steps) {
  session::format made;
  made.id = "test";
  made.language = "nl";
  made.title = "Test";
  made.steps = std::move(steps);
  return made;
}

}  // namespace

session::format short_format(promise check_in) {
  steps::check_in::settings moods;
  moods.moods = {{"sunny", "Sunny"}, {"rainy", "Rainy"}};
  moods.promised = check_in;
  return format_of({step_of("check_in", moods), step_of("ideas", one_column())});
}

session::format voting_format(promise promised) {
  steps::vote::settings vote;
  vote.most_per_item = 2;
  vote.promised = promised;
  steps::check_out::settings last;
  last.statements = {"I could speak"};
  return format_of({step_of("ideas", one_column()), step_of("vote", vote),
                    step_of("check_out", last)});
}

stage::stage(session::format chosen, session::admission guests)
    : outside{loop.context().get_executor(), events, keys, clock, dice, library, {}, "test"},
      host(std::make_shared<app::session_host>(outside, id)) {
  session::create made;
  made.id = id;
  made.team = team_id{"t1"};
  made.team_name = "Team";
  made.title = "Test";
  made.chosen = std::move(chosen);
  made.guests = guests;
  made.join_code = dice.join_code();
  made.join_code_until = clock.now() + std::chrono::hours(12);
  host->instruct(std::move(made));
  settle();
}

void stage::settle() {
  loop.context().restart();
  loop.context().poll();
}

void stage::settle_until(std::function<bool()> const& holds) {
  for (int i = 0; i < 2000 && !holds(); ++i) {
    settle();
    if (!holds()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  REQUIRE(holds());
}

person stage::connect(app::visitor who, protocol::hello position) {
  auto const made = std::make_shared<client>(who);
  host->join(made, std::move(who), std::move(position));
  settle();
  return made;
}

person stage::enter(std::string const& name, role as, bool guest) {
  app::visitor who;
  who.key = (guest ? "guest:" : "person:") + name;
  who.name = name;
  who.as = as;
  who.guest = guest;
  return connect(std::move(who));
}

person stage::again(person const& who, protocol::hello position) {
  return connect(who->who, std::move(position));
}

void stage::leave(person const& who) {
  host->leave(who);
  settle();
}

std::vector<person> stage::everybody(int members) {
  std::vector<person> all{enter("Lead", role::facilitator)};
  for (int i = 1; i <= members; ++i) all.push_back(enter("Member" + std::to_string(i)));
  return all;
}

namespace {

protocol::unread_command unread(std::string const& called, std::string const& step,
                                json const& what) {
  protocol::unread_command made;
  made.id = command_id{called};
  if (!step.empty()) made.step = step_id{step};
  made.body = what.dump();
  return made;
}

}  // namespace

void stage::hand_in(person const& who, std::string const& called, std::string const& step,
                    json const& what) {
  host->receive(who, protocol::client_frame(unread(called, step, what)));
}

std::string stage::say(person const& who, std::string const& step, json const& what) {
  auto const called = "command-" + std::to_string(++said_);
  hand_in(who, called, step, what);
  settle();
  return who->answer(called);
}

std::string stage::post(app::visitor const& who, std::string const& called, std::string const& step,
                        json const& what) {
  auto const line = std::make_shared<client>(who);
  host->receive_once(line, who, unread(called, step, what));
  settle();
  CHECK(line->frames.size() <= 1);
  return line->answer(called);
}

void stage::restart() {
  settle();
  host = std::make_shared<app::session_host>(outside, id);
  host->wake();
  settle();
}

ports::loaded_session stage::stored() {
  ports::loaded_session found;
  // Not by event_loop::await: that would wait for the host's timers as well.
  auto const read = [](ports::event_store& from, session_id which,
                       ports::loaded_session& into) -> asio::awaitable<void> {
    into = co_await from.load(std::move(which));
  };
  auto const started = loop.start(read(stores.events, id, found));
  settle();
  REQUIRE(started->ended);
  return found;
}

json stage::drawn_afresh() {
  auto const fresh = std::make_shared<app::session_host>(outside, id);
  app::visitor screen;
  screen.as = role::screen;
  auto const line = std::make_shared<client>(screen);
  fresh->join(line, screen, {});
  settle();
  return line->shared();
}

}  // namespace viab::tests
