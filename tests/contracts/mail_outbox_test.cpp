// The contract of the outbox of letters.
#include "adapters/sqlite/sqlite_mail_outbox.hpp"
#include "stores.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

namespace {

struct outbox_under_test {
  stores_in_sqlite stores;
  event_loop& loop = stores.loop;
  std::unique_ptr<adapters::sqlite_mail_outbox> box =
      std::make_unique<adapters::sqlite_mail_outbox>(stores.database());

  bool post(std::string key, std::int64_t now = 1'000, std::int64_t use_by = 100'000) {
    ports::letter one{std::move(key), letter(), at(use_by)};
    return loop.await(box->post(one, at(now)));
  }
  static ports::mail_message letter() {
    ports::mail_message what{*email_address::make("ada@example.org"),
                             "Ada Ü",
                             "Onderwerp",
                             "Regel één\nen twee\n",
                             {},
                             {}};
    what.calendar = ports::calendar_part{"BEGIN:VCALENDAR\r\n", "REQUEST"};
    return what;
  }
  std::vector<ports::due_letter> due(std::int64_t now, int most = 10) {
    return loop.await(box->take_due(at(now), most));
  }
  void restart() {
    box.reset();
    stores.reopen();
    box = std::make_unique<adapters::sqlite_mail_outbox>(stores.database());
  }
};

}  // namespace

TEST_CASE("a letter comes out as it was posted, once, and oldest first") {
  outbox_under_test box;
  CHECK(box.post("a", 2'000));
  CHECK(box.post("b", 1'000));
  CHECK_FALSE(box.post("a", 3'000));
  CHECK(box.due(900).empty());
  auto const due = box.due(5'000);
  REQUIRE(due.size() == 2);
  CHECK(due[1].number < due[0].number);
  CHECK(due[0].what.to.value() == "ada@example.org");
  CHECK(due[0].what.to_name == "Ada Ü");
  CHECK(due[0].what.subject == "Onderwerp");
  CHECK(due[0].what.text == "Regel één\nen twee\n");
  REQUIRE(due[0].what.calendar);
  CHECK(due[0].what.calendar->method == "REQUEST");
  CHECK(due[0].what.calendar->text == "BEGIN:VCALENDAR\r\n");
  CHECK(due[0].tries == 0);
  CHECK(box.due(5'000).empty());  // being sent
  CHECK(box.loop.await(box.box->waiting()) == 2);
}

TEST_CASE("at most as many letters as asked for") {
  outbox_under_test box;
  for (int i = 0; i < 5; ++i) box.post("k" + std::to_string(i));
  CHECK(box.due(5'000, 3).size() == 3);
  CHECK(box.due(5'000, 3).size() == 2);
}

TEST_CASE("a letter that was put back comes out at its time, with its tries counted") {
  outbox_under_test box;
  box.post("a");
  auto const first = box.due(1'000);
  box.loop.await(box.box->put_back(first[0].number, at(9'000)));
  CHECK(box.due(8'999).empty());
  auto const second = box.due(9'000);
  REQUIRE(second.size() == 1);
  CHECK(second[0].tries == 1);
}

TEST_CASE("what was being sent when the server stopped is sent again") {
  outbox_under_test box;
  box.post("a");
  REQUIRE(box.due(1'000).size() == 1);
  box.restart();
  CHECK(box.due(2'000).empty());
  box.loop.await(box.box->put_back_all(at(2'000)));
  CHECK(box.due(2'000).size() == 1);
}

TEST_CASE("what a letter said is nowhere on the disk once it was sent, refused or too late") {
  auto const how = GENERATE(0, 1, 2);
  outbox_under_test box;
  box.post("a", 1'000, how == 2 ? 1'500 : 100'000);
  if (how == 2) {
    CHECK(box.due(2'000).empty());
  } else {
    auto const due = box.due(2'000);
    REQUIRE(due.size() == 1);
    auto const end = how == 0 ? ports::letter_end::sent : ports::letter_end::refused;
    box.loop.await(box.box->settle(due[0].number, end, at(3'000)));
  }
  CHECK(box.loop.await(box.box->waiting()) == 0);
  box.box.reset();
  box.stores.close();
  for (auto const* secret : {"ada@example.org", "Ada Ü", "Onderwerp", "Regel één", "VCALENDAR"}) {
    CHECK(files_holding(box.stores.folder(), secret).empty());
  }
}

TEST_CASE("keys of letters that ended are kept as long as asked") {
  outbox_under_test box;
  box.post("a");
  box.loop.await(box.box->settle(box.due(1'000)[0].number, ports::letter_end::sent, at(3'000)));
  box.loop.await(box.box->forget(at(3'000)));
  CHECK_FALSE(box.post("a"));
  box.loop.await(box.box->forget(at(3'001)));
  CHECK(box.post("a"));
}
