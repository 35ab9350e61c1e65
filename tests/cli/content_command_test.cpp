// What `viab content check` and `viab content list` print, and the exit codes that scripts rely on.
#include "cli/content_command.hpp"
#include "content/content_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

namespace viab::tests {
namespace {

struct answer {
  int code = 0;
  std::string text;
};

answer check(std::filesystem::path const& folder) {
  std::ostringstream out;
  auto const code = cli::content_check(folder, out);
  return {code, out.str()};
}

answer list(std::filesystem::path const& folder, bool json) {
  std::ostringstream out;
  auto const code = cli::content_list(folder, json, out);
  return {code, out.str()};
}

TEST_CASE("what ships passes the check") {
  auto const said = check(shipped_content);
  CHECK(said.code == 0);
  CHECK_THAT(said.text, Catch::EndsWith(" files checked, 0 problems\n"));
}

TEST_CASE("each problem is one line that an editor can jump to") {
  content_sandbox const sandbox;
  auto broken = good_format();
  broken["version"] = 0;
  sandbox.write("formats/try_out.nl.json", broken);
  sandbox.write("formats/empty.nl.json", std::string("{"));
  auto const said = check(sandbox.path());
  CHECK(said.code == 1);
  CHECK_THAT(said.text, Catch::Contains("formats/try_out.nl.json:4: /version: is 0; at least 1\n"));
  CHECK_THAT(said.text, Catch::Contains("formats/empty.nl.json:1: /: this is no JSON"));
  CHECK_THAT(said.text, Catch::EndsWith("2 files checked, 2 problems\n"));
}

TEST_CASE("a folder that is not there fails") {
  CHECK(check("/there/is/no/such/folder").code == 1);
  CHECK(list("/there/is/no/such/folder", false).code == 1);
}

TEST_CASE("the list names every piece with what one sorts by") {
  auto const pieces = nlohmann::json::parse(list(shipped_content, true).text);
  bool found = false;
  for (auto const& one : pieces) {
    if (one["id"] != "monthly_reflection_45" || one["language"] != "nl") continue;
    found = true;
    CHECK(one["kind"] == "format");
    CHECK(one["version"] == 1);
    CHECK(one["minutes"] == 45);
    CHECK(one["steps"] == 8);
    CHECK(one["title"] == "Maandelijkse reflectie, 45 minuten");
  }
  CHECK(found);
  CHECK(std::count_if(pieces.begin(), pieces.end(),
                      [](auto const& one) {
                        return one["kind"] == "calendar" && one["id"] == "waterschappen"
                               && one["days"] == 8 && one["unsure"] == 1
                               && one["file"] == "calendars/waterschappen.json";
                      })
        == 1);
  CHECK_THAT(list(shipped_content, false).text,
             Catch::Contains("version 1, 10 days off: Rijk (CAO Rijk) (1 to check)"));
  CHECK_THAT(list(shipped_content, false).text,
             Catch::Contains("version 1, 6 steps, 20 minutes: Monthly reflection, 20 minutes"));
}

}  // namespace
}  // namespace viab::tests
