"""Planted trees for the checks: each bad one must be caught, each good one left alone."""


def long_function(lines):
    return "int f(int a) {\n" + "  a += '{';\n" * (lines - 3) + "  return a;\n}\n"


def include(name):
    return f"// A file.\n#include {name}\n"


def in_step(name):
    return {"server/steps/vote/vote.hpp": include(name)}


# For each check: trees that it must catch, trees that it must not.
TREES = {
    "check_includes": (
        [
            in_step('"steps/group/group.hpp"'),
            in_step('"steps/all.hpp"'),
            in_step('"session/session.hpp"'),
            in_step('"vote.hpp"'),
            in_step("<nlohmann/json_fwd.hpp>"),
            in_step('"boost/mp11.hpp"'),
            in_step("<unistd.h>"),
            {"server/steps/step.hpp": include('"steps/vote/vote.hpp"')},
            {"server/domain/ids.hpp": include('"steps/step.hpp"')},
            {"server/domain/ids.hpp": include("<boost/describe.hpp>")},
            {"server/session/session.cpp": include('"protocol/json.hpp"')},
            {"server/session/session.cpp": include('"rhythm/easter.hpp"')},
            {"server/rhythm/easter.cpp": include('"session/session.hpp"')},
            {"server/rhythm/easter.cpp": include("<date/tz.h>")},
            {"server/ports/clock.hpp": include("<boost/asio/steady_timer.hpp>")},
            {"server/ports/clock.hpp": include('"protocol/json.hpp"')},
            {"server/app/session_host.cpp": include("<nlohmann/json.hpp>")},
            {"server/app/session_host.cpp": include('"net/outbox.hpp"')},
            {"server/app/session_host.cpp": include("<sqlite3.h>")},
            {"server/protocol/json.hpp": include("<nlohmann/json.hpp>")},
            {"server/protocol/json.cpp": include('"ports/clock.hpp"')},
            {"server/net/listener.hpp": include("<boost/beast/core.hpp>")},
            {"server/api/teams.cpp": include("<boost/beast/http.hpp>")},
            {"server/adapters/memory/store.cpp": include('"adapters/sqlite/store.hpp"')},
            {"server/adapters/memory/store.cpp": include("<SQLiteCpp/Database.h>")},
            {"server/adapters/memory/store.cpp": include("<libical/ical.h>")},
            {"server/adapters/ical/rule.hpp": include("<libical/ical.h>")},
            {"server/api/teams.cpp": include("<date/tz.h>")},
            {"server/app/sign_in.cpp": include("<cjose/jws.h>")},
            {"server/adapters/cjose/signatures.hpp": include("<cjose/jws.h>")},
            {"server/adapters/cjose/signatures.cpp": include("<openssl/evp.h>")},
            {"server/net/listener.cpp": include("<curl/curl.h>")},
            {"server/openid/claims.cpp": include('"adapters/curl/transfers.hpp"')},
            {"server/openid/claims.hpp": include("<nlohmann/json.hpp>")},
            {"server/net/listener.cpp": include("<unheard/of.hpp>")},
            {"bots/teams/translate.cpp": include('"bots/mattermost/translate.hpp"')},
        ],
        [
            in_step('"steps/vote/ballot.hpp"'),
            in_step('"steps/step.hpp"'),
            in_step('"domain/ids.hpp"'),
            in_step("<vector>"),
            {"server/steps/all.hpp": include('"steps/vote/vote.hpp"')},
            {"server/app/session_host.hpp": include('"protocol/frames.hpp"')},
            {"server/ports/clock.hpp": include("<boost/asio/awaitable.hpp>")},
            {"server/ports/recurrence.hpp": include('"rhythm/easter.hpp"')},
            {"server/protocol/json.cpp": include("<nlohmann/json.hpp>")},
            {"server/net/listener.cpp": include("<boost/beast/core.hpp>")},
            {"server/adapters/sqlite/store.hpp": include("<SQLiteCpp/Database.h>")},
            {"server/adapters/ical/rule.cpp": include("<libical/ical.h>")},
            {"server/adapters/cjose/signatures.cpp": include("<cjose/jws.h>")},
            {"server/adapters/curl/transfers.hpp": include("<curl/curl.h>")},
            {"server/openid/claims.cpp": include("<nlohmann/json.hpp>")},
            {"server/main.cpp": include('"cli/cli.hpp"')},
            {"bots/teams/translate.cpp": include('"bots/teams/translate.hpp"')},
        ],
    ),
    "check_beast_files": (
        [{f"server/net/n{i}.cpp": include("<boost/beast/core.hpp>") for i in range(6)}],
        [{f"server/net/n{i}.cpp": include("<boost/beast/core.hpp>") for i in range(5)}],
    ),
    "check_file_lines": ([{"a.cpp": "\n" * 401}, {"a.tsx": "\n" * 401}],
                         [{"a.cpp": "\n" * 400, "a.json": "\n" * 900}]),
    "check_function_lines": (
        [
            {"a.cpp": long_function(71)},
            {"a.cpp": "namespace a {\nstruct b {\n" + long_function(71) + "};\n}\n"},
            {"a.cpp": "template <class A>\n" + long_function(71)},
            {"a.py": "def f():\n" + "    a = 1\n" * 70},
            {"a.tsx": "export function A() {\n" + "  a();\n" * 69 + "}\n"},
            {"a.ts": "const a = (b: number) => {\n" + "  a();\n" * 69 + "};\n"},
        ],
        [
            {"a.cpp": long_function(70) + long_function(70)},
            {"a.hpp": "namespace a {\nclass b {\n" + "  int f() { return 1'000; }\n" * 90 + "};\n}\n"},
            {"a.cpp": 'auto a = R"x(' + "{(\n" * 90 + ')x";\n'},
            {"a.py": "def f():\n" + "    a = 1\n" * 69},
            {"a.tsx": "export function A() {\n" + "  a();\n" * 68 + "}\n"},
        ],
    ),
    "check_columns": ([{"a.cpp": "x" * 101}], [{"a.hpp": "é" * 100, "a.md": "x" * 200}]),
    "check_names": (
        [{"server/app/SessionHost.cpp": ""}, {"web/src/sessionHost.ts": ""}, {"tests/a-b.py": ""}],
        [{"server/app/session_host.cpp": "", "web/src/App.tsx": "", "tests/live/a.test.mjs": "",
          "README.md": "", "CMakeLists.txt": ""}],
    ),
    "check_headers": (
        [{"a.hpp": "#pragma once\n// What it is for.\n"}, {"a.hpp": "// no sentence\n"}, {"a.hpp": ""}],
        [{"a.hpp": "// What it is for, on two\n// lines.\n#pragma once\n", "a.cpp": ""}],
    ),
    "check_readmes": (
        [{"server/app/a.cpp": ""}, {"server/adapters/sqlite/a.cpp": "", "server/adapters/README.md": ""},
         {"bots/teams/a.cpp": ""}],
        [{"server/main.cpp": "", "server/app/a.cpp": "", "server/app/README.md": "",
          "server/steps/README.md": "", "server/steps/vote/vote.hpp": ""}],
    ),
    "check_unfinished": (
        [{"a.cpp": "// TO" "DO: more\n"}, {"a.md": "FIX" "ME"}, {"a.ts": "// good enough for" " now\n"}],
        [{"a.cpp": "// for nowhere, and todos as a word of people\n", "content/a.json": "for" " now"}],
    ),
    "check_registry": (
        [{"a.md": "https://" "registry.example.org/x"}, {"package-lock.json": '"resolved": ' '"http://x/y"'},
         {"a.txt": "https://" "pypi.org/simple"}],
        [{"a.md": "https://example.org/"}],
    ),
    "check_machine_paths": (
        [{"a.md": "see /wo" "rk/main"}, {"a.sh": "cd /ro" "ot/x"}],
        [{"a.md": "teamwork/main, https://example.org/wo" "rk/x, a network/x"}],
    ),
    "check_properties": (
        [{"tests/a.cpp": "{\n  rc" "::check([] {});\n}"}],
        [{"tests/a.cpp": "{\n  CHECK(rc" "::check([] {}));\n}"}],
    ),
}


def try_out(check):
    """Says which planted trees the check got wrong."""
    bad, good = TREES[check.__name__]
    for tree in bad:
        if not list(check(tree)):
            yield f"self-test: it did not catch {str(tree)[:120]}"
    for tree in good:
        for finding in check(tree):
            yield f"self-test: it should have left this alone: {finding}"
