// Every reason to refuse a format: one change to a good one, one problem, at the right place.
#include "adapters/files/content_folder.hpp"
#include "adapters/files/content_schema.hpp"
#include "content/content_files.hpp"

#include <catch2/catch.hpp>

#include <vector>

namespace viab::tests {
namespace {

std::vector<bad_change> const fields{
    {R"([{"op":"remove","path":"/title"}])", "", "\"title\" is missing"},
    {R"([{"op":"remove","path":"/steps"}])", "", "\"steps\" is missing"},
    {R"([{"op":"add","path":"/titel","value":"x"}])", "/titel", "does not exist here"},
    {R"([{"op":"move","from":"/summary","path":"/sumary"}])", "", "\"summary\" is missing"},
    {R"([{"op":"replace","path":"/kind","value":"formt"}])", "/kind", "did you mean \"format\"?"},
    {R"([{"op":"replace","path":"/version","value":0}])", "/version", "is 0; at least 1"},
    {R"([{"op":"replace","path":"/version","value":"1"}])", "/version",
     "is text; it must be a whole number"},
    {R"([{"op":"replace","path":"/version","value":1.5}])", "/version", "is a fraction"},
    {R"([{"op":"replace","path":"/minutes","value":481}])", "/minutes", "is 481; at most 480"},
    {R"([{"op":"replace","path":"/minutes","value":4}])", "/minutes", "is 4; at least 5"},
    {R"([{"op":"replace","path":"/title","value":""}])", "/title", "is empty"},
    {R"([{"op":"replace","path":"/title","value":" Proef"}])", "/title", "begins or ends with",
     schema_says::nothing},
    {R"([{"op":"replace","path":"/title","value":"Een\ntwee"}])", "/title", "holds a line end",
     schema_says::nothing},
    {R"([{"op":"replace","path":"/id","value":"Try Out"}])", "/id", "is no name"},
    {R"([{"op":"replace","path":"/id","value":"other"}])", "/id", "would be other.nl.json",
     schema_says::nothing},
    {R"([{"op":"replace","path":"/language","value":"en"}])", "/language",
     "would be try_out.en.json", schema_says::nothing},
    {R"([{"op":"replace","path":"/language","value":"fr"}])", "/language", "is none of: nl, en"},
    {R"([{"op":"replace","path":"/steps","value":[]}])", "/steps", "at least 1"},
    {R"([{"op":"replace","path":"/steps","value":{}}])", "/steps",
     "is an object; it must be a list"},
    {R"([{"op":"replace","path":"/minutes","value":60}])", "/minutes", "add up to 40",
     schema_says::nothing},
};

std::vector<bad_change> const steps_and_flow{
    {R"([{"op":"replace","path":"/steps/0","value":"x"}])", "/steps/0", "it must be an object"},
    {R"([{"op":"replace","path":"/steps/4/kind","value":"vot"}])", "/steps/4/kind",
     "did you mean \"vote\"?"},
    {R"([{"op":"replace","path":"/steps/4/kind","value":"election"}])", "/steps/4/kind",
     "is none of: check_in, review"},
    {R"([{"op":"remove","path":"/steps/4/kind"}])", "/steps/4", "\"kind\" is missing"},
    {R"([{"op":"remove","path":"/steps/4/id"}])", "/steps/4", "\"id\" is missing"},
    {R"([{"op":"remove","path":"/steps/4/question"}])", "/steps/4", "\"question\" is missing"},
    {R"([{"op":"remove","path":"/steps/4/minutes"}])", "/steps/4", "\"minutes\" is missing"},
    {R"([{"op":"replace","path":"/steps/4/minutes","value":-1}])", "/steps/4/minutes",
     "at least 0"},
    {R"([{"op":"replace","path":"/steps/4/minutes","value":241}])", "/steps/4/minutes",
     "at most 240"},
    {R"([{"op":"replace","path":"/steps/4/title",
         "value":"Een titel die voor de regel te lang is geworden"}])",
     "/steps/4/title", "has 47 characters; at most 40"},
    {R"([{"op":"replace","path":"/steps/4/id","value":"cards"}])", "/steps/4/id",
     "is the id of an earlier step", schema_says::nothing},
    {R"([{"op":"replace","path":"/steps/4/id","value":"agreements"}])", "/steps/4/id",
     "is kept for what the team agreed"},
    {R"([{"op":"add","path":"/steps/4/moods","value":[]}])", "/steps/4/moods",
     "does not exist here"},
    {R"([{"op":"add","path":"/steps/4/hnt","value":"x"}])", "/steps/4/hnt",
     "did you mean \"hint\"?"},
    {R"([{"op":"add","path":"/steps/4/hint","value":""}])", "/steps/4/hint", "is empty"},
    {R"([{"op":"add","path":"/steps/4/takes","value":"crads"}])", "/steps/4/takes",
     "did you mean \"cards\"?", schema_says::nothing},
    {R"([{"op":"add","path":"/steps/4/takes","value":"plan"}])", "/steps/4/takes",
     "is no step before this one", schema_says::nothing},
    {R"([{"op":"add","path":"/steps/4/takes","value":"mood"}])", "/steps/4/takes",
     "leaves no cards, themes or topics", schema_says::nothing},
    {R"([{"op":"add","path":"/steps/4/takes","value":"agreements"}])", "/steps/4/takes",
     "is no step before this one", schema_says::nothing},
    {R"([{"op":"add","path":"/steps/1/takes","value":"mood"}])", "/steps/1/takes",
     "takes \"agreements\" only"},
    {R"([{"op":"add","path":"/steps/7/takes","value":"cards"}])", "/steps/7/takes",
     "takes nothing from other steps"},
    {R"([{"op":"add","path":"/steps/4/prepare","value":true}])", "/steps/4/prepare",
     "cannot be prepared"},
    {R"([{"op":"add","path":"/steps/2/prepare","value":"yes"}])", "/steps/2/prepare",
     "it must be true or false"},
    {R"([{"op":"move","from":"/steps/4","path":"/steps/0"}])", "/steps/0/kind",
     "vote has nothing to work with", schema_says::nothing},
    {R"([{"op":"move","from":"/steps/3","path":"/steps/0"}])", "/steps/0/kind",
     "group has nothing to work with", schema_says::nothing},
    {R"([{"op":"move","from":"/steps/5","path":"/steps/1"}])", "/steps/1/kind",
     "discuss has nothing to work with", schema_says::nothing},
};

std::vector<bad_change> const settings{
    {R"([{"op":"remove","path":"/steps/0/moods"}])", "/steps/0", "\"moods\" is missing"},
    {R"([{"op":"remove","path":"/steps/0/moods/1"}])", "/steps/0/moods",
     "has 1 entries; at least 2"},
    {R"([{"op":"replace","path":"/steps/0/moods/1/key","value":"good"}])", "/steps/0/moods/1/key",
     "is the key of an earlier one", schema_says::nothing},
    {R"([{"op":"remove","path":"/steps/0/moods/1/label"}])", "/steps/0/moods/1",
     "\"label\" is missing"},
    {R"([{"op":"add","path":"/steps/0/moods/1/icon","value":"x"}])", "/steps/0/moods/1/icon",
     "does not exist here"},
    {R"([{"op":"add","path":"/steps/0/asks_word","value":1}])", "/steps/0/asks_word",
     "is a whole number; it must be true or false"},
    {R"([{"op":"add","path":"/steps/0/promised","value":"hidden"}])", "/steps/0/promised",
     "is none of: open, anonymous, secret"},
    {R"([{"op":"add","path":"/steps/1/promised","value":"secret"}])", "/steps/1/promised",
     "is none of: open, anonymous"},
    {R"([{"op":"add","path":"/steps/2/promised","value":"secret"}])", "/steps/2/promised",
     "is none of: open, anonymous"},
    {R"([{"op":"replace","path":"/steps/2/columns","value":[]}])", "/steps/2/columns",
     "at least 1"},
    {R"([{"op":"replace","path":"/steps/2/columns/0/key","value":"two"}])",
     "/steps/2/columns/1/key", "is the key of an earlier one", schema_says::nothing},
    {R"([{"op":"replace","path":"/steps/2/columns/0/key","value":"1"}])", "/steps/2/columns/0/key",
     "is no name"},
    {R"([{"op":"add","path":"/steps/4/dots","value":0}])", "/steps/4/dots", "at least 1"},
    {R"([{"op":"add","path":"/steps/4/dots","value":21}])", "/steps/4/dots", "at most 20"},
    {R"([{"op":"add","path":"/steps/4/dots","value":99999999999}])", "/steps/4/dots", "at most 20"},
    {R"([{"op":"add","path":"/steps/4/most_per_item","value":4}])", "/steps/4/most_per_item",
     "while a person has 3 dots", schema_says::nothing},
    {R"([{"op":"add","path":"/steps/5/topics","value":0}])", "/steps/5/topics", "at least 1"},
    {R"([{"op":"add","path":"/steps/5/topics","value":21}])", "/steps/5/topics", "at most 20"},
    {R"([{"op":"add","path":"/steps/5/minutes_per_topic","value":61}])",
     "/steps/5/minutes_per_topic", "at most 60"},
    {R"([{"op":"add","path":"/steps/6/wished","value":21}])", "/steps/6/wished", "at most 20"},
    {R"([{"op":"add","path":"/steps/6/asks_obstacles","value":null}])", "/steps/6/asks_obstacles",
     "is null; it must be true or false"},
    {R"([{"op":"replace","path":"/steps/7/statements","value":["a","b","c","d"]}])",
     "/steps/7/statements", "has 4 entries; at most 3"},
    {R"([{"op":"replace","path":"/steps/7/statements/0","value":7}])", "/steps/7/statements/0",
     "it must be text"},
    {R"([{"op":"replace","path":"/steps/7/statements","value":[]},
         {"op":"add","path":"/steps/7/asks_return","value":false},
         {"op":"add","path":"/steps/7/asks_normal","value":false}])",
     "/steps/7", "asks nothing", schema_says::nothing},
};

bool schema_refuses(nlohmann::ordered_json const& value) {
  static adapters::content_schema const schema(shipped_content / "schema" / "format.schema.json");
  adapters::findings found("");
  auto const raw = value.dump();
  auto const root = adapters::parse_located(raw, found);
  REQUIRE(root);
  schema.check(raw, *root, found);
  return !found.none();
}

void check_refused(bad_change const& bad) {
  INFO(bad.change);
  auto const broken = good_format().patch(nlohmann::ordered_json::parse(bad.change));
  content_sandbox const sandbox;
  sandbox.write("formats/try_out.nl.json", broken);
  auto const read = adapters::read_content(sandbox.path());
  CHECK(read.formats.empty());
  REQUIRE_FALSE(read.problems.empty());
  auto const& first = read.problems.front();
  CAPTURE(first.reason, first.line);
  CHECK(first.file == "formats/try_out.nl.json");
  CHECK(first.pointer == bad.pointer);
  CHECK_THAT(first.reason, Catch::Contains(bad.reason));
  CHECK(first.line > (first.pointer.empty() ? 0 : 1));
  CHECK(schema_refuses(broken) == (bad.schema == schema_says::no_too));
}

TEST_CASE("the good format is good, for the reader and for the schema") {
  content_sandbox const sandbox;
  sandbox.copy_schemas();
  sandbox.write("formats/try_out.nl.json", good_format());
  auto const checked = adapters::check_content(sandbox.path());
  for (auto const& one : checked.problems) UNSCOPED_INFO(one.pointer + ": " + one.reason);
  CHECK(checked.problems.empty());
  CHECK(checked.formats.size() == 1);
}

TEST_CASE("a wrong field of a format is refused with its place and reason") {
  for (auto const& bad : fields) check_refused(bad);
}

TEST_CASE("a wrong step, or a flow that cannot work, is refused") {
  for (auto const& bad : steps_and_flow) check_refused(bad);
}

TEST_CASE("wrong settings of a step are refused") {
  for (auto const& bad : settings) check_refused(bad);
}

TEST_CASE("one change gives one problem, unless a name changed") {
  for (auto const* list : {&fields, &steps_and_flow, &settings}) {
    for (auto const& bad : *list) {
      INFO(bad.change);
      content_sandbox const sandbox;
      sandbox.write("formats/try_out.nl.json",
                    good_format().patch(nlohmann::ordered_json::parse(bad.change)));
      auto const problems = adapters::read_content(sandbox.path()).problems.size();
      bool const moved = std::string(bad.change).find("\"move\"") != std::string::npos;
      CHECK(problems <= (moved ? 2U : 1U));
    }
  }
}

TEST_CASE("all problems of a file are told at once, in the order of its lines") {
  auto broken = good_format();
  broken["steps"][4]["dots"] = 25;
  broken["version"] = 0;
  broken["steps"][7]["statement"] = nlohmann::ordered_json::array();
  content_sandbox const sandbox;
  sandbox.write("formats/try_out.nl.json", broken);
  auto const problems = adapters::read_content(sandbox.path()).problems;
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].pointer == "/version");
  CHECK(problems[1].pointer == "/steps/4/dots");
  CHECK(problems[2].pointer == "/steps/7/statement");
  CHECK(problems[0].line < problems[1].line);
  CHECK(problems[1].line < problems[2].line);
}

TEST_CASE("what is left out of a format is what the kind says itself") {
  content_sandbox const sandbox;
  auto few_dots = good_format();
  few_dots["steps"][4]["dots"] = 2;
  sandbox.write("formats/try_out.nl.json", few_dots);
  auto const formats = adapters::read_content(sandbox.path()).formats;
  REQUIRE(formats.size() == 1);
  auto const& all = formats[0].steps;
  CHECK(std::get<steps::check_in::settings>(all[0].settings).promised == promise::secret);
  CHECK(std::get<steps::review::settings>(all[1].settings).promised == promise::anonymous);
  CHECK(std::get<steps::collect::settings>(all[2].settings).columns[1].hint == "Of drie");
  CHECK(std::get<steps::vote::settings>(all[4].settings).most_per_item == 2);
  CHECK(std::get<steps::discuss::settings>(all[5].settings).minutes_per_topic == 8);
  CHECK(std::get<steps::commit::settings>(all[6].settings).wished == 2);
  CHECK(std::get<steps::check_out::settings>(all[7].settings).asks_normal);
}

}  // namespace
}  // namespace viab::tests
