#include "schema_check.hpp"
#include "support/sample.hpp"

#include "protocol/describe/check_in.hpp"
#include "protocol/describe/check_out.hpp"
#include "protocol/describe/collect.hpp"
#include "protocol/describe/commit.hpp"
#include "protocol/describe/discuss.hpp"
#include "protocol/describe/group.hpp"
#include "protocol/describe/review.hpp"
#include "protocol/describe/session.hpp"
#include "protocol/describe/vote.hpp"
#include "protocol/frames.hpp"
#include "protocol/host_commands.hpp"
#include "protocol/json.hpp"
#include "protocol/session_codec.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

using namespace viab;
using namespace viab::protocol;
using namespace viab::tests;
using nlohmann::json;

namespace {

sampling random_sampling() {
  return {[](std::size_t end) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, end));
  }};
}

std::string written(steps::any_command const& one) {
  std::string out;
  writer to{out};
  codec_of(one.index()).write_command(to, one);
  return out;
}

std::string written(session::command const& one) {
  std::string out;
  writer to{out};
  write_session_command(to, one);
  return out;
}

// Of any kind, as a person could send it.
steps::any_command some_step_command() {
  auto from = random_sampling();
  return sample<steps::any_command>(from);
}

session::command some_session_command() {
  auto from = random_sampling();
  auto one = sample<session::command>(from);
  if (auto* out = std::get_if<session::remove>(&one)) out->ballots.clear();
  return one;
}

bool is_from_host(std::string const& body) {
  return is_host_command(json::parse(body).at("type").get<std::string>());
}

std::string without(std::string const& body, std::string const& member) {
  auto document = json::parse(body);
  document.erase(member);
  return document.dump();
}

std::string any_member(std::string const& body) {
  auto const document = json::parse(body);
  std::vector<std::string> names;
  for (auto const& [name, value] : document.items()) names.push_back(name);
  return *rc::gen::elementOf(names);
}

// Removes the empty map that only the host would fill.
std::string as_sent(session::command const& one) {
  auto const body = written(one);
  return std::holds_alternative<session::remove>(one) ? without(body, "ballots") : body;
}

}  // namespace

TEST_CASE("commands: what is written is read as the same, for every kind") {
  CHECK(rc::check([] {
    auto const command = some_step_command();
    auto const body = written(command);
    auto const read = read_step_command(command.index(), body);
    RC_PRE(!is_from_host(body));
    RC_ASSERT(read.ok());
    RC_ASSERT(read->index() == command.index());
    RC_ASSERT(written(*read) == body);
    auto const kind = std::string(codec_of(command.index()).kind);
    RC_ASSERT(follows_schema(body, kind + "_command"));
  }));
}

TEST_CASE("commands: what is written is read as the same, for the session") {
  CHECK(rc::check([] {
    auto const command = some_session_command();
    auto const body = as_sent(command);
    RC_PRE(!is_from_host(body));
    auto const read = read_session_command(body);
    RC_ASSERT(read.ok());
    RC_ASSERT(as_sent(*read) == body);
    RC_ASSERT(follows_schema(body, "session_command"));
  }));
}

TEST_CASE("commands: an unknown member is refused wherever it stands") {
  CHECK(rc::check([] {
    auto const command = some_step_command();
    auto document = json::parse(written(command));
    document["surprise"] = 1;
    auto const read = read_step_command(command.index(), document.dump());
    RC_ASSERT(!read.ok());
    if (!is_from_host(document.dump())) RC_ASSERT(read.why().detail == "/do/command/surprise");
  }));
}

TEST_CASE("commands: another type of value is refused with its path") {
  CHECK(rc::check([] {
    auto const command = some_step_command();
    auto const body = written(command);
    RC_PRE(!is_from_host(body));
    auto const member = any_member(body);
    auto document = json::parse(body);
    document[member] = json::array({json::object()});
    auto const read = read_step_command(command.index(), document.dump());
    RC_ASSERT(!read.ok());
    RC_ASSERT(read.why().code == "malformed");
    RC_ASSERT(read.why().detail.rfind("/do/command/" + member, 0) == 0U);
  }));
}

TEST_CASE("commands: a member that is left out is refused, or has its default") {
  CHECK(rc::check([] {
    auto const command = some_step_command();
    auto const body = written(command);
    RC_PRE(!is_from_host(body));
    auto const member = any_member(body);
    auto const less = without(body, member);
    auto const read = read_step_command(command.index(), less);
    if (!read) RC_ASSERT(read.why().detail == "/do/command/" + member);
    auto const kind = std::string(codec_of(command.index()).kind);
    RC_ASSERT(read.ok() == follows_schema(less, kind + "_command"));
  }));
}

TEST_CASE("commands: a command of another kind is malformed") {
  auto const vote = R"({"type": "set_dots", "item": "3-1", "dots": 2})";
  CHECK(read_step_command(4, vote));
  for (std::size_t kind : {0U, 1U, 2U, 3U, 5U, 6U, 7U}) CHECK_FALSE(read_step_command(kind, vote));
}
