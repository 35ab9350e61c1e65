"""Reads how many tests passed and failed from what a test program wrote."""

import re
import xml.etree.ElementTree as xml
from dataclasses import dataclass


@dataclass
class Result:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    why: str = ""  # what a reader wants to see of a failure, besides the output


def settle(result, exit_code):
    """A runner that crashed has failed, and so has a suite that ran nothing."""
    if exit_code != 0 and result.failed == 0:
        result.failed = 1
        result.why += f"the runner ended with {exit_code} and reported no failure\n"
    if result.passed + result.failed == 0:
        result.failed = 1
        result.why += "the suite ran nothing\n"
    return result


def from_exit(exit_code):
    return Result(passed=1) if exit_code == 0 else Result(failed=1)


def from_text(text, exit_code):
    """The last `N passed, N failed` counts; without one, every TAP summary does."""
    lines = re.findall(r"^(\d+) passed, (\d+) failed\s*$", text, re.MULTILINE)
    if lines:
        passed, failed = lines[-1]
        return settle(Result(int(passed), int(failed)), exit_code)

    def total(word):
        return sum(int(n) for n in re.findall(rf"^# {word} (\d+)\s*$", text, re.MULTILINE))

    result = Result(total("pass"), total("fail") + total("cancelled"), total("skipped") + total("todo"))
    result.why = "".join(f"{line.strip()}\n" for line in re.findall(r"^\s*not ok .*$", text, re.MULTILINE))
    return settle(result, exit_code)


def from_catch(document, exit_code):
    """Counts test cases; names each failed one with the first thing that failed in it."""
    result = Result()
    try:
        root = xml.fromstring(document)
    except xml.ParseError as error:
        result.why = f"the report is not complete ({error})\n"
        return settle(result, exit_code or 1)
    for case in root.iter("TestCase"):
        overall = case.find("OverallResult")
        if overall is not None and overall.get("success") == "true":
            result.passed += 1
        else:
            result.failed += 1
            result.why += describe(case)
    return settle(result, exit_code)


def describe(case):
    where = f"{case.get('filename')}:{case.get('line')}: {case.get('name')}\n"
    where += "".join(f"  {info.text.strip()}\n" for info in case.iter("Info") if info.text)
    for expression in case.iter("Expression"):
        if expression.get("success") == "false":
            original, expanded = (expression.findtext(t, "").strip() for t in ("Original", "Expanded"))
            return where + (f"  line {expression.get('line')}: {expression.get('type')}"
                            f"( {original} )\n  was: {expanded}\n")
    for tag in ("Failure", "Exception", "FatalErrorCondition"):
        for found in case.iter(tag):
            return where + f"  {tag} at line {found.get('line')}: {(found.text or '').strip()}\n"
    return where
