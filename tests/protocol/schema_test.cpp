#include "protocol/schema.hpp"

#include "protocol/typescript.hpp"
#include "schema_check.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace viab;
using viab::tests::follows_schema;
using nlohmann::json;

namespace {

bool follows(json const& document, std::string const& definition) {
  return follows_schema(document.dump(), definition);
}

std::string content_of(std::string const& path) {
  std::ostringstream all;
  all << std::ifstream(std::string(VIAB_SOURCE_DIR) + "/" + path).rdbuf();
  return all.str();
}

}  // namespace

TEST_CASE("schema: every reference leads somewhere") {
  auto const all = json::parse(protocol::schema());
  auto const flat = all.flatten();
  for (auto const& [path, value] : flat.items()) {
    if (path.size() < 5 || path.substr(path.size() - 5) != "/$ref") continue;
    auto const to = value.get<std::string>();
    INFO(path << " " << to);
    CHECK(all.contains(json::json_pointer(to.substr(1))));
  }
}

TEST_CASE("schema: frames") {
  CHECK(follows(json::parse(R"({"hello": {}})"), "client_frame"));
  CHECK(follows(json::parse(R"({"do": {"id": "12345678", "step": "ideas", "command":
      {"type": "add_card", "column": "works", "text": "x"}}})"), "client_frame"));
  CHECK_FALSE(follows(json::parse(R"({"do": {"id": "12345678", "command": {"type": "dance"}}})"),
                      "client_frame"));
  CHECK_FALSE(follows(json::parse(R"({"hello": {"other": 1}})"), "client_frame"));
  CHECK(follows(json::parse(R"({"done": {"id": "12345678", "seq": 3}})"), "server_frame"));
  CHECK_FALSE(follows(json::parse(R"({"done": {"id": "12345678"}})"), "server_frame"));
}

TEST_CASE("schema: commands that only the host gives are not in it") {
  for (auto const* name : {"session_create", "session_enter", "session_set_code",
                           "session_plan_for", "session_time_passed", "discuss_time_passed"}) {
    CHECK_FALSE(json::parse(protocol::schema()).at("definitions").contains(name));
  }
  CHECK_FALSE(follows(json::parse(R"({"type": "remove", "person": "p1", "ballots": {}})"),
                      "session_remove"));
}

TEST_CASE("schema: limits are those of the types") {
  auto const card = [](std::size_t size) {
    return json{{"type", "add_card"}, {"column", "works"}, {"text", std::string(size, 'x')}};
  };
  CHECK(follows(card(500), "collect_add_card"));
  CHECK_FALSE(follows(card(501), "collect_add_card"));
  CHECK_FALSE(follows(card(0), "collect_add_card"));
}

TEST_CASE("typescript: the committed types are those of the program") {
  constexpr char path[] = "web/src/protocol.gen.ts";
  if (std::getenv("VIAB_WRITE_GENERATED")) {
    std::ofstream(std::string(VIAB_SOURCE_DIR) + "/" + path) << protocol::typescript();
  }
  CHECK(content_of(path) == protocol::typescript());
}
