#include "net/outbox.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <deque>
#include <string>

using namespace viab;
using net::outbox;
using net::outbox_limits;

namespace {

protocol::frame frame(std::string text) {
  return std::make_shared<std::string const>(std::move(text));
}
protocol::frame of_size(std::size_t bytes) { return frame(std::string(bytes, 'x')); }

std::string words_in(outbox const& box) {
  std::string out;
  for (std::size_t i = 0; i < box.size(); ++i) out += (i ? " " : "") + *box.at(i).bytes;
  return out;
}

outbox_limits const small{.bytes = 100, .frames = 4, .answer_bytes = 200, .answers = 6};

}  // namespace

TEST_CASE("who keeps up gets everything in order") {
  outbox box(small);
  CHECK(box.put_answer(frame("welcome")));
  box.put_view(frame("view"));
  CHECK(box.put_patch(frame("p1")));
  CHECK(box.put_answer(frame("done1")));
  CHECK(words_in(box) == "welcome view p1 done1");
  CHECK_FALSE(box.fell_behind());
  while (!box.empty()) box.drop_first();
  CHECK(box.bytes() == 0);
  CHECK_FALSE(box.take_catch_up());
}

TEST_CASE("a patch that does not fit drops all waiting patches and keeps the answers") {
  outbox box(small);
  for (auto const* word : {"p1", "p2", "p3"}) CHECK(box.put_patch(frame(word)));
  CHECK(box.put_answer(frame("done")));
  CHECK_FALSE(box.put_patch(frame("p4")));
  CHECK(box.fell_behind());
  CHECK(words_in(box) == "done");
  CHECK_FALSE(box.put_patch(frame("p5")));
  CHECK(box.put_answer(frame("notice")));
  CHECK(words_in(box) == "done notice");
}

TEST_CASE("bytes count as well as frames") {
  outbox box(small);
  CHECK(box.put_patch(of_size(60)));
  CHECK(box.put_patch(of_size(40)));
  CHECK_FALSE(box.put_patch(of_size(1)));
  CHECK(box.fell_behind());
  outbox other(small);
  CHECK_FALSE(other.put_patch(of_size(101)));
  CHECK(other.fell_behind());
}

TEST_CASE("what is half written is neither dropped nor overtaken") {
  outbox box(small);
  for (auto const* word : {"p1", "p2", "p3", "p4"}) box.put_patch(frame(word));
  box.begin_first();
  CHECK_FALSE(box.put_patch(frame("p5")));
  CHECK(words_in(box) == "p1");
  box.put_control(frame("ping"));
  box.put_control(frame("pong"));
  CHECK(words_in(box) == "p1 ping pong");
  box.drop_waiting();
  CHECK(words_in(box) == "p1");
  box.drop_first();
  CHECK(box.empty());
}

TEST_CASE("controls go ahead of what waits, a close behind it") {
  outbox box(small);
  box.put_answer(frame("a"));
  box.put_control(frame("ping"));
  box.put_last(frame("close"));
  box.put_control(frame("pong"));
  CHECK(words_in(box) == "ping pong a close");
}

TEST_CASE("a whole view is always admitted and replaces what it contains") {
  outbox box(small);
  box.put_view(of_size(5000));
  CHECK(box.put_patch(frame("p1")));
  CHECK(box.put_answer(frame("done")));
  box.put_view(frame("newer"));
  CHECK(words_in(box) == "done newer");
  CHECK(box.put_patch(frame("p2")));
  CHECK(words_in(box) == "done newer p2");
}

TEST_CASE("one catch-up each time, when three quarters are written") {
  outbox box(small);
  for (int i = 0; i < 3; ++i) box.put_answer(frame("answer"));
  CHECK(box.put_patch(frame("p1")));
  CHECK_FALSE(box.put_patch(frame("p2")));
  CHECK_FALSE(box.take_catch_up());
  box.drop_first();
  CHECK_FALSE(box.take_catch_up());
  box.drop_first();
  CHECK(box.take_catch_up());
  CHECK_FALSE(box.take_catch_up());
  box.put_view(of_size(90));
  CHECK_FALSE(box.fell_behind());
  // And again the next time, but not before the long view is on its way.
  while (box.size() > 1) box.drop_first();
  CHECK_FALSE(box.put_patch(of_size(101)));
  CHECK_FALSE(box.take_catch_up());
  box.drop_first();
  CHECK(box.take_catch_up());
}

TEST_CASE("too many waiting answers are refused") {
  outbox box(small);
  for (int i = 0; i < 6; ++i) CHECK(box.put_answer(frame("answer")));
  CHECK_FALSE(box.put_answer(frame("one more")));
  outbox other(small);
  CHECK(other.put_answer(of_size(200)));
  CHECK_FALSE(other.put_answer(of_size(1)));
  CHECK(other.size() == 1);
}

TEST_CASE("frames are shared, not copied") {
  outbox box(small);
  auto const patch = frame("p");
  box.put_patch(patch);
  CHECK(box.at(0).bytes.get() == patch.get());
  box.drop_first();
  CHECK(patch.use_count() == 1);
}

namespace {

// A reader who applies what arrives, and a writer at any pace: what the reader knows is never
// wrong.
struct follower {
  int knows = 0;          // the seq of its picture
  bool waits_for_view = true;
  int answers = 0;

  void read(std::string const& word) {
    auto const number = std::stoi(word.substr(1));
    if (word[0] == 'v') {
      RC_ASSERT(waits_for_view || number >= knows);
      knows = number;
      waits_for_view = false;
    } else if (word[0] == 'p') {
      RC_ASSERT(number == knows + 1);
      knows = number;
    } else {
      RC_ASSERT(number == answers + 1);
      answers = number;
    }
  }
};

struct story {
  outbox box{small};
  follower reader;
  int seq = 0;
  int answers = 0;
  bool over = false;

  void patch(std::size_t padding) {
    ++seq;
    box.put_patch(frame('p' + std::to_string(seq) + std::string(padding, ' ')));
    RC_ASSERT(box.size() <= 4 + 6 + 1);
  }
  void answer() {
    if (box.put_answer(frame('a' + std::to_string(answers + 1)))) {
      ++answers;
    } else {
      over = true;
    }
  }
  void write() {
    if (!box.empty()) {
      reader.read(*box.at(0).bytes);
      box.drop_first();
    }
    if (box.take_catch_up()) box.put_view(frame('v' + std::to_string(seq)));
  }
};

}  // namespace

TEST_CASE("a reader at any pace never misses a patch unknowingly, and ends with the truth") {
  CHECK(rc::check("outbox", [] {
    story now;
    now.box.put_view(frame("v0"));
    auto const moves = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12));
    for (int const move : moves) {
      if (move < 4) now.patch(static_cast<std::size_t>(move) * 20);
      else if (move < 6) now.answer();
      else if (move == 6 && !now.box.empty()) now.box.begin_first();
      else if (move == 7) now.box.put_view(frame('v' + std::to_string(now.seq)));
      else now.write();
      if (now.over) return;
    }
    for (int i = 0; i < 40; ++i) now.write();
    RC_ASSERT(now.box.empty());
    RC_ASSERT(now.box.bytes() == 0U);
    RC_ASSERT(now.reader.knows == now.seq);
    RC_ASSERT(now.reader.answers == now.answers);
  }));
}
