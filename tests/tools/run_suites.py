"""Builds and runs the suites of suites.py and adds up: run_suites.py quick|all [name…]

The last line is `N passed, N failed`; the exit code is 1 when anything failed. Each suite's whole output is
kept in build/logs/.
"""

import os
import signal
import subprocess
import sys
import time

import results
from suites import TOP, TREES, VIAB, all_suites

LOGS = TOP / "build" / "logs"
TAIL_LINES = 60


def execute(command, log, limit_s, env=None):
    """Runs in a process group of its own, so that a time limit ends its children too."""
    with open(log, "w") as out:
        try:
            process = subprocess.Popen(
                command, cwd=TOP, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                shell=isinstance(command, str), start_new_session=True,
                env={**os.environ, "VIAB": str(VIAB), "WEB_FILES": str(TOP / "web/dist"), **(env or {})},
            )
        except OSError as error:
            out.write(f"{error}\n")
            return 127
        try:
            return process.wait(limit_s)
        except subprocess.TimeoutExpired:
            out.write(f"\nended after the limit of {limit_s} s\n")
            return 124
        finally:
            end_group(process)


def end_group(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def show(name, result, seconds, log):
    state = "ok  " if result.failed == 0 else "FAIL"
    skipped = f", {result.skipped} skipped" if result.skipped else ""
    print(f"{state}  {name:<24} {result.passed:>6} passed, {result.failed} failed{skipped}"
          f"   {seconds:.1f} s", flush=True)
    if result.failed:
        lines = log.read_text(errors="replace").splitlines() if log.exists() else []
        for line in [*result.why.splitlines(), f"--- the end of {log.relative_to(TOP)}:",
                     *lines[-TAIL_LINES:]]:
            print(f"      {line}")


def run(suite):
    log = LOGS / f"{suite.name}.log"
    report = LOGS / f"{suite.name}.xml"
    report.unlink(missing_ok=True)
    command = suite.command
    if suite.count == "catch":
        command = [*command, "-r", "xml", "-o", str(report)]
    if suite.name.endswith("-fuzz"):
        (TOP / "build/fuzz/corpus" / suite.name.removesuffix("-fuzz")).mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    code = execute(command, log, suite.limit_s, suite.env)
    seconds = time.monotonic() - started
    if suite.count == "catch":
        result = results.from_catch(report.read_text(errors="replace") if report.exists() else "", code)
    elif suite.count == "exit":
        result = results.from_exit(code)
    else:
        result = results.from_text(log.read_text(errors="replace"), code)
    show(suite.name, result, seconds, log)
    return result


def build(tree, suites, everything):
    """Builds what the suites need of one tree. Returns the result, which counts as a suite."""
    targets = sorted({t for s in suites for t in s.targets})
    whole = tree == "release" and (everything or any(s.whole for s in suites))
    command = TREES[tree].format(targets="" if whole else " ".join(targets))
    log = LOGS / f"build-{tree}.log"
    started = time.monotonic()
    code = execute(command, log, 3000)
    result = results.from_exit(code)
    show(f"build-{tree}", result, time.monotonic() - started, log)
    return result


def main(speed, names):
    LOGS.mkdir(parents=True, exist_ok=True)
    chosen = [s for s in all_suites() if s.present and (speed == "all" or not s.slow)
              and (not names or any(n in s.name for n in names))]
    if not chosen:
        print(f"no suite is named like {' or '.join(names)}")
    done, built = [], {}
    for suite in chosen:
        if suite.tree and suite.tree not in built:
            built[suite.tree] = build(suite.tree, [s for s in chosen if s.tree == suite.tree], not names)
            done.append(built[suite.tree])
        if suite.tree and built[suite.tree].failed:
            print(f"FAIL  {suite.name:<24} its build failed")
            done.append(results.Result(failed=1))
        else:
            done.append(run(suite))
    passed, failed = sum(r.passed for r in done), sum(r.failed for r in done)
    if not done:
        failed = 1
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in ("quick", "all"):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
