"""Reads every #include below server/ and bots/ and holds it against the tables of rules.py."""

import re

from rules import (BEAST_FILES, LISTS_ALL_STEPS, MAY_INCLUDE, SIBLINGS, SYSTEM_HEADERS, THIRD_PARTY)

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def folder_of(path):
    """("steps", "vote") for server/steps/vote/x.hpp; ("main", "") for server/main.cpp."""
    parts = path.split("/")
    if parts[0] == "server":
        parts = parts[1:]
    if len(parts) == 1:
        return "main", ""
    below = parts[1] if parts[0] in SIBLINGS and len(parts) > 2 else ""
    return parts[0], below


def in_folders(path, folders):
    own = path.removeprefix("server/")
    return any(own.startswith(f + "/") for f in folders) or (own == "main.cpp" and "main" in folders)


def includes(text):
    return [(text.count("\n", 0, m.start(2)) + 1, m[1] == "<", m[2]) for m in INCLUDE.finditer(text)]


def own_include(path, name):
    """What is wrong with including our own file `name`, or None."""
    folder, below = folder_of(path)
    target, target_below = folder_of(name)
    if target not in MAY_INCLUDE or target == "main":
        return f'"{name}" does not start at server/ (write "domain/ids.hpp")'
    if target not in MAY_INCLUDE.get(folder, set()):
        return f"{folder} may not include {target}"
    if folder == target and folder in SIBLINGS and target_below != below and target_below:
        lists_all = folder == "steps" and not below and path.split("/")[-1] in LISTS_ALL_STEPS
        if not lists_all:
            return f"{folder}/{below or path.split('/')[-1]} may not include its sibling {target_below}"
    if folder == target == "steps" and below and name.split("/")[-1] in LISTS_ALL_STEPS:
        return "a step may not include the list of all steps"
    return None


def foreign_include(path, name):
    """What is wrong with including `name` of others, or None."""
    for start, folders, cpp_only in THIRD_PARTY:
        if name.startswith(start):
            if not in_folders(path, folders):
                return f"<{name}> may only stand in {', '.join(sorted(folders))}"
            if cpp_only and not path.endswith(".cpp"):
                return f"<{name}> may only stand in .cpp files"
            return None
    if name.endswith(".h") and not in_folders(path, SYSTEM_HEADERS):
        return f"<{name}> is a system header; only {', '.join(sorted(SYSTEM_HEADERS))} may use those"
    if not name.endswith(".h") and ("/" in name or "." in name):
        return f"<{name}> is third party and in no table of tests/tidy/rules.py"
    return None


def check_includes(files):
    for path, text in files.items():
        if not path.startswith(("server/", "bots/")) or not path.endswith((".cpp", ".hpp")):
            continue
        for line, angled, name in includes(text):
            known = any(name.startswith(start) for start, _, _ in THIRD_PARTY)
            wrong = foreign_include(path, name) if angled or known else own_include(path, name)
            if wrong:
                yield f"{path}:{line}: {wrong}"


def check_beast_files(files):
    using = [path for path, text in files.items() if path.startswith("server/")
             and any(name.startswith("boost/beast") for _, _, name in includes(text))]
    if len(using) > BEAST_FILES:
        yield f"{len(using)} files include Beast, {BEAST_FILES} may: {' '.join(sorted(using))}"
