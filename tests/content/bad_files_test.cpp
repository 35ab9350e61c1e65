// Files that are no good as files: no JSON, too big, two languages that do not agree.
#include "adapters/files/content_folder.hpp"
#include "adapters/files/files_library.hpp"
#include "content/content_files.hpp"

#include <catch2/catch.hpp>

namespace viab::tests {
namespace {

using adapters::content_problem;

content_problem only_problem_of(content_sandbox const& sandbox) {
  auto const read = adapters::read_content(sandbox.path());
  for (auto const& one : read.problems) UNSCOPED_INFO(one.pointer + ": " + one.reason);
  REQUIRE(read.problems.size() == 1);
  return read.problems.front();
}

content_problem problem_with(std::string const& text) {
  content_sandbox const sandbox;
  sandbox.write("formats/try_out.nl.json", text);
  return only_problem_of(sandbox);
}

TEST_CASE("a file that is no JSON is told with its line") {
  auto const comma = problem_with("{\n  \"kind\": \"format\",\n  \"id\" \"x\"\n}");
  CHECK(comma.line == 3);
  CHECK_THAT(comma.reason, Catch::StartsWith("this is no JSON"));
  CHECK_THAT(problem_with("").reason, Catch::StartsWith("this is no JSON"));
  CHECK_THAT(problem_with("{} {}").reason, Catch::StartsWith("this is no JSON"));
  CHECK_THAT(problem_with("{\"id\": \"\xC3\x28\"}").reason, Catch::StartsWith("this is no JSON"));
  CHECK_THAT(problem_with("[]").reason, Catch::Contains("is a list; it must be an object"));
}

TEST_CASE("lines are counted to the value, also behind a number at a line's end") {
  content_sandbox const sandbox;
  sandbox.write("formats/try_out.nl.json",
                std::string("{\n\n  \"version\": 0\n\n,\"steps\":\n12\n}"));
  auto const problems = adapters::read_content(sandbox.path()).problems;
  auto const line_of = [&](std::string const& pointer) {
    for (auto const& one : problems) {
      if (one.pointer == pointer) return one.line;
    }
    return 0;
  };
  CHECK(line_of("/version") == 3);
  CHECK(line_of("/steps") == 6);
}

TEST_CASE("a field that is there twice is refused, and so is deep nesting") {
  auto const twice = problem_with("{\n \"steps\": [{\"id\": \"a\",\n  \"id\": \"b\"}]}");
  CHECK(twice.line == 3);
  CHECK(twice.pointer == "/steps/0/id");
  CHECK_THAT(twice.reason, Catch::Contains("twice"));
  auto const deep = problem_with(std::string(100000, '['));
  CHECK_THAT(deep.reason, Catch::Contains("nests deeper than 32"));
}

TEST_CASE("a file that is too large or cannot be read is left out") {
  auto const large = problem_with(std::string(adapters::most_content_bytes + 1, ' '));
  CHECK_THAT(large.reason, Catch::Contains("larger than 256 KiB"));
  content_sandbox const sandbox;
  std::filesystem::create_directories(sandbox.path() / "formats" / "folder.nl.json");
  CHECK(only_problem_of(sandbox).reason == "cannot be read");
}

TEST_CASE("a folder that is not there is a problem, not a crash") {
  adapters::files_library const library("/there/is/no/such/folder");
  REQUIRE(library.problems().size() == 1);
  CHECK(library.problems()[0].reason == "there is no such folder");
  CHECK(library.formats().empty());
  CHECK(library.sentence("not_yours", "", "nl") == "not_yours");
}

TEST_CASE("a bad file is left out and the others are used") {
  content_sandbox const sandbox;
  sandbox.write("formats/broken.nl.json", std::string("{"));
  sandbox.write("formats/try_out.nl.json", good_format());
  sandbox.write("formats/.try_out.nl.json.swp", std::string("{"));
  sandbox.write("formats/notes.txt", std::string("{"));
  adapters::files_library const library(sandbox.path());
  CHECK(library.problems().size() == 1);
  REQUIRE(library.find_format("try_out", "nl"));
  CHECK(library.find_format("try_out", "nl")->version == 3);
  CHECK_FALSE(library.find_format("try_out", "en"));
  CHECK_FALSE(library.find_format("broken", "nl"));
}

struct difference {
  char const* change;
  char const* pointer;
  char const* reason;
};

TEST_CASE("a translation that is more than other words is left out") {
  auto const all = std::vector<difference>{
      {R"([{"op":"replace","path":"/version","value":2}])", "/version", "is \"2\", but \"3\""},
      {R"([{"op":"replace","path":"/minutes","value":41}])", "/minutes", "is \"41\", but \"40\""},
      {R"([{"op":"remove","path":"/steps/7"}])", "/steps", "has 7 steps, but 8"},
      {R"([{"op":"replace","path":"/steps/4/id","value":"vote"}])", "/steps/4/id", "but \"votes\""},
      {R"([{"op":"replace","path":"/steps/4/kind","value":"discuss"}])", "/steps/4/kind",
       "but \"vote\""},
      {R"([{"op":"replace","path":"/steps/4/minutes","value":6}])", "/steps/4/minutes", "is \"6\""},
      {R"([{"op":"add","path":"/steps/4/takes","value":"cards"}])", "/steps/4/takes",
       "is \"cards\""},
      {R"([{"op":"add","path":"/steps/2/prepare","value":true}])", "/steps/2/prepare", "is \"1\""},
      {R"([{"op":"add","path":"/steps/4/dots","value":5}])", "/steps/4/dots",
       "is \"5\", but \"3\""},
      {R"([{"op":"add","path":"/steps/4/promised","value":"open"}])", "/steps/4/promised",
       "is \"open\", but \"secret\""},
      {R"([{"op":"replace","path":"/steps/0/moods/1/key","value":"weary"}])", "/steps/0/moods",
       "is \"good, weary\""},
      {R"([{"op":"replace","path":"/steps/2/columns/1/key","value":"deux"}])", "/steps/2/columns",
       "is \"one, deux\""},
      {R"([{"op":"add","path":"/steps/7/statements/1","value":"More."}])", "/steps/7/statements",
       "is \"2 of them\""}};
  for (auto const& one : all) {
    INFO(one.change);
    auto english = good_format();
    english["language"] = "en";
    content_sandbox const sandbox;
    sandbox.write("formats/try_out.nl.json", good_format());
    sandbox.write("formats/try_out.en.json",
                  english.patch(nlohmann::ordered_json::parse(one.change)));
    auto const problem = only_problem_of(sandbox);
    CHECK(problem.file == "formats/try_out.en.json");
    CHECK(problem.pointer == one.pointer);
    CHECK(problem.line > 1);
    CHECK_THAT(problem.reason, Catch::Contains(one.reason));
    adapters::files_library const library(sandbox.path());
    CHECK(library.find_format("try_out", "nl"));
    CHECK_FALSE(library.find_format("try_out", "en"));
  }
}

TEST_CASE("a translation of which the original is not in order stands by itself") {
  auto english = good_format();
  english["language"] = "en";
  english["version"] = 4;
  content_sandbox const sandbox;
  sandbox.write("formats/try_out.nl.json", std::string("{"));
  sandbox.write("formats/try_out.en.json", english);
  adapters::files_library const library(sandbox.path());
  CHECK(library.problems().size() == 1);
  CHECK(library.find_format("try_out", "en"));
}

TEST_CASE("a schema that cannot be used is told, and one that disagrees as well") {
  content_sandbox const sandbox;
  sandbox.write("formats/try_out.nl.json", good_format());
  sandbox.write("schema/format.schema.json", std::string("{"));
  auto const unusable = adapters::check_content(sandbox.path());
  REQUIRE(unusable.problems.size() == 1);
  CHECK_THAT(unusable.problems[0].reason, Catch::Contains("cannot be used"));
  sandbox.write("schema/format.schema.json",
                std::string(R"({"properties": {"minutes": {"maximum": 30}}})"));
  auto const disagrees = adapters::check_content(sandbox.path());
  REQUIRE(disagrees.problems.size() == 1);
  CHECK(disagrees.problems[0].pointer == "/minutes");
  CHECK_THAT(disagrees.problems[0].reason, Catch::StartsWith("format.schema.json says"));
}

}  // namespace
}  // namespace viab::tests
