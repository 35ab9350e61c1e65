// Sentences: complete in both languages, with the same places to fill in.
#include "adapters/files/content_folder.hpp"
#include "adapters/files/files_library.hpp"
#include "content/content_files.hpp"

#include <catch2/catch.hpp>

#include <regex>
#include <set>

namespace viab::tests {
namespace {

// Codes that are made outside the rules: by the door, the mailbox and the pages.
std::set<std::string> const codes_of_the_edge{"address_taken",
                                              "changed_by_another",
                                              "file_changed",
                                              "import_running",
                                              "internal_error",
                                              "invalid_input",
                                              "last_administrator_in_use",
                                              "not_your_name",
                                              "session_not_closed",
                                              "malformed",
                                              "member_taken",
                                              "name_taken",
                                              "not_allowed",
                                              "not_an_address",
                                              "not_found",
                                              "not_saved",
                                              "not_signed_in",
                                              "organisation_in_use",
                                              "provider_away",
                                              "session_too_long",
                                              "slow_down",
                                              "too_many_tries",
                                              "unknown_code",
                                              "unknown_invitation",
                                              "unknown_set_up_link",
                                              "unknown_sign_in_link",
                                              "until_before_from",
                                              "version_missing",
                                              "wall_in_use",
                                              "wall_joined_in_use",
                                              "wall_taken",
                                              "wrong_code"};

std::string source_of_the_edge() {
  std::string text;
  for (auto const* const room : {"api", "app", "net", "protocol"}) {
    auto const folder = std::filesystem::path(VIAB_SOURCE_DIR) / "server" / room;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) text += read_bytes(entry.path());
    }
  }
  return text;
}

// From each refusals.hpp: each code, and whether its sentence is given a detail.
std::map<std::string, bool> codes_of_the_rules() {
  auto const server = std::filesystem::path(VIAB_SOURCE_DIR) / "server";
  std::string text;
  for (auto const* const room : {"domain", "rhythm", "walls", "imports"}) {
    text += read_bytes(server / room / "refusals.hpp");
  }
  std::regex const made(R"re(make\("(\w+)"(,?))re");
  std::map<std::string, bool> codes;
  for (std::sregex_iterator at(text.begin(), text.end(), made), end; at != end; ++at) {
    codes[(*at)[1]] = (*at)[2].length() > 0;
  }
  return codes;
}

nlohmann::ordered_json sentences(std::string const& name, std::string const& language) {
  return file_json(shipped_content / "texts" / (name + "." + language + ".json"))["texts"];
}

TEST_CASE("every refusal has a sentence in each language, and no sentence is left over") {
  auto const codes = codes_of_the_rules();
  REQUIRE(codes.size() > 25);
  for (std::string const language : {"nl", "en"}) {
    std::set<std::string> wanted = codes_of_the_edge;
    for (auto const& [code, detail] : codes) wanted.insert(code);
    std::set<std::string> there;
    auto const all = sentences("refusals", language);
    for (auto const& one : all.items()) there.insert(one.key());
    CHECK(there == wanted);
  }
}

TEST_CASE("what is listed here as made at the edge is made there") {
  auto const source = source_of_the_edge();
  for (auto const& code : codes_of_the_edge) {
    INFO(code);
    CHECK(source.find('"' + code + '"') != std::string::npos);
  }
}

TEST_CASE("a refusal says what is wrong and what to do, and fills in only what it is given") {
  auto const codes = codes_of_the_rules();
  for (std::string const language : {"nl", "en"}) {
    auto const all = sentences("refusals", language);
    for (auto const& one : all.items()) {
      auto const& code = one.key();
      auto const sentence = one.value().get<std::string>();
      INFO(language << " " << code << ": " << sentence);
      CHECK(sentence.find(". ") != std::string::npos);
      CHECK(sentence.back() == '.');
      bool const fills_in = sentence.find("{detail}") != std::string::npos;
      auto const known = codes.find(code);
      if (fills_in) CHECK((code == "malformed" || (known != codes.end() && known->second)));
    }
  }
}

TEST_CASE("who loses the race for an edit is told that the own text is kept") {
  CHECK_THAT(sentences("refusals", "nl")["changed_meanwhile"].get<std::string>(),
             Catch::Contains("Jouw tekst is bewaard"));
  CHECK_THAT(sentences("refusals", "en")["changed_meanwhile"].get<std::string>(),
             Catch::Contains("Your text is kept"));
}

TEST_CASE("the library speaks in the language asked for, with the detail filled in") {
  adapters::files_library const library(shipped_content);
  CHECK(library.sentence("too_long", "500", "en") ==
        "Your text is too long: there is room for 500 characters. Make it shorter; what you wrote "
        "is still there.");
  CHECK_THAT(library.sentence("too_long", "500", "nl"), Catch::Contains("er passen 500 tekens in"));
  CHECK(library.sentence("not_yours", "", "fr") == library.sentence("not_yours", "", "nl"));
  CHECK(library.sentence("status.partly", "", "nl") == "deels gedaan");
  CHECK(library.sentence("report.people", "9", "en") == "9 people took part");
  CHECK(library.sentence("no_such_code", "7", "nl") == "no_such_code");
}

content_sandbox const& with_texts(content_sandbox const& sandbox, std::string const& dutch,
                                  std::string const& english) {
  auto const file = [](std::string const& language, std::string const& texts) {
    return R"({"kind": "texts", "id": "refusals", "language": ")" + language + "\",\n\"texts\": {"
           + texts + "}}";
  };
  sandbox.write("texts/refusals.nl.json", file("nl", dutch));
  if (!english.empty()) sandbox.write("texts/refusals.en.json", file("en", english));
  return sandbox;
}

std::string first_problem(std::string const& dutch, std::string const& english) {
  content_sandbox const sandbox;
  auto const read = adapters::read_content(with_texts(sandbox, dutch, english).path());
  if (read.problems.empty()) return "";
  auto const& one = read.problems.front();
  return one.file + ":" + std::to_string(one.line) + ": " + one.pointer + ": " + one.reason;
}

TEST_CASE("texts that do not agree are told, and stay in use") {
  CHECK(first_problem(R"("a_b": "Een.")", R"("a_b": "One.")").empty());
  CHECK_THAT(first_problem(R"("a_b": "Een.", "c": "Twee.")", R"("a_b": "One.")"),
             Catch::Contains("refusals.en.json:2: /texts/c: is missing"));
  CHECK_THAT(first_problem(R"("a_b": "Een.")", R"("a_b": "One.", "a_c": "Two.")"),
             Catch::Contains("is not in texts/refusals.nl.json; did you mean \"a_b\"?"));
  CHECK_THAT(first_problem(R"("a_b": "Een {detail}.")", R"("a_b": "One.")"),
             Catch::Contains("lacks the {detail}"));
  CHECK_THAT(first_problem(R"("a_b": "Een.")", R"("a_b": "One {detail}.")"),
             Catch::Contains("has a {detail} that it lacks"));
  content_sandbox const sandbox;
  with_texts(sandbox, R"("a": "Een.", "c": "Twee.")", R"("a": "One.")");
  adapters::files_library const library(sandbox.path());
  CHECK(library.sentence("a", "", "en") == "One.");
  CHECK(library.sentence("c", "", "en") == "Twee.");
}

TEST_CASE("wrong texts are refused") {
  CHECK_THAT(first_problem(R"("a": "Een {limit}.")", ""), Catch::Contains("only {detail} is"));
  CHECK_THAT(first_problem(R"("A b": "Een.")", ""), Catch::Contains("is no key"));
  CHECK_THAT(first_problem(R"("a": 5)", ""), Catch::Contains("it must be text"));
  CHECK_THAT(first_problem(R"("a": "")", ""), Catch::Contains("is empty"));
  content_sandbox const sandbox;
  with_texts(sandbox, R"("a": "Een.")", "");
  sandbox.write(
      "texts/messages.nl.json",
      std::string(R"({"kind":"texts","id":"messages","language":"nl","texts":{"a":"Nog een."}})"));
  auto const read = adapters::read_content(sandbox.path());
  REQUIRE(read.problems.size() == 1);
  CHECK_THAT(read.problems[0].reason, Catch::Contains("another file of texts"));
}

}  // namespace
}  // namespace viab::tests
