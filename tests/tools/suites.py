"""The list of suites: what ./test and .ci/run run. To add a suite, add an entry here.

A suite is a command, whether it is quick or slow, and how its output is counted:
  catch  a Catch2 program; it is given `-r xml -o <file>` and its test cases are counted
  text   the output holds `N passed, N failed`, or a TAP summary (node --test --test-reporter=tap)
  exit   the exit code alone: one check, passed or failed
A suite with a tree is built first, its ninja targets in that tree. A suite of which `present` is false is
not there yet and is left out; a suite that is there and counts nothing has failed.
"""

from dataclasses import dataclass, field
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
RELEASE = TOP / "build" / "release"
VIAB = RELEASE / "server" / "viab"
NOT_UNIT = {"fuzz", "support", "tidy", "tools", "browser", "live", "load", "faults",
            "foreign", "outbound"}
# Names and lines in a sanitizer's report.
SYMBOLS = {"ASAN_SYMBOLIZER_PATH": "/usr/lib/llvm-16/bin/llvm-symbolizer",
           "UBSAN_OPTIONS": "print_stacktrace=1"}
SANITIZED = ("domain", "steps", "session", "rhythm", "conformance", "protocol")


@dataclass
class Suite:
    name: str
    command: list
    count: str = "text"
    present: bool = True
    slow: bool = False
    tree: str = ""
    targets: tuple = ()
    whole: bool = False  # needs everything that the build makes, the web client too
    env: dict = field(default_factory=dict)
    limit_s: int = 600


# The build trees: how each is made. `{targets}` is replaced by what the chosen suites need.
TREES = {
    "release": "setup/build test {targets}",
    "sanitize": "cmake -S . -B build/sanitize -G Ninja --log-level=WARNING -DVIAB_TESTS=ON "
    "-DCMAKE_CXX_COMPILER=clang++-16 -DVIAB_SANITIZE=address,undefined "
    "&& ninja -C build/sanitize {targets}",
    "fuzz": "cmake -S . -B build/fuzz -G Ninja --log-level=WARNING -DVIAB_FUZZ=ON "
    "-DCMAKE_CXX_COMPILER=clang++-16 -DVIAB_SANITIZE=address,undefined "
    "&& ninja -C build/fuzz {targets}",
}


def files(folder, *patterns):
    """The files of a test folder, without those of installed packages."""
    found = [f for p in patterns for f in (TOP / "tests" / folder).glob(p)]
    return sorted(str(f.relative_to(TOP)) for f in found if "node_modules" not in f.parts)


def unit(folder, tree="release", slow=False):
    name = folder if tree == "release" else f"{folder}-{tree}"
    return Suite(
        name, [str(TOP / "build" / tree / "tests" / f"test_{folder}")], "catch", slow=slow,
        tree=tree, targets=(f"test_{folder}",), env=SYMBOLS if tree == "sanitize" else {},
    )


def node(name, folder, slow=False, env=None, limit_s=600):
    """Tests that start the real server; two browsers at a time are enough for two cores."""
    tests = files(folder, "*.test.mjs")
    command = ["node", "--test", "--test-reporter=tap", *tests]
    return Suite(name, command, present=bool(tests), slow=slow, tree="release", whole=True,
                 env=env or {}, limit_s=limit_s)


def outbound():
    """Tests that are the servers which a small program of ours asks: no whole server, no web client."""
    tests = files("outbound", "*.test.mjs")
    return Suite("outbound", ["node", "--test", "--test-reporter=tap", *tests], present=bool(tests),
                 tree="release", targets=("outbound_driver",))


def all_suites():
    folders = [f.name for f in sorted((TOP / "tests").iterdir())
               if f.is_dir() and f.name not in NOT_UNIT and list(f.rglob("*.cpp"))]
    fuzzers = [Path(f).stem for f in files("fuzz", "*.cpp")]
    server = (TOP / "server" / "main.cpp").exists()
    return [
        Suite("tools", ["python3", "tests/tools/run_unittests.py", "tests/tools"]),
        Suite("tidy", ["python3", "tests/tidy/tidy.py"]),
        *[unit(f) for f in folders],
        Suite("words", ["python3", "tests/words/check.py"]),
        Suite("content-check", [str(VIAB), "content", "check"], "exit",
              present=server and (TOP / "content").is_dir(), tree="release", targets=("viab",)),
        Suite("generated", ["python3", "tests/tools/check_generated.py"],
              present=server, tree="release", targets=("viab",)),
        Suite("web", ["npm", "test", "--silent", "--prefix", "web"],
              present=(TOP / "web" / "package.json").exists()),
        Suite("foreign", ["node", "--test", "--test-reporter=tap", *files("foreign", "*.test.mjs")],
              present=bool(files("foreign", "*.test.mjs")), tree="release",
              targets=("write_calendars",)),
        outbound(),
        node("live", "live"),
        node("browser", "browser", limit_s=1200),
        node("faults", "faults", env={"FAULT_ROUNDS": "3"}),
        # Slow: only .ci/run runs these.
        *[unit(f, "sanitize", slow=True) for f in folders if f in SANITIZED],
        *[Suite(f"{f}-fuzz", [f"build/fuzz/tests/fuzz_{f}", "-max_total_time=60", "-timeout=10",
                              f"build/fuzz/corpus/{f}", *files("fuzz", f"corpus/{f}")],
                "exit", slow=True, tree="fuzz", targets=(f"fuzz_{f}",), env=SYMBOLS, limit_s=180)
          for f in fuzzers],
        node("firefox", "browser/firefox", slow=True, env={"TEST_BROWSER": "firefox"}, limit_s=900),
        node("faults-long", "faults", slow=True, env={"FAULT_ROUNDS": "50"}, limit_s=1200),
    ]
